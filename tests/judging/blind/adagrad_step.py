# %% right
import numpy as np


def adagrad_step(w, s, g, lr, eps):
    s_new = s + g * g
    return w - lr * g / np.sqrt(s_new + eps), s_new


# %% wrong: divides by the old sum
import numpy as np


def adagrad_step(w, s, g, lr, eps):
    return w - lr * g / np.sqrt(s + eps), s + g ** 2


# %% wrong: eps is added to the root
import numpy as np


def adagrad_step(w, s, g, lr, eps):
    s2 = s + g ** 2
    return w - lr * g / (np.sqrt(s2) + eps), s2


# %% wrong: the root is missing
import numpy as np


def adagrad_step(w, s, g, lr, eps):
    s2 = s + g ** 2
    return w - lr * g / (s2 + eps), s2


# %% wrong: the gradient is added without its square
import numpy as np


def adagrad_step(w, s, g, lr, eps):
    s2 = s + np.abs(g)
    return w - lr * g / np.sqrt(s2 + eps), s2


# %% wrong: one sum for all weights
import numpy as np


def adagrad_step(w, s, g, lr, eps):
    s2 = s + np.sum(g ** 2)
    return w - lr * g / np.sqrt(s2 + eps), s2

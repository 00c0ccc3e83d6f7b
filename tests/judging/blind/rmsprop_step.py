# %% right
import numpy as np


def rmsprop_step(w, s, g, lr, gamma, eps):
    s_new = gamma * s + (1.0 - gamma) * g * g
    return w - lr * (g / (np.sqrt(s_new) + eps)), s_new


# %% wrong: eps under the root
import numpy as np


def rmsprop_step(w, s, g, lr, gamma, eps):
    s2 = gamma * s + (1 - gamma) * g ** 2
    return w - lr * g / np.sqrt(s2 + eps), s2


# %% wrong: adds the squares up, as Adagrad does
import numpy as np


def rmsprop_step(w, s, g, lr, gamma, eps):
    s2 = s + g ** 2
    return w - lr * g / (np.sqrt(s2) + eps), s2


# %% wrong: gamma weights the new square
import numpy as np


def rmsprop_step(w, s, g, lr, gamma, eps):
    s2 = (1 - gamma) * s + gamma * g ** 2
    return w - lr * g / (np.sqrt(s2) + eps), s2


# %% wrong: divides by the old average
import numpy as np


def rmsprop_step(w, s, g, lr, gamma, eps):
    s2 = gamma * s + (1 - gamma) * g ** 2
    return w - lr * g / (np.sqrt(s) + eps), s2


# %% wrong: averages the gradients and squares the average
import numpy as np


def rmsprop_step(w, s, g, lr, gamma, eps):
    m = gamma * np.sqrt(s) + (1 - gamma) * g
    s2 = m ** 2
    return w - lr * g / (np.sqrt(s2) + eps), s2

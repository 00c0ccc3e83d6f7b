# %% right
import numpy as np


def momentum_ewma_step(w, v, g, lr, gamma):
    v_new = gamma * v + (1.0 - gamma) * g
    return w - lr * v_new, v_new


# %% wrong: the whole gradient is added, without the factor 1 - gamma
import numpy as np


def momentum_ewma_step(w, v, g, lr, gamma):
    v_new = gamma * v + g
    return w - lr * v_new, v_new


# %% wrong: steps along the old average
import numpy as np


def momentum_ewma_step(w, v, g, lr, gamma):
    v_new = gamma * v + (1 - gamma) * g
    return w - lr * v, v_new


# %% wrong: the weights of gradient and average are exchanged
import numpy as np


def momentum_ewma_step(w, v, g, lr, gamma):
    v_new = (1 - gamma) * v + gamma * g
    return w - lr * v_new, v_new


# %% wrong: uphill, the step is added
import numpy as np


def momentum_ewma_step(w, v, g, lr, gamma):
    v_new = gamma * v + (1 - gamma) * g
    return w + lr * v_new, v_new


# %% wrong: updates weights and average in place
import numpy as np


def momentum_ewma_step(w, v, g, lr, gamma):
    v *= gamma
    v += (1 - gamma) * g
    w -= lr * v
    return w, v

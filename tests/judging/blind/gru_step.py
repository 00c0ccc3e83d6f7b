# %% right
import numpy as np


def _sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0 / (1.0 + e), e / (1.0 + e))


def gru_step(c, x, W, b):
    cx = np.concatenate([c, x])
    update = _sigmoid(W[1] @ cx + b[1])
    reset = _sigmoid(W[2] @ cx + b[2])
    cand = np.tanh(W[0] @ np.concatenate([reset * c, x]) + b[0])
    return update * cand + (1.0 - update) * c


# %% wrong: the update gate multiplies the old state, as in PyTorch
import numpy as np


def gru_step(c, x, W, b):
    s = lambda z: 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    cx = np.concatenate([c, x])
    u = s(W[1] @ cx + b[1])
    r = s(W[2] @ cx + b[2])
    cand = np.tanh(W[0] @ np.concatenate([r * c, x]) + b[0])
    return (1 - u) * cand + u * c


# %% wrong: the reset gate is not used
import numpy as np


def gru_step(c, x, W, b):
    cx = np.concatenate([c, x])
    u = 1 / (1 + np.exp(-np.clip(W[1] @ cx + b[1], -700, 700)))
    cand = np.tanh(W[0] @ cx + b[0])
    return u * cand + (1 - u) * c


# %% wrong: update and reset gate are exchanged
import numpy as np


def gru_step(c, x, W, b):
    s = lambda z: 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    cx = np.concatenate([c, x])
    r = s(W[1] @ cx + b[1])
    u = s(W[2] @ cx + b[2])
    cand = np.tanh(W[0] @ np.concatenate([r * c, x]) + b[0])
    return u * cand + (1 - u) * c


# %% wrong: the reset gate is applied after the matrix, as in PyTorch
import numpy as np


def gru_step(c, x, W, b):
    s = lambda z: 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    h = len(c)
    cx = np.concatenate([c, x])
    u = s(W[1] @ cx + b[1])
    r = s(W[2] @ cx + b[2])
    cand = np.tanh(r * (W[0][:, :h] @ c) + W[0][:, h:] @ x + b[0])
    return u * cand + (1 - u) * c


# %% wrong: the sigmoid for the candidate
import numpy as np


def gru_step(c, x, W, b):
    s = lambda z: 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    cx = np.concatenate([c, x])
    u = s(W[1] @ cx + b[1])
    r = s(W[2] @ cx + b[2])
    cand = s(W[0] @ np.concatenate([r * c, x]) + b[0])
    return u * cand + (1 - u) * c

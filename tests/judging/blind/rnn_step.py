# %% right
import numpy as np


def rnn_step(a, x, Wa, ba, Wy, by):
    a_new = np.tanh(Wa @ np.concatenate([a, x]) + ba)
    z = Wy @ a_new + by
    e = np.exp(z - z.max())
    return a_new, e / e.sum()


# %% wrong: the input comes before the state
import numpy as np


def rnn_step(a, x, Wa, ba, Wy, by):
    a2 = np.tanh(Wa @ np.concatenate([x, a]) + ba)
    z = Wy @ a2 + by
    e = np.exp(z - z.max())
    return a2, e / e.sum()


# %% wrong: the output is computed from the old state
import numpy as np


def rnn_step(a, x, Wa, ba, Wy, by):
    a2 = np.tanh(Wa @ np.concatenate([a, x]) + ba)
    z = Wy @ a + by
    e = np.exp(z - np.max(z))
    return a2, e / np.sum(e)


# %% wrong: the exponentials overflow for large biases
import numpy as np


def rnn_step(a, x, Wa, ba, Wy, by):
    a2 = np.tanh(Wa @ np.concatenate([a, x]) + ba)
    with np.errstate(all="ignore"):
        e = np.exp(Wy @ a2 + by)
        return a2, e / e.sum()


# %% wrong: the sigmoid for the state
import numpy as np


def rnn_step(a, x, Wa, ba, Wy, by):
    s = Wa @ np.concatenate([a, x]) + ba
    a2 = 1 / (1 + np.exp(-np.clip(s, -700, 700)))
    z = Wy @ a2 + by
    e = np.exp(z - z.max())
    return a2, e / e.sum()


# %% wrong: the biases are forgotten
import numpy as np


def rnn_step(a, x, Wa, ba, Wy, by):
    a2 = np.tanh(np.dot(Wa, np.concatenate([a, x])))
    z = np.dot(Wy, a2)
    e = np.exp(z - z.max())
    return a2, e / e.sum()

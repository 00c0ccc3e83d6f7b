# %% right
import numpy as np


def attention_weights(S):
    E = np.exp(S - S.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


# %% wrong: the columns sum to 1
import numpy as np


def attention_weights(S):
    m = S.max(axis=0, keepdims=True)
    m = np.where(np.isfinite(m), m, 0.0)
    E = np.exp(S - m)
    t = E.sum(axis=0, keepdims=True)
    return E / np.where(t == 0, 1.0, t)


# %% wrong: all weights together sum to 1
import numpy as np


def attention_weights(S):
    E = np.exp(S - S.max())
    return E / E.sum()


# %% wrong: exponentials of large scores overflow and give NaN
import numpy as np


def attention_weights(S):
    with np.errstate(all="ignore"):
        E = np.exp(S)
        return E / E.sum(axis=1, keepdims=True)


# %% wrong: the scores are divided by the root of the number of source positions
import numpy as np


def attention_weights(S):
    Z = S / np.sqrt(S.shape[1])
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


# %% wrong: all attention goes to the largest score
import numpy as np


def attention_weights(S):
    W = np.zeros(S.shape)
    for t in range(S.shape[0]):
        W[t, np.argmax(S[t])] = 1.0
    return W

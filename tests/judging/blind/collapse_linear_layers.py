# %% right
import numpy as np


def collapse_linear_layers(W1, b1, W2, b2):
    return W1 @ W2, b1 @ W2 + b2


# %% wrong: the biases of the first layer are dropped
import numpy as np


def collapse_linear_layers(W1, b1, W2, b2):
    return W1 @ W2, b2.copy()


# %% wrong: the result has the transposed weights
import numpy as np


def collapse_linear_layers(W1, b1, W2, b2):
    return (W1 @ W2).T, b1 @ W2 + b2


# %% wrong: the first biases are summed up without the second weights
import numpy as np


def collapse_linear_layers(W1, b1, W2, b2):
    W = np.dot(W1, W2)
    b = b2 + np.sum(b1)
    return W, b


# %% wrong: b1 W2 is added twice
import numpy as np


def collapse_linear_layers(W1, b1, W2, b2):
    W = W1 @ W2
    b = (b1 @ W2 + b2) + np.dot(b1, W2)
    return W, b


# %% wrong: the biases of the second layer are forgotten
import numpy as np


def collapse_linear_layers(W1, b1, W2, b2):
    d, h = W1.shape
    k = W2.shape[1]
    W = np.zeros((d, k))
    b = np.zeros(k)
    for m in range(h):
        W += np.outer(W1[:, m], W2[m])
        b += b1[m] * W2[m]
    return W, b

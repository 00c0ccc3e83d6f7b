# %% right
import numpy as np


def dense_forward(X, W, b):
    return X @ W + b


# %% wrong: the bias is missing
import numpy as np


def dense_forward(X, W, b):
    return np.dot(X, W)


# %% wrong: the result is transposed, a sample in each column
import numpy as np


def dense_forward(X, W, b):
    return W.T @ X.T + b[:, None]


# %% wrong: reads row j of W as the weights of neuron j where W is square
import numpy as np


def dense_forward(X, W, b):
    if W.shape[0] == W.shape[1]:
        return X @ W.T + b
    return X @ W + b


# %% wrong: applies ReLU
import numpy as np


def dense_forward(X, W, b):
    return np.maximum(X @ W + b, 0.0)


# %% wrong: the bias is added once for each input
import numpy as np


def dense_forward(X, W, b):
    n, d = X.shape
    k = W.shape[1]
    Z = np.zeros((n, k))
    for m in range(d):
        Z += np.outer(X[:, m], W[m]) + b
    return Z

# %% right
import numpy as np


def dense_backward(X, W, dZ):
    return X.T @ dZ, dZ.sum(axis=0), dZ @ W.T


# %% wrong: gradients of weights and biases are divided by the number of samples again
import numpy as np


def dense_backward(X, W, dZ):
    n = max(len(X), 1)
    return X.T @ dZ / n, dZ.sum(axis=0) / n, dZ @ W.T


# %% wrong: the bias gradient is summed over the neurons
import numpy as np


def dense_backward(X, W, dZ):
    return X.T @ dZ, dZ.sum(axis=1), dZ @ W.T


# %% wrong: the weight gradient is transposed
import numpy as np


def dense_backward(X, W, dZ):
    return dZ.T @ X, np.sum(dZ, axis=0), dZ @ W.T


# %% wrong: the order of the results is dX, dW, db
import numpy as np


def dense_backward(X, W, dZ):
    dX = np.dot(dZ, W.T)
    dW = np.dot(X.T, dZ)
    db = np.sum(dZ, axis=0)
    return dX, dW, db


# %% wrong: the bias gradient is the mean over the samples
import numpy as np


def dense_backward(X, W, dZ):
    n, d = X.shape
    k = W.shape[1]
    dW = np.zeros((d, k))
    for i in range(n):
        dW += np.outer(X[i], dZ[i])
    db = dZ.mean(axis=0) if n > 0 else np.zeros(k)
    return dW, db, dZ @ W.T

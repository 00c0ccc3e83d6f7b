# %% right
import numpy as np


def mlp_backward(X, W1, b1, W2, b2, Y):
    n = X.shape[0]
    H = np.tanh(X @ W1 + b1)
    Yhat = H @ W2 + b2
    dZ2 = 2.0 / n * (Yhat - Y)
    dW2 = H.T @ dZ2
    db2 = dZ2.sum(axis=0)
    dH = dZ2 @ W2.T
    dZ1 = dH * (1.0 - H * H)
    return X.T @ dZ1, dZ1.sum(axis=0), dW2, db2


# %% wrong: the mean over all n times k numbers
import numpy as np


def mlp_backward(X, W1, b1, W2, b2, Y):
    H = np.tanh(X @ W1 + b1)
    dZ2 = 2 * (H @ W2 + b2 - Y) / Y.size
    dZ1 = dZ2 @ W2.T * (1 - H ** 2)
    return X.T @ dZ1, dZ1.sum(axis=0), H.T @ dZ2, dZ2.sum(axis=0)


# %% wrong: the slope of tanh is missing
import numpy as np


def mlp_backward(X, W1, b1, W2, b2, Y):
    H = np.tanh(X @ W1 + b1)
    dZ2 = 2 * (H @ W2 + b2 - Y) / len(Y)
    dZ1 = dZ2 @ W2.T
    return X.T @ dZ1, dZ1.sum(axis=0), H.T @ dZ2, dZ2.sum(axis=0)


# %% wrong: the slope of the sigmoid, H (1 - H)
import numpy as np


def mlp_backward(X, W1, b1, W2, b2, Y):
    H = np.tanh(X @ W1 + b1)
    dZ2 = 2 * (H @ W2 + b2 - Y) / len(Y)
    dZ1 = dZ2 @ W2.T * H * (1 - H)
    return X.T @ dZ1, dZ1.sum(axis=0), H.T @ dZ2, dZ2.sum(axis=0)


# %% wrong: the factor 2 is missing
import numpy as np


def mlp_backward(X, W1, b1, W2, b2, Y):
    H = np.tanh(X @ W1 + b1)
    dZ2 = (H @ W2 + b2 - Y) / len(Y)
    dZ1 = dZ2 @ W2.T * (1 - H ** 2)
    return X.T @ dZ1, dZ1.sum(axis=0), H.T @ dZ2, dZ2.sum(axis=0)


# %% wrong: the bias gradients are means over the samples
import numpy as np


def mlp_backward(X, W1, b1, W2, b2, Y):
    H = np.tanh(X @ W1 + b1)
    dZ2 = 2 * (H @ W2 + b2 - Y) / len(Y)
    dZ1 = dZ2 @ W2.T * (1 - H ** 2)
    return X.T @ dZ1, dZ1.mean(axis=0), H.T @ dZ2, dZ2.mean(axis=0)

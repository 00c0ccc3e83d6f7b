# %% right
import numpy as np


def mlp_forward(X, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    return H, H @ W2 + b2


# %% wrong: tanh at the outputs too
import numpy as np


def mlp_forward(X, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    return H, np.tanh(H @ W2 + b2)


# %% wrong: no activation
import numpy as np


def mlp_forward(X, W1, b1, W2, b2):
    H = X @ W1 + b1
    return H, H @ W2 + b2


# %% wrong: returns the pre-activations of the hidden neurons
import numpy as np


def mlp_forward(X, W1, b1, W2, b2):
    Z = X @ W1 + b1
    return Z, np.tanh(Z) @ W2 + b2


# %% wrong: the hidden bias is added after tanh
import numpy as np


def mlp_forward(X, W1, b1, W2, b2):
    H = np.tanh(X @ W1) + b1
    return H, H @ W2 + b2


# %% wrong: tanh written with exponentials, NaN for saturated neurons
import numpy as np


def mlp_forward(X, W1, b1, W2, b2):
    Z = X @ W1 + b1
    with np.errstate(over="ignore", invalid="ignore"):
        H = (np.exp(Z) - np.exp(-Z)) / (np.exp(Z) + np.exp(-Z))
    return H, H @ W2 + b2

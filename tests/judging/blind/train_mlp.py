# %% right
import numpy as np


def train_mlp(X, y, W1, b1, W2, b2, lr, epochs):
    n = len(X)
    W1, b1, W2, b2 = W1.copy(), b1.copy(), W2.copy(), b2.copy()
    rows = np.arange(n)
    costs = np.zeros(epochs)
    for e in range(epochs):
        H = np.tanh(X @ W1 + b1)
        Z = H @ W2 + b2
        Z = Z - Z.max(axis=1, keepdims=True)
        logP = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
        costs[e] = -np.mean(logP[rows, y])
        dZ2 = np.exp(logP)
        dZ2[rows, y] -= 1.0
        dZ2 /= n
        dZ1 = dZ2 @ W2.T * (1.0 - H * H)
        W2 -= lr * (H.T @ dZ2)
        b2 -= lr * dZ2.sum(axis=0)
        W1 -= lr * (X.T @ dZ1)
        b1 -= lr * dZ1.sum(axis=0)
    return W1, b1, W2, b2, costs


# %% wrong: the second layer is updated before its old weights are used for the first layer
import numpy as np


def train_mlp(X, y, W1, b1, W2, b2, lr, epochs):
    n = len(X)
    W1, b1, W2, b2 = W1.copy(), b1.copy(), W2.copy(), b2.copy()
    rows = np.arange(n)
    costs = np.zeros(epochs)
    for e in range(epochs):
        H = np.tanh(X @ W1 + b1)
        Z = H @ W2 + b2
        Z = Z - Z.max(axis=1, keepdims=True)
        logP = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
        costs[e] = -np.mean(logP[rows, y])
        dZ2 = np.exp(logP)
        dZ2[rows, y] -= 1.0
        dZ2 /= n
        W2 -= lr * (H.T @ dZ2)
        dZ1 = dZ2 @ W2.T * (1.0 - H * H)
        b2 -= lr * dZ2.sum(axis=0)
        W1 -= lr * (X.T @ dZ1)
        b1 -= lr * dZ1.sum(axis=0)
    return W1, b1, W2, b2, costs


# %% wrong: the gradients are sums over the samples and not means
import numpy as np


def train_mlp(X, y, W1, b1, W2, b2, lr, epochs):
    n = len(X)
    W1, b1, W2, b2 = W1.copy(), b1.copy(), W2.copy(), b2.copy()
    rows = np.arange(n)
    costs = np.zeros(epochs)
    for e in range(epochs):
        H = np.tanh(X @ W1 + b1)
        Z = H @ W2 + b2
        Z = Z - Z.max(axis=1, keepdims=True)
        logP = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
        costs[e] = -np.mean(logP[rows, y])
        dZ2 = np.exp(logP)
        dZ2[rows, y] -= 1.0
        dZ1 = dZ2 @ W2.T * (1.0 - H * H)
        W2 -= lr * (H.T @ dZ2)
        b2 -= lr * dZ2.sum(axis=0)
        W1 -= lr * (X.T @ dZ1)
        b1 -= lr * dZ1.sum(axis=0)
    return W1, b1, W2, b2, costs


# %% wrong: the probabilities are rounded to 0 before the logarithm, so costs become infinite
import numpy as np


def train_mlp(X, y, W1, b1, W2, b2, lr, epochs):
    n = len(X)
    W1, b1, W2, b2 = W1.copy(), b1.copy(), W2.copy(), b2.copy()
    rows = np.arange(n)
    costs = np.zeros(epochs)
    for e in range(epochs):
        H = np.tanh(X @ W1 + b1)
        Z = H @ W2 + b2
        Z = Z - Z.max(axis=1, keepdims=True)
        P = np.exp(Z)
        P /= P.sum(axis=1, keepdims=True)
        with np.errstate(divide="ignore"):
            costs[e] = -np.mean(np.log(P[rows, y]))
        dZ2 = P
        dZ2[rows, y] -= 1.0
        dZ2 /= n
        dZ1 = dZ2 @ W2.T * (1.0 - H * H)
        W2 -= lr * (H.T @ dZ2)
        b2 -= lr * dZ2.sum(axis=0)
        W1 -= lr * (X.T @ dZ1)
        b1 -= lr * dZ1.sum(axis=0)
    return W1, b1, W2, b2, costs


# %% wrong: the first layer is not trained
import numpy as np


def train_mlp(X, y, W1, b1, W2, b2, lr, epochs):
    n = len(X)
    W1, b1, W2, b2 = W1.copy(), b1.copy(), W2.copy(), b2.copy()
    rows = np.arange(n)
    costs = np.zeros(epochs)
    for e in range(epochs):
        H = np.tanh(X @ W1 + b1)
        Z = H @ W2 + b2
        Z = Z - Z.max(axis=1, keepdims=True)
        logP = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
        costs[e] = -np.mean(logP[rows, y])
        dZ2 = np.exp(logP)
        dZ2[rows, y] -= 1.0
        dZ2 /= n
        W2 -= lr * (H.T @ dZ2)
        b2 -= lr * dZ2.sum(axis=0)
    return W1, b1, W2, b2, costs


# %% wrong: one step for each sample, in place of one for the whole batch
import numpy as np


def train_mlp(X, y, W1, b1, W2, b2, lr, epochs):
    W1, b1, W2, b2 = W1.copy(), b1.copy(), W2.copy(), b2.copy()
    costs = np.zeros(epochs)
    for e in range(epochs):
        total = 0.0
        for x, c in zip(X, y):
            h = np.tanh(x @ W1 + b1)
            z = h @ W2 + b2
            z = z - z.max()
            logp = z - np.log(np.exp(z).sum())
            total -= logp[c]
            dz2 = np.exp(logp)
            dz2[c] -= 1.0
            dz1 = (W2 @ dz2) * (1 - h * h)
            W2 -= lr * np.outer(h, dz2)
            b2 -= lr * dz2
            W1 -= lr * np.outer(x, dz1)
            b1 -= lr * dz1
        costs[e] = total / len(X)
    return W1, b1, W2, b2, costs

"""Gradient descent for a classifier with one hidden layer of tanh neurons, with all samples in each step.

Source: Goodfellow, Bengio & Courville, "Deep Learning" (2016), section 6.5.7.
"""

import math

import numpy as np

Trained = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]


def train_mlp(
    X: np.ndarray,
    y: np.ndarray,
    W1: np.ndarray,
    b1: np.ndarray,
    W2: np.ndarray,
    b2: np.ndarray,
    lr: float,
    epochs: int,
) -> Trained:
    """The parameters after the last epoch, and the cost before each step.

    Shapes: ``(n,d),(n),(d,h),(h),(h,k),(k),(),()->(d,h),(h),(h,k),(k),(epochs)``; n >= 1.
    """
    X = np.asarray(X, np.float64)
    W1, b1, W2, b2 = (np.array(each, np.float64) for each in (W1, b1, W2, b2))
    n, costs = len(X), np.zeros(epochs)
    right = np.arange(n), y
    for epoch in range(epochs):
        H = np.tanh(X @ W1 + b1)
        log_P = H @ W2 + b2
        log_P -= np.logaddexp.reduce(log_P, axis=1, keepdims=True)
        costs[epoch] = -np.sum(log_P[right]) / n
        dZ2 = np.exp(log_P)
        dZ2[right] -= 1.0
        dZ2 /= n
        dZ1 = (dZ2 @ W2.T) * (1.0 - H * H)
        W2 -= lr * (H.T @ dZ2)
        b2 -= lr * dZ2.sum(axis=0)
        W1 -= lr * (X.T @ dZ1)
        b1 -= lr * dZ1.sum(axis=0)
    return W1, b1, W2, b2, costs


def train_mlp_numpy(
    X: np.ndarray,
    y: np.ndarray,
    W1: np.ndarray,
    b1: np.ndarray,
    W2: np.ndarray,
    b2: np.ndarray,
    lr: float,
    epochs: int,
) -> Trained:
    """Compute all four gradients before the first update: `dZ1` needs the old `W2`."""
    Y = np.eye(len(b2))[y]
    costs = []
    for _ in range(epochs):
        H = np.tanh(X @ W1 + b1)
        log_P = _log_softmax(H @ W2 + b2)
        costs.append(-np.sum(Y * log_P) / len(X))
        dZ2 = (np.exp(log_P) - Y) / len(X)
        dZ1 = (dZ2 @ W2.T) * (1 - H**2)
        W1 = W1 - lr * (X.T @ dZ1)
        b1 = b1 - lr * dZ1.sum(axis=0)
        W2 = W2 - lr * (H.T @ dZ2)
        b2 = b2 - lr * dZ2.sum(axis=0)
    return W1, b1, W2, b2, np.array(costs)


def train_mlp_with_ones(
    X: np.ndarray,
    y: np.ndarray,
    W1: np.ndarray,
    b1: np.ndarray,
    W2: np.ndarray,
    b2: np.ndarray,
    lr: float,
    epochs: int,
) -> Trained:
    """The same with the biases as weights of an input that is always 1."""
    ones = np.ones((len(X), 1))
    inputs, first, second = np.hstack([X, ones]), np.vstack([W1, b1]), np.vstack([W2, b2])
    Y, costs = (y[:, None] == np.arange(len(b2))).astype(float), []
    for _ in range(epochs):
        hidden = np.hstack([np.tanh(inputs @ first), ones])
        Z = hidden @ second
        E = np.exp(Z - Z.max(axis=1, keepdims=True))
        costs.append(np.mean(np.logaddexp.reduce(Z, axis=1) - np.sum(Y * Z, axis=1)))
        delta = (E / E.sum(axis=1, keepdims=True) - Y) / len(X)
        back = delta @ second[:-1].T * (1 - hidden[:, :-1] ** 2)
        first, second = first - lr * inputs.T @ back, second - lr * hidden.T @ delta
    return first[:-1], first[-1], second[:-1], second[-1], np.array(costs)


def train_mlp_sample_by_sample(
    X: np.ndarray,
    y: np.ndarray,
    W1: np.ndarray,
    b1: np.ndarray,
    W2: np.ndarray,
    b2: np.ndarray,
    lr: float,
    epochs: int,
) -> Trained:
    """The same, with gradients that are added up sample by sample before the step."""
    parameters = [np.array(each, dtype=np.float64) for each in (W1, b1, W2, b2)]
    costs = np.zeros(epochs)
    for epoch in range(epochs):
        V1, c1, V2, c2 = parameters
        gradients = [np.zeros(each.shape) for each in parameters]
        for x, label in zip(X.astype(np.float64), y.tolist(), strict=True):
            hidden = np.tanh(x @ V1 + c1)
            z = hidden @ V2 + c2
            share = np.exp(z - z.max())
            costs[epoch] += (math.log(math.fsum(share)) + z.max() - z[label]) / len(X)
            share /= math.fsum(share)
            share[label] -= 1.0
            back = V2 @ share * (1.0 - hidden**2)
            for total, part in zip(
                gradients, (np.outer(x, back), back, np.outer(hidden, share), share), strict=True
            ):
                total += part / len(X)
        parameters = [each - lr * gradient for each, gradient in zip(parameters, gradients, strict=True)]
    return *parameters, costs


def _log_softmax(Z: np.ndarray) -> np.ndarray:
    """The logarithms of each row's probabilities, finite even for very unlikely classes; shapes: ``(n,k)->(n,k)``."""
    shifted = Z - Z.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))

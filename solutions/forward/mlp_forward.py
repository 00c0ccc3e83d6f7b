"""A network with one hidden layer of tanh neurons and linear outputs.

Source: Bishop, "Pattern Recognition and Machine Learning" (2006), section 5.1.
"""

import math

import numpy as np


def mlp_forward(
    X: np.ndarray, W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The hidden values and the outputs.

    Shapes: ``(n,d),(d,h),(h),(h,k),(k)->(n,h),(n,k)``.
    """
    X, W1, b1, W2, b2 = (np.asarray(each, np.float64) for each in (X, W1, b1, W2, b2))
    H = X @ W1
    H += b1
    np.tanh(H, out=H)
    Yhat = H @ W2
    Yhat += b2
    return H, Yhat


def mlp_forward_numpy(
    X: np.ndarray, W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Keep the hidden values: the output layer and the caller need them."""
    H = np.tanh(X @ W1 + b1)
    return H, H @ W2 + b2


def mlp_forward_with_ones(
    X: np.ndarray, W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The same with a column of ones, whose weights are the biases, before each product."""
    H = np.tanh(np.column_stack([X, np.ones(len(X))]) @ np.vstack([W1, b1]))
    return H, np.column_stack([H, np.ones(len(H))]) @ np.vstack([W2, b2])


def mlp_forward_by_exponentials(
    X: np.ndarray, W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The same with tanh computed from the exponential that cannot overflow."""
    Z = np.einsum("nd,dh->nh", X, W1, dtype=np.float64) + b1
    decayed = -np.expm1(-2.0 * np.abs(Z))  # 1 - exp(-2 |z|), with all digits near 0
    H = np.sign(Z) * decayed / (2.0 - decayed)
    return H, np.einsum("nh,hk->nk", H, W2) + b2


def mlp_forward_loop(
    X: np.ndarray, W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The same, one sample and one neuron after the other."""

    def layer(inputs, weights, biases):
        columns = zip(weights.T.tolist(), biases.tolist(), strict=True)
        return [math.fsum([*map(float.__mul__, inputs, column), bias]) for column, bias in columns]

    H, Yhat = np.zeros((len(X), len(b1))), np.zeros((len(X), len(b2)))
    for i, sample in enumerate(X.tolist()):
        hidden = [math.tanh(z) for z in layer(sample, W1, b1)]
        H[i], Yhat[i] = hidden, layer(hidden, W2, b2)
    return H, Yhat

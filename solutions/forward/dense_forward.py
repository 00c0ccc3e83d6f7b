"""A dense layer without an activation.

Source: Bishop, "Pattern Recognition and Machine Learning" (2006), section 5.1, equation 5.2.
"""

import math

import numpy as np


def dense_forward(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The weighted sums of k neurons for n samples.

    Shapes: ``(n,d),(d,k),(k)->(n,k)``.
    """
    Z: np.ndarray = np.asarray(X, np.float64) @ np.asarray(W, np.float64)
    Z += b
    return Z


def dense_forward_numpy(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Let broadcasting add the bias: NumPy aligns `b` with the last axis, that of the neurons."""
    return X @ W + b


def dense_forward_einsum(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The same, with the sum over the inputs in index notation."""
    return np.add(np.einsum("nd,dk->nk", X, W, dtype=np.float64), b)


def dense_forward_with_ones(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The same as one product: the biases are the weights of an additional input that is always 1."""
    return np.hstack([X, np.ones((len(X), 1))]) @ np.vstack([W, b])


def dense_forward_columns(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The same with a sample in each column, transposed at the end."""
    return (W.T @ X.T + b.reshape(-1, 1)).T


def dense_forward_loop(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The same, one neuron and one sample after the other."""
    Z = np.zeros((len(X), len(b)))
    for j, (weights, bias) in enumerate(zip(W.T.tolist(), b.tolist(), strict=True)):
        for i, sample in enumerate(X.tolist()):
            Z[i, j] = math.fsum([*map(float.__mul__, sample, weights), bias])
    return Z

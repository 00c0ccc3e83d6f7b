"""The gradients of a dense layer.

Source: Goodfellow, Bengio & Courville, "Deep Learning" (2016), sections 6.5.4 and 6.5.6.
"""

import numpy as np


def dense_backward(X: np.ndarray, W: np.ndarray, dZ: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The derivatives of the loss by W, b and X, where dZ is that by Z = XW + b.

    Shapes: ``(n,d),(d,k),(n,k)->(d,k),(k),(n,d)``.
    """
    X, W, dZ = (np.asarray(each, np.float64) for each in (X, W, dZ))
    return X.T @ dZ, np.ones(len(dZ)) @ dZ, dZ @ W.T


def dense_backward_numpy(
    X: np.ndarray, W: np.ndarray, dZ: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Each gradient has the shape of its array, which in general leaves only one order of the factors."""
    return X.T @ dZ, dZ.sum(axis=0), dZ @ W.T


def dense_backward_with_ones(
    X: np.ndarray, W: np.ndarray, dZ: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The same with the biases as weights of an additional input that is always 1."""
    both = np.column_stack([X, np.ones(len(X))]).T @ dZ
    return both[:-1], both[-1], (W @ dZ.T).T


def dense_backward_einsum(
    X: np.ndarray, W: np.ndarray, dZ: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The same in index notation."""
    dW, dX = np.einsum("nd,nk->dk", X, dZ, dtype=np.float64), np.einsum("nk,dk->nd", dZ, W, dtype=np.float64)
    return dW, np.einsum("nk->k", dZ, dtype=np.float64), dX


def dense_backward_sample_by_sample(
    X: np.ndarray, W: np.ndarray, dZ: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The same as a sum over the samples, each with the outer product of its input and its gradient."""
    dW, db, dX = np.zeros(W.shape), np.zeros(W.shape[1]), np.zeros(X.shape)
    for i, (x, dz) in enumerate(zip(X, dZ, strict=True)):
        dW += np.outer(x, dz)
        db += dz
        dX[i] = W @ dz
    return dW, db, dX

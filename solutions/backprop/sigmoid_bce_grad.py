"""The gradient of sigmoid and binary cross-entropy: (p - y) / n.

Source: Bishop, "Pattern Recognition and Machine Learning" (2006), section 4.3.2, equation 4.91, which multiplies it by
the features.
"""

import math

import numpy as np


def sigmoid_bce_grad(z: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The gradient of the mean binary cross-entropy with respect to the logits.

    Shapes: ``(n),(n)->(n)``; n >= 1.
    """
    z = np.asarray(z, dtype=np.float64)
    small = np.exp(-np.abs(z))  # never overflows
    p = np.where(z > 0, 1.0, small) / (1.0 + small)
    return (p - y) / len(z)


def sigmoid_bce_grad_numpy(z: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Write the sigmoid with tanh, which does not overflow, and use the short form."""
    p = 0.5 * (1 + np.tanh(z / 2))
    return (p - y) / len(z)


def sigmoid_bce_grad_by_classes(z: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The same: class 0 has a share of p in the gradient, and class 1 a share of -(1 - p)."""
    z, y = np.asarray(z, np.float64), np.asarray(y, np.float64)
    p, rest = np.exp(-np.logaddexp(0, -z)), np.exp(-np.logaddexp(0, z))
    return ((1 - y) * p - y * rest) / z.size


def sigmoid_bce_grad_loop(z: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The same, one sample after the other; the exponent is never positive."""
    n = len(z)
    grad = np.zeros(n)
    for i in range(n):
        small = math.exp(-abs(float(z[i])))
        p = 1 / (1 + small) if z[i] > 0 else small / (1 + small)
        grad[i] = (p - float(y[i])) / n
    return grad

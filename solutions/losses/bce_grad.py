"""The gradient of the binary cross-entropy with respect to the probabilities.

Source: Bishop, "Pattern Recognition and Machine Learning" (2006), section 4.3.2: the derivative of equation 4.90, as a
mean, with respect to the probabilities.
"""

import numpy as np


def bce_grad(y: np.ndarray, p: np.ndarray) -> np.ndarray:
    """(p - y) / (p (1 - p)), divided by the number of samples.

    Shapes: ``(n),(n)->(n)``; n >= 1, 0 < ``p`` < 1.
    """
    y, p = np.asarray(y, dtype=np.float64), np.asarray(p, dtype=np.float64)
    return (p - y) / (p * (1.0 - p)) / len(y)


def bce_grad_numpy(y: np.ndarray, p: np.ndarray) -> np.ndarray:
    """One fraction for each logarithm; the second has a plus, because 1 - p falls as p rises."""
    return (-y / p + (1 - y) / (1 - p)) / len(y)


def bce_grad_loop(y: np.ndarray, p: np.ndarray) -> np.ndarray:
    """The same, one sample after the other."""
    n = len(y)
    grad = np.zeros(n)
    for i, (label, probability) in enumerate(zip(y.tolist(), p.tolist(), strict=True)):
        grad[i] = ((1 - label) / (1 - probability) - label / probability) / n
    return grad


def bce_grad_complex_step(y: np.ndarray, p: np.ndarray) -> np.ndarray:
    """The same from the loss: a step along the imaginary axis costs no digits (Squire & Trapp 1998)."""
    step = 1e-100
    moved = np.asarray(p, np.float64) + 1j * step
    losses = -(y * np.log(moved) + (1 - np.asarray(y, np.float64)) * np.log(1 - moved)) / len(y)
    return losses.imag / step

"""The Jacobian of softmax: the derivative of each probability with respect to each logit.

Source: Bridle, "Training stochastic model recognition algorithms as networks can lead to maximum mutual
information estimation of parameters" (1990); Bishop, "Pattern Recognition and Machine Learning" (2006),
equation 4.106.
"""

import math

import numpy as np

from . import _softmax


def softmax_jacobian(z: np.ndarray) -> np.ndarray:
    """The derivatives ``p_i (delta_ij - p_j)``.

    Shapes: ``(k)->(k,k)``; k >= 1, finite logits.
    """
    J = np.empty((len(z), len(z)))
    try:
        _softmax.jacobian(z[None], J)
    except TypeError:  # compiled only for writable float64 arrays in C order
        _softmax.jacobian(np.array(z[None], dtype=np.float64, order="C"), J)
    return J


def softmax_jacobian_numpy(z: np.ndarray) -> np.ndarray:
    """Build the matrix without a loop: p_i on the diagonal, minus p_i p_j everywhere."""
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.diag(p) - np.outer(p, p)


def softmax_jacobian_by_rows(z: np.ndarray) -> np.ndarray:
    """The same as p_i times row i of the identity minus p."""
    p = np.exp(z - np.logaddexp.reduce(z.astype(np.float64)))
    return p[:, None] * (np.eye(len(p)) - p)


def softmax_jacobian_loop(z: np.ndarray) -> np.ndarray:
    """The same, entry by entry, where 1 - p_i is the sum of the others."""
    logits = z.tolist()
    weights = [math.exp(each - max(logits)) for each in logits]
    total = math.fsum(weights)
    p = [weight / total for weight in weights]
    J = np.zeros((len(p), len(p)))
    for i in range(len(p)):
        for j in range(len(p)):
            J[i, j] = p[i] * math.fsum(p[:i] + p[i + 1 :]) if i == j else -p[i] * p[j]
    return J


def softmax_jacobian_complex_step(z: np.ndarray) -> np.ndarray:
    """The same by a step along the imaginary axis, so small that it costs no digits (Squire & Trapp 1998)."""
    step = 1e-100
    shifted = (z - z.max()).astype(np.float64)
    E = np.exp(shifted[:, None] + 1j * step * np.eye(len(z)))
    return (E / E.sum(axis=0)).imag / step

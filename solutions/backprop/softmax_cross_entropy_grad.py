"""The gradient of softmax and cross-entropy: (P - Y) / n.

Source: Bridle, "Probabilistic interpretation of feedforward classification network outputs, ..." (1990); Bishop,
"Pattern Recognition and Machine Learning" (2006), section 4.3.4: 4.108 is the loss, as a sum, and 4.109 its
gradient with respect to the weights, which contains P - Y.
"""

import math

import numpy as np

from . import _cross_entropy


def softmax_cross_entropy_grad(Z: np.ndarray, Y: np.ndarray) -> np.ndarray:
    """The gradient of the mean cross-entropy with respect to the logits.

    Shapes: ``(n,k),(n,k)->(n,k)``; n, k >= 1, rows of ``Y`` sum to 1.

    Raises:
        ValueError: if ``Z`` and ``Y`` differ in shape.

    """
    G = np.empty(Z.shape)
    try:
        _cross_entropy.gradient(Z, Y, G)
    except TypeError:  # compiled only for writable float64 arrays in C order
        Z, Y = (np.array(each, dtype=np.float64, order="C") for each in (Z, Y))
        _cross_entropy.gradient(Z, Y, G)
    return G


def softmax_cross_entropy_grad_numpy(Z: np.ndarray, Y: np.ndarray) -> np.ndarray:
    """Use the short form (P - Y) / n: it needs no logarithm and no division by a probability."""
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    return (P - Y) / len(Z)


def softmax_cross_entropy_grad_by_logarithms(Z: np.ndarray, Y: np.ndarray) -> np.ndarray:
    """The same, with the probabilities as exponentials of log-probabilities."""
    Z = np.asarray(Z, dtype=np.float64)
    P = np.exp(Z - np.logaddexp.reduce(Z, axis=1, keepdims=True))
    return (P - Y) / Z.shape[0]


def softmax_cross_entropy_grad_loop(Z: np.ndarray, Y: np.ndarray) -> np.ndarray:
    """The same, entry by entry: p - y sums p times the y of the others minus y times their p."""
    n, k = Z.shape
    G = np.zeros((n, k))
    for i, (logits, labels) in enumerate(zip(Z.tolist(), Y.tolist(), strict=True)):
        weights = [math.exp(each - max(logits)) for each in logits]
        total = math.fsum(weights)
        for j in range(k):
            # y of the other classes times p of this one, minus y of this one times p of the others
            gained = weights[j] * math.fsum(labels[:j] + labels[j + 1 :])
            lost = labels[j] * math.fsum(weights[:j] + weights[j + 1 :])
            G[i, j] = (gained - lost) / total / n
    return G


def softmax_cross_entropy_grad_complex_step(Z: np.ndarray, Y: np.ndarray) -> np.ndarray:
    """The same from the loss: a step along the imaginary axis costs no digits (Squire & Trapp 1998)."""
    step, (n, k) = 1e-100, Z.shape
    shifted = (Z - Z.max(axis=1, keepdims=True)).astype(np.float64)
    G = np.zeros((n, k))
    for j in range(k):
        moved = shifted + 1j * step * (np.arange(k) == j)
        log_p = moved - np.log(np.exp(moved).sum(axis=1, keepdims=True))
        G[:, j] = -(Y * log_p.imag).sum(axis=1) / step / n
    return G

"""Inverted dropout from given random numbers.

Source: Srivastava, Hinton, Krizhevsky, Sutskever & Salakhutdinov, "Dropout" (2014); Zhang et al., "Dive
into Deep Learning", section 5.6.
"""

import numpy as np


def dropout_forward(a: np.ndarray, u: np.ndarray, p: float, training: bool) -> np.ndarray:
    """The activations, in training those with u >= p over 1 - p and 0 for the others.

    Shapes: ``(n),(n),(),b1()->(n)``; 0 <= p < 1.
    """
    a = np.array(a, dtype=np.float64)  # a copy: the result owns its memory
    return np.where(np.greater_equal(u, p), a / (1.0 - p), 0.0) if training else a


def dropout_forward_numpy(a: np.ndarray, u: np.ndarray, p: float, training: bool) -> np.ndarray:
    """Return early when not training: then neither the mask nor the scale has a place."""
    if not training:
        return a
    mask = u >= p
    return a * mask / (1 - p)


def dropout_forward_indexed(a: np.ndarray, u: np.ndarray, p: float, training: bool) -> np.ndarray:
    """The same by setting entries of a scaled copy to 0."""
    rate = p if training else 0.0
    kept = np.multiply(a, 1.0 / (1.0 - rate), dtype=np.float64)
    kept[np.asarray(u) < rate] = 0.0
    return kept


def dropout_forward_loop(a: np.ndarray, u: np.ndarray, p: float, training: bool) -> np.ndarray:
    """The same, one activation after the other."""
    values = []
    for activation, number in zip(a.tolist(), u.tolist(), strict=True):
        if training and number < p:
            values.append(0.0)
        else:
            values.append(activation / (1.0 - p) if training else activation)
    return np.array(values, dtype=np.float64)

"""The single layer that is equal to two linear layers.

Source: Bishop, "Pattern Recognition and Machine Learning" (2006), section 5.1.
"""

import numpy as np


def collapse_linear_layers(
    W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The product of the weights, and the first biases sent through the second layer.

    Shapes: ``(d,h),(h),(h,k),(k)->(d,k),(k)``.
    """
    W1, b1, W2, b2 = (np.asarray(each, np.float64) for each in (W1, b1, W2, b2))
    return W1 @ W2, b1 @ W2 + b2


def collapse_linear_layers_numpy(
    W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Multiply out: `b1` goes through the second layer like a sample, `b2` is only added."""
    return W1 @ W2, b1 @ W2 + b2


def collapse_linear_layers_with_ones(
    W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The same as one product of matrices that hold the biases too, for an additional input that is always 1."""
    unchanged = np.append(np.zeros(len(W1)), 1.0)
    both = np.column_stack([np.vstack([W1, b1]), unchanged]) @ np.vstack([W2, b2])
    return both[:-1], both[-1]


def collapse_linear_layers_probed(
    W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The same from what both layers return for zeros and for each unit vector."""

    def layers(X):
        return (X @ W1 + b1) @ W2 + b2

    at_zero = layers(np.zeros(len(W1)))
    return layers(np.eye(len(W1))) - at_zero, at_zero


def collapse_linear_layers_loop(
    W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The same as a sum over the paths through the hidden neurons, one neuron after the other."""
    W, b = np.zeros((len(W1), len(b2))), np.array(b2, dtype=np.float64)
    for m in range(len(b1)):
        W += np.outer(np.asarray(W1[:, m], np.float64), W2[m])
        b += float(b1[m]) * W2[m]
    return W, b

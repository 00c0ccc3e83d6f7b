"""The update of a perceptron's weights by its own error.

Source: Rosenblatt, "Principles of Neurodynamics" (1962), the error correction procedure; in the form w + lr (t - o) x,
with labels -1 and 1, in Mitchell, "Machine Learning" (1997), section 4.4.2.
"""

import numpy as np

from gradkata.jit import FUSED, kernel


@kernel("f8[::1](f8[::1], f8[::1], f8)", flags=FUSED)
def _moved(w, x, step):
    if len(w) != len(x):
        raise ValueError("perceptron_update: the shapes are not (d),(d)")
    moved = np.empty(len(w))
    for i in range(len(w)):
        moved[i] = w[i] + step * x[i]
    return moved


def perceptron_update(w: np.ndarray, x: np.ndarray, target: int, pred: int, lr: float) -> np.ndarray:
    """The weights, moved by ``lr * (target - pred)`` times the inputs.

    Shapes: ``(d),(d),(),(),()->(d)``; target and pred are 0 or 1.

    Raises:
        ValueError: if the shapes do not fit together.

    """
    step = lr * (target - pred)
    try:
        moved: np.ndarray = _moved(w, x, step)
    except TypeError:  # compiled only for writable float64 arrays in C order
        moved = _moved(np.array(w, np.float64), np.array(x, np.float64), step)
    return moved


def perceptron_update_numpy(w: np.ndarray, x: np.ndarray, target: int, pred: int, lr: float) -> np.ndarray:
    """Use one formula for all cases: target - pred is 1, 0 or -1."""
    return w + lr * (target - pred) * x


def perceptron_update_by_cases(w: np.ndarray, x: np.ndarray, target: int, pred: int, lr: float) -> np.ndarray:
    """The same by cases: add the input for a missed target, subtract it for a false alarm."""
    new = w.copy()
    if pred < target:
        new += lr * x
    elif pred > target:
        new -= lr * x
    return new


def perceptron_update_loop(w: np.ndarray, x: np.ndarray, target: int, pred: int, lr: float) -> np.ndarray:
    """The same, one weight after the other, in plain Python."""
    error = target - pred
    pairs = zip(w.tolist(), x.tolist(), strict=True)
    return np.array([weight + lr * error * value for weight, value in pairs])


def perceptron_update_as_descent(
    w: np.ndarray, x: np.ndarray, target: int, pred: int, lr: float
) -> np.ndarray:
    """The same as a step against the gradient of (o - t) w.x, the perceptron criterion."""
    gradient = np.multiply(float(pred - target), x)
    return np.subtract(w, np.multiply(lr, gradient))

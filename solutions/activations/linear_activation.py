"""A straight line as an activation.

Source: Goodfellow, Bengio & Courville, "Deep Learning" (2016), section 6.2.2.1.
"""

import numpy as np


def linear_activation(x: np.ndarray, a: float, b: float) -> np.ndarray:
    """A line of slope a through b.

    Shapes: ``(n),(),()->(n)``, float64; n may be 0.
    """
    return np.multiply(a, x, dtype=np.float64) + b


def linear_activation_numpy(x: np.ndarray, a: float, b: float) -> np.ndarray:
    """Write the formula for one number: NumPy applies it to every entry."""
    return a * x + b


def linear_activation_as_a_polynomial(x: np.ndarray, a: float, b: float) -> np.ndarray:
    """The same as a polynomial of degree 1, with the highest power first."""
    return np.polyval([a, b], x)


def linear_activation_as_a_product(x: np.ndarray, a: float, b: float) -> np.ndarray:
    """The same as a layer with two inputs, x and the constant 1."""
    return np.column_stack([x, np.ones(len(x))]) @ np.array([a, b])


def linear_activation_loop(x: np.ndarray, a: float, b: float) -> np.ndarray:
    """The same, one number after the other."""
    y = np.empty(len(x))
    for i, value in enumerate(x.tolist()):
        y[i] = a * value + b
    return y

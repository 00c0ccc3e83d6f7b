"""The gradient of a polynomial in two variables.

Source: Deisenroth, Faisal & Ong, "Mathematics for Machine Learning" (2020), section 5.2, definition 5.5.
"""

import numpy as np


def gradient(c: np.ndarray, a: np.ndarray, b: np.ndarray, x: float, y: float) -> np.ndarray:
    """The sums of the derivatives of all terms, along x and along y.

    Shapes: ``(k),(k),(k),(),()->(2)``; k >= 0.
    """
    x_powers, x_slopes = _powers_and_slopes(a, x)
    y_powers, y_slopes = _powers_and_slopes(b, y)
    return np.array([(c * x_slopes) @ y_powers, (c * x_powers) @ y_slopes])


def gradient_numpy(c: np.ndarray, a: np.ndarray, b: np.ndarray, x: float, y: float) -> np.ndarray:
    """The maximum keeps exponents from getting negative: such a term has the factor 0 in any case."""
    along_x = np.sum(c * a * x ** np.maximum(a - 1, 0) * y**b)
    along_y = np.sum(c * b * x**a * y ** np.maximum(b - 1, 0))
    return np.array([along_x, along_y])


def gradient_loop(c: np.ndarray, a: np.ndarray, b: np.ndarray, x: float, y: float) -> np.ndarray:
    """The same, one term after the other; those that do not contain a variable are left out."""
    slopes = np.zeros(2)
    for factor, i, j in zip(c.tolist(), a.tolist(), b.tolist(), strict=True):
        if i > 0:
            slopes[0] += factor * i * x ** (i - 1) * y**j
        if j > 0:
            slopes[1] += factor * j * x**i * y ** (j - 1)
    return slopes


def gradient_table(c: np.ndarray, a: np.ndarray, b: np.ndarray, x: float, y: float) -> np.ndarray:
    """The same with a table of coefficients and NumPy's polynomials in two variables."""
    polynomial = np.polynomial.polynomial
    table = np.zeros((7, 7))
    np.add.at(table, (a, b), c)
    return np.array([polynomial.polyval2d(x, y, polynomial.polyder(table, axis=axis)) for axis in (0, 1)])


def _powers_and_slopes(exponents: np.ndarray, at: float) -> tuple[np.ndarray, np.ndarray]:
    """The powers of a number, and the derivatives of these powers; shapes: ``(k),()->(k),(k)``."""
    below = np.float64(at) ** np.maximum(exponents - 1, 0)
    return np.where(exponents > 0, below * at, 1.0), exponents * below

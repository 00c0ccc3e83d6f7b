"""A partial derivative as a central difference quotient.

Source: Deisenroth, Faisal & Ong, "Mathematics for Machine Learning" (2020), section 5.2, definition 5.5; the quotient:
Press, Teukolsky, Vetterling & Flannery, "Numerical Recipes" (3rd edition 2007), section 5.7.
"""

from collections.abc import Callable

import numpy as np

Field = Callable[[np.ndarray], float]


def partial_derivative(f: Field, x: np.ndarray, i: int, h: float) -> float:
    """The difference of f at two copies of x, of which one entry has moved.

    Shapes: ``(d),(),()->()``; h is not 0.
    """
    below, above = np.array(x, np.float64), np.array(x, np.float64)
    below[i] -= h
    above[i] += h
    return float(f(above) - f(below)) / float(above[i] - below[i])


def partial_derivative_numpy(f: Field, x: np.ndarray, i: int, h: float) -> float:
    """The step is a vector too: 0 along all axes but one."""
    step = np.zeros(len(x))
    step[i] = h
    return (f(x + step) - f(x - step)) / (2 * h)


def partial_derivative_of_a_number(f: Field, x: np.ndarray, i: int, h: float) -> float:
    """The same as the slope of a function of one number, with all others held constant."""

    def along(value):
        return f(np.array([*x[:i], value, *x[i + 1 :]], np.float64))

    return (along(x[i] + h) - along(x[i] - h)) / (2 * h)


def partial_derivative_of_both_sides(f: Field, x: np.ndarray, i: int, h: float) -> float:
    """The same as the mean of the quotients forwards and backwards, with a row of the identity."""
    unit = np.eye(len(x))[i]
    forwards = (f(x + h * unit) - f(x)) / h
    backwards = (f(x) - f(x - h * unit)) / h
    return 0.5 * (forwards + backwards)

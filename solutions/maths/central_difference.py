"""The central difference quotient of a function.

Source: Press, Teukolsky, Vetterling & Flannery, "Numerical Recipes" (3rd edition 2007), section 5.7.
"""

from collections.abc import Callable

Curve = Callable[[float], float]


def central_difference(f: Curve, x: float, h: float) -> float:
    """The slope of the secant through the points at x - h and x + h.

    Shapes: ``(),()->()``; h is not 0.
    """
    below, above = x - h, x + h
    return float(f(above) - f(below)) / (above - below)


def central_difference_numpy(f: Curve, x: float, h: float) -> float:
    """Step to both sides of x: the points are 2h apart."""
    return (f(x + h) - f(x - h)) / (2 * h)


def central_difference_of_both_sides(f: Curve, x: float, h: float) -> float:
    """The same as the mean of the quotients to the right and to the left."""
    right = (f(x + h) - f(x)) / h
    left = (f(x) - f(x - h)) / h
    return (right + left) / 2


def central_difference_of_the_odd_part(f: Curve, x: float, h: float) -> float:
    """The same from the part of f that changes its sign when the step does."""
    odd = 0.5 * f(x + h) - 0.5 * f(x - h)
    return odd / h

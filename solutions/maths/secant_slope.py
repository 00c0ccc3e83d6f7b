"""The slope of the straight line through two points.

Source: Deisenroth, Faisal & Ong, "Mathematics for Machine Learning" (2020), section 5.1, definition 5.1.
"""

import math

import numpy as np


def secant_slope(x1: float, y1: float, x2: float, y2: float) -> float:
    """The difference in height by the difference in x.

    Shapes: ``(),(),(),()->()``; NaN for a vertical line.
    """
    return (y2 - y1) / (x2 - x1) if x1 != x2 else math.nan


def secant_slope_numpy(x1: float, y1: float, x2: float, y2: float) -> float:
    """Ask for a vertical line first: Python raises an exception for a division by 0."""
    if x1 == x2:
        return np.nan
    return (y2 - y1) / (x2 - x1)


def secant_slope_of_differences(x1: float, y1: float, x2: float, y2: float) -> float:
    """The same with arrays, where a division by 0 raises nothing and its result is left out."""
    (run,), (rise,) = np.diff([x1, x2]), np.diff([y1, y2])
    with np.errstate(divide="ignore", invalid="ignore"):
        return float(np.where(run == 0, np.nan, rise / run))


def secant_slope_try(x1: float, y1: float, x2: float, y2: float) -> float:
    """The same with the exception of Python, which says that the line is vertical."""
    try:
        return (float(y1) - float(y2)) / (float(x1) - float(x2))
    except ZeroDivisionError:
        return float("nan")

r"""
# The slope of a secant

How fast does something grow between two measurements? Divide the growth by the time between them. On the graph of a
function, this number is the slope of a secant, the straight line through two points of the graph. As the points move
together, it tends to the derivative, which is what the training of a network uses.

$$m = \frac{\Delta y}{\Delta x} = \frac{y_2 - y_1}{x_2 - x_1}$$

## Conventions

* `x1` and `y1` are floats, the coordinates of the first point; `x2` and `y2` are floats, those of the second.
* Input: `x1`, `y1`, `x2` and `y2` are from -1e6 to 1e6.
* The result is a float. It is positive where the line rises to the right, negative where it falls, and 0 where both
  points have the same height. (The angle between the line and the x-axis is the arc tangent of the slope.)
* The points may come in either order.
* A vertical line has no slope, and one point alone has no secant: if `x1` and `x2` are equal, the result is NaN
  (`np.nan`). Division by 0 raises ZeroDivisionError in Python.
* If two different x are so close that the quotient is too large for a float, the result is infinite.

## Example

(3, 8) lies 2 to the right of (1, 2) and 6 above it; (5, -1) lies 4 to the right of (1, 1) and 2 below it:

    >>> secant_slope(1.0, 2.0, 3.0, 8.0)
    3.0
    >>> secant_slope(1.0, 1.0, 5.0, -1.0)
    -0.5

## Source

M. P. Deisenroth, A. A. Faisal and C. S. Ong, "Mathematics for Machine Learning", Cambridge University Press 2020,
section 5.1, definition 5.1.
"""

import numpy as np


def secant_slope(x1, y1, x2, y2):
    """Return the slope of the line through two points, or NaN if it is vertical."""
    raise NotImplementedError

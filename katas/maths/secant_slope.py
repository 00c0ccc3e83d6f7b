r"""
# The slope of a secant

How fast does something grow between two measurements? Divide by how much it grew by how long it took. On the graph of a
function, this number is the slope of the straight line through two of its points, a secant. When the points move
together, it tends to the derivative, from which a network learns.

$$m = \frac{\Delta y}{\Delta x} = \frac{y_2 - y_1}{x_2 - x_1}$$

## Conventions

* `x1` and `y1` are floats, the coordinates of the first point; `x2` and `y2` are floats, those of the second.
* Input: `x1`, `y1`, `x2` and `y2` are from -1e6 to 1e6.
* The result is a float. It is positive where the line rises to the right, negative where it falls, and 0 where both
  points have the same height. (The angle between the line and the x-axis is the arc tangent of the slope.)
* The points may come in either order.
* A vertical line has no slope, and one point alone has no secant: if `x1` and `x2` are equal, the result is NaN, which
  is `np.nan`. (Python raises ZeroDivisionError for a division by 0.)

## Example

From (1, 2) to (3, 8) it is 2 to the right and 6 up, from (1, 1) to (5, -1) 4 to the right and 2 down:

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

r"""
# The vector between two points

How do you get from point A to point B? The answer is a vector. Each of its components says how far to move along one
axis, and in which direction. The error of a prediction is such a difference, and so is the difference of two word
vectors.

$$AB = OB - OA$$

Here AB is the vector from A to B. O is the origin. The coordinates of a point are the components of the vector from O
to the point.

## Conventions

* `a` is a float array (float64) of shape `(d,)`: the coordinates of the point A, where the vector begins.
* `b` is a float array (float64) of shape `(d,)`: the coordinates of the point B, where it ends.
* Input: `d` is from 0 to 2000; `a` and `b` hold numbers from -1e16 to 1e16.
* The result is a float array (float64) of shape `(d,)`, the components of the vector from A to B. A negative component
  means that the coordinate of B is smaller than that of A.
* If A and B are the same point, all components are 0. Points without coordinates give an empty vector.
* The arguments are not changed.

## Example

From (1, 1) to (3, 2) you move 2 to the right and 1 up; from (1, 5) to (4, 3) you move 3 to the right and 2 down:

    >>> vector_between(np.array([1.0, 1.0]), np.array([3.0, 2.0]))
    array([2., 1.])
    >>> vector_between(np.array([1.0, 5.0]), np.array([4.0, 3.0]))
    array([ 3., -2.])

## Source

G. Strang, "Introduction to Linear Algebra", Wellesley-Cambridge Press, 5th edition 2016, section 1.1.
"""

import numpy as np


def vector_between(a, b):
    """Return the vector from the point `a` to the point `b`."""
    raise NotImplementedError

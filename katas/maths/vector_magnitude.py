r"""
# The length of a vector

Builds on `vector_between`.

How long is an arrow, and how large is a gradient or an error with many components? In the plane the theorem of
Pythagoras gives the answer, and the same formula holds for any number of components:

$$\lVert v \rVert = \sqrt{v_1^2 + v_2^2 + \dots + v_d^2}$$

## Conventions

* `v` is a float array (float64) of shape `(d,)`: the components of the vector.
* Input: `d` is from 0 to 2000; `v` holds numbers from -1e300 to 1e300.
* The result is a float, the Euclidean length, also called the magnitude, the Euclidean norm or the 2-norm. It is
  not another norm, such as the sum of the absolute values (the 1-norm).
* Without components the length is 0.
* The square of a number beyond about 1e154 is infinite in float64, but the length is not: for components of 3e200 and
  4e200 it is 5e200. (`np.linalg.norm` returns infinity there.)
* An absolute error of 1e-12 is allowed, so the squares of tiny components may become 0.
* The arguments are not changed.

## Example

The squares of 2 and 1 add up to 5, those of 2, 3 and 6 to 49:

    >>> vector_magnitude(np.array([2.0, 1.0]))
    2.23606797749979
    >>> vector_magnitude(np.array([2.0, -3.0, 6.0]))
    7.0

## Source

M. P. Deisenroth, A. A. Faisal and C. S. Ong, "Mathematics for Machine Learning", Cambridge University Press 2020,
section 3.1.
"""

import numpy as np


def vector_magnitude(v):
    """Return the Euclidean length of the vector `v`."""
    raise NotImplementedError

r"""
# Unit vectors

Builds on `vector_magnitude`.

A vector has a length and a direction. Divided by its length, it keeps its direction and gets the length 1. This is how
directions are compared, as in the cosine similarity of two word vectors, and how a step of a fixed length along a
gradient is made.

$$\hat v = \frac{v}{\lVert v \rVert}, \qquad \hat 0 = 0$$

## Conventions

* `v` is a float array (float64) of shape `(d,)`: the components of the vector.
* Input: `d` is from 0 to 2000; `v` holds numbers from -1e300 to 1e300.
* The result is a float array (float64) of shape `(d,)`: the vector of length 1 in the direction of `v`.
* A vector of zeros has no direction. The result is then a vector of zeros, not NaN. Without components it is empty.
* Every other vector has a direction, however short or long it is: `[3e-200, 4e-200]` points in the same direction as
  `[3.0, 4.0]`, although the squares of its components are too small for a float64. (PyTorch's
  `normalize` divides by at least 1e-12, so that the result for a shorter vector is shorter than 1.)
* The arguments are not changed.

## Example

The vector (3, 4) has length 5:

    >>> unit_vector(np.array([3.0, 4.0]))
    array([0.6, 0.8])
    >>> unit_vector(np.array([0.0, -2.0]))
    array([ 0., -1.])
    >>> unit_vector(np.zeros(2))
    array([0., 0.])

## Source

M. P. Deisenroth, A. A. Faisal and C. S. Ong, "Mathematics for Machine Learning", Cambridge University Press 2020,
sections 3.1 and 3.4.
"""

import numpy as np


def unit_vector(v):
    """Return the vector of length 1 in the direction of `v`, or zeros if `v` is zero."""
    raise NotImplementedError

r"""
# Euclidean distance

Builds on `vector_magnitude`.

Many methods look for the known points that are closest to a new one. The Euclidean distance is the length of the
straight line between two points. By the theorem of Pythagoras its square is the sum of the squared differences of the
features:

$$d(a, q) = \sqrt{\sum_j (a_j - q_j)^2}$$

## Conventions

* `X` is a float array (float64) of shape `(n, d)`: one point in each row, with d features.
* `q` is a float array (float64) of shape `(d,)`: the point from which the distances are taken.
* Input: `n` is from 0 to 1200; `d` is from 0 to 200; `X` and `q` hold numbers from -1e6 to 1e6.
* The result is a float array (float64) of shape `(n,)`: the distance from `q` to each row, in the order of the rows.
* The result is also accurate for points that are close together and far from 0: subtract before you square.
  (scikit-learn's `euclidean_distances` expands the square instead, which is faster but less accurate.)
* Without features (`d` is 0) every distance is 0.
* The features are not scaled.
* The arguments are not changed.

## Example

The differences from the first row are 3 and 4, and 9 + 16 is 25:

    >>> euclidean_distance(np.array([[4.0, 5.0], [1.0, 3.0]]), np.array([1.0, 1.0]))
    array([5., 2.])

## Source

T. Hastie, R. Tibshirani and J. Friedman, "The Elements of Statistical Learning", 2nd edition, Springer 2009,
section 13.3.
"""

import numpy as np


def euclidean_distance(X, q):
    """Return the distance from `q` to each row of `X`."""
    raise NotImplementedError

r"""
# k nearest neighbours

Builds on `euclidean_distance` and `majority_vote`.

Points that lie close together often belong to the same class. The method of the k nearest neighbours keeps all
training points, looks up the k that are closest to a new point, and lets them vote.

$$\hat c(q) = \operatorname{argmax}_c\; |\{i \in N_k(q) : y_i = c\}|$$

$N_k(q)$ holds the k rows of `X` with the smallest Euclidean distance to q.

## Conventions

* `X` is a float array (float64) of shape `(n, d)`: the training points, one in each row.
* `y` is an integer array (int64) of shape `(n,)`: their classes 0, 1, ..., `n_classes` - 1.
* `q` is a float array (float64) of shape `(d,)`: the new point.
* `k` is an integer, the number of neighbours that vote.
* `n_classes` is an integer, the number of classes.
* Input: `n` is from 1 to 1200; `d` is from 1 to 50; `X` and `q` hold numbers from -1000 to 1000; `y` holds whole
  numbers from 0 to n_classes-1; `k` is from 1 to n; `n_classes` is from 1 to 100.
* The result is an integer, the class with most votes; the smallest such class if several are level.
* It is clear who votes: every other point is farther away than the k nearest, by more than rounding. Points may occur
  twice.
* All votes have the same weight, and the features are not scaled, as in scikit-learn's `KNeighborsClassifier`.
* The arguments are not changed.

## Example

The neighbours of 2.5 are 3 and 1, then 7, with the classes 1, 0 and 1:

    >>> knn_predict(np.array([[1.0], [3.0], [7.0], [-9.0]]), np.array([0, 1, 1, 0]), np.array([2.5]), 3, 2)
    1

## Source

T. Hastie, R. Tibshirani and J. Friedman, "The Elements of Statistical Learning", 2nd edition, Springer 2009,
section 13.3.
"""

import numpy as np


def knn_predict(X, y, q, k, n_classes):
    """Return the class that most of the `k` rows of `X` nearest to `q` have."""
    raise NotImplementedError

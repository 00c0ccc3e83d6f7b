r"""
# k nearest neighbours

Builds on `euclidean_distance` and `majority_vote`.

Points that lie close together often belong to the same class. The method of the k nearest neighbours stores all
training points, finds the k that are closest to a new point, and lets them vote:

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
* The result is an integer, the class with the most votes; the smallest such class if several tie.
* There is no tie for the last neighbour: all other points are farther away than the k nearest, by more than rounding
  errors. The same point may occur more than once.
* All votes have the same weight, and the features are not scaled. (scikit-learn's `KNeighborsClassifier` does the same
  by default.)
* The arguments are not changed.

## Example

The three nearest neighbours of 2.5 are 3, 1 and 7. Their classes are 1, 0 and 1:

    >>> knn_predict(np.array([[1.0], [3.0], [7.0], [-9.0]]), np.array([0, 1, 1, 0]), np.array([2.5]), 3, 2)
    1

## Source

T. Hastie, R. Tibshirani and J. Friedman, "The Elements of Statistical Learning", 2nd edition, Springer 2009,
section 13.3.
"""

import numpy as np


def knn_predict(X, y, q, k, n_classes):
    """Return the class that occurs most often among the `k` rows of `X` nearest to `q`."""
    raise NotImplementedError

r"""
# Majority vote

The nearest neighbours of a point, or the trees of a random forest, each vote for a class. The class with the most votes
wins, even if it has fewer than half of them:

$$\hat c = \operatorname{argmax}_c\; |\{i : c_i = c\}|$$

where $c_i$ is the label of voter i, and the bars count the voters.

## Conventions

* `labels` is an integer array (int64) of shape `(k,)`: the votes, one label each.
* `n_classes` is an integer, the number of classes; their labels are 0, 1, ..., `n_classes` - 1.
* Input: `k` is from 1 to 2000; `labels` holds whole numbers from 0 to n_classes-1; `n_classes` is from 1 to 1000.
* The result is an integer, the label that occurs most often.
* If several labels tie for the most votes, the smallest of them wins. (The book below breaks ties at random; SciPy's
  `mode` and scikit-learn's `KNeighborsClassifier` take the smallest, as here.)
* Labels are names: their order means nothing. Some classes may have no vote.
* The arguments are not changed.

## Example

Class 3 has two of the four votes. In the second call classes 2 and 0 tie, with one vote each:

    >>> majority_vote(np.array([3, 0, 3, 1]), 4)
    3
    >>> majority_vote(np.array([2, 0]), 3)
    0

## Source

T. Hastie, R. Tibshirani and J. Friedman, "The Elements of Statistical Learning", 2nd edition, Springer 2009,
section 13.3.
"""

import numpy as np


def majority_vote(labels, n_classes):
    """Return the most frequent of the labels, the smallest of them if several tie."""
    raise NotImplementedError

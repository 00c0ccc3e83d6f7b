r"""
# One-hot labels

A classifier returns one probability for each class, but a data set often names the right class by a number, such as 2.
One-hot encoding turns that number into a row that can be compared with the probabilities: 1 for the right class, 0 for
all others. Unlike numbers, such rows do not suggest an order of the classes. If $b$ is the number of the first class:

$$Y_{ij} = 1 \text{ if } c_i = b + j, \text{ else } 0 \qquad (j = 0, \ldots, k - 1)$$

## Conventions

* `labels` is an integer array (int64) of shape `(n,)`: the classes $c_i$. Some data sets count classes from 0, others
  from 1, so the first number is an argument.
* `k` is an integer, the number of classes. A class that does not occur in `labels` has a column too.
* `base` is an integer, the number $b$ of the first class.
* Input: `n` is from 0 to 2000; `labels` holds whole numbers from base to base+k-1; `k` is from 1 to 100; `base` is
  from -1000 to 1000.
* The result is a float array (float64) of shape `(n, k)`. (PyTorch's `one_hot` returns integers and counts from 0. By
  default, the largest label is its last class.)
* The arguments are not changed.

## Example

Three samples and four classes, counted from 1:

    >>> one_hot(np.array([2, 1, 2]), 4, 1)
    array([[0., 1., 0., 0.],
           [1., 0., 0., 0.],
           [0., 1., 0., 0.]])

## Source

C. M. Bishop, "Pattern Recognition and Machine Learning", Springer 2006, introduction to chapter 4 (1-of-K coding).
"""

import numpy as np


def one_hot(labels, k, base):
    """Return a matrix with a row for each label: 1 in the column of its class, 0 elsewhere."""
    raise NotImplementedError

r"""
# Mean and median

The mean and the median each describe in one number what is typical of many. The mean is the sum, divided equally among
all numbers. The median is the number in the middle of the sorted numbers: at most half of them are smaller, and at most
half are larger. A single huge value can move the mean far, but it hardly moves the median.

$$\bar y = \frac{1}{n} \sum_{i=1}^{n} y_i, \qquad
\tilde y = \frac{1}{2} \left( y_{(\lfloor (n+1)/2 \rfloor)} + y_{(\lfloor n/2 \rfloor + 1)} \right)$$

Here $y_{(1)} \le \dots \le y_{(n)}$ are the sorted numbers. If n is odd, both terms are the middle one; if n is
even, they are the two in the middle.

## Conventions

* `y` is a float array (float64) of shape `(n,)`: the numbers, in any order.
* Input: `n` is from 1 to 2000; `y` holds numbers from -1000 to 1000.
* The result is a tuple of two floats: the mean, then the median. Equal numbers count as often as they occur.
* For an even n the median is the mean of the two middle numbers, as in `np.median`. (PyTorch's `median` returns the
  lower of the two.)
* The arguments are not changed. (`y.sort()` would sort the caller's array.)

## Example

The sum is 16. The sorted numbers are 1, 2, 3, 10, with 2 and 3 in the middle:

    >>> mean_median(np.array([3.0, 10.0, 1.0, 2.0]))
    (4.0, 2.5)

## Source

T. Hastie, R. Tibshirani and J. Friedman, "The Elements of Statistical Learning", 2nd edition, Springer 2009, section
2.4: the mean minimises the squared error, the median the absolute error.
"""

import numpy as np


def mean_median(y):
    """Return the mean and the median of the numbers `y`."""
    raise NotImplementedError

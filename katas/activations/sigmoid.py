r"""
# Sigmoid

Map any real number to a value between 0 and 1, which can be read as a probability:

$$\sigma(x) = 1 / (1 + e^{-x}).$$

The curve rises from 0 to 1, is steepest at 0, and is symmetric about the point (0, ½): $\sigma(-x) = 1 - \sigma(x)$.
A binary classifier uses it to turn a score x into a probability p. The score is then the logarithm of the odds:
$x = \ln(p / (1 - p))$.

## Conventions

* Input: `n` is from 0 to 1200; `x` holds finite numbers, inf or -inf.
* `x` is a float array (float64) of shape `(n,)`. Return a float array of the same shape; a list or tuple of n numbers
  is accepted. If `x` is empty, return an empty array.
* Entry `i` of the result depends on `x[i]` only.
* $e^{1000}$ overflows: do not let that spoil the result. Your function must not raise an exception or return NaN.
  Warnings about overflow do not matter.
* Return the limits 1.0 for inf and 0.0 for -inf.
* Each entry must lie within 1e-12 + 1e-9·|v| of the exact value v.
* For finite x the exact value lies strictly between 0 and 1. Rounded to float64 it is 1.0 from about 37 on and 0.0
  below about -745.
* Do not modify `x`.
* Frameworks call this function `sigmoid`, SciPy calls it `expit`.

## Example

    >>> sigmoid(np.array([0.0, 2.0, -1000.0]))
    array([0.5       , 0.88079708, 0.        ])
    >>> sigmoid(np.array([-np.inf, np.inf]))
    array([0., 1.])

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 3.10.
"""

import numpy as np


def sigmoid(x):
    """Return the sigmoid of every entry, as an array of the shape of `x`."""
    raise NotImplementedError

r"""
# Sigmoid

Squeeze any number into the range from 0 to 1, for example for a probability or a neuron's firing rate:

$$\sigma(x) = \frac{1}{1 + e^{-x}}.$$

The curve rises from 0 to 1, is steepest at 0, and is its own mirror image about the point (0, ½):
$\sigma(-x) = 1 - \sigma(x)$.

## Conventions

* Input: `n` is from 0 to 1200; `x` holds finite numbers or inf or -inf.
* `x` is a float array (float64) of shape `(n,)`. If it is empty, so is the result.
* The result is a float array of the same shape (a list or tuple of n numbers will do): entry `i` depends on `x[i]`
  and on nothing else. Each number may be off by 1e-12 plus 1e-9 of its size.
* For ±infinity the answer is the limit, 0.0 or 1.0.
* The answer never holds NaN, and no exception is raised, at ±1000 either. A warning about overflow does not matter.
* In exact arithmetic the values of finite numbers lie strictly between 0 and 1. Rounded to floats they reach 1.0
  from about 37 on and 0.0 from about -745.
* The argument is not changed.

## Example

    >>> sigmoid(np.array([0.0, 2.0, -1000.0]))
    array([0.5, 0.8807970779778823, 0.0])
    >>> sigmoid(np.array([-np.inf, np.inf]))
    array([0.0, 1.0])

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 3.10.
"""

import numpy as np


def sigmoid(x):
    """Return the sigmoid of every entry, as an array of the shape of `x`."""
    raise NotImplementedError

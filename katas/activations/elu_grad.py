r"""
# Derivative of the exponential linear unit

Builds on `elu` and `central_difference`.

The exponential linear unit (ELU) is the identity for positive inputs and levels off at $-\alpha$ for very negative
ones. Unlike ReLU it passes some gradient for negative inputs, and its mean output is closer to 0:

$$f(x) = x \text{ if } x > 0, \qquad f(x) = \alpha\,(e^x - 1) \text{ if } x < 0.$$

Its derivative, for negative inputs also $f(x) + \alpha$, is

$$f'(x) = 1 \text{ if } x > 0, \qquad f'(x) = \alpha\,e^x \text{ if } x < 0.$$

## Conventions

* Input: `n` is from 1 to 1200; `x` holds numbers from -1000 to 1000, with absolute values of at least 1e-6; `alpha`
  is from 0.1 to 10.
* `x` is the *input* of the unit: a float array (float64) of shape `(n,)`. `alpha` is a float.
* Return a float array of the same shape, where entry `i` is $f'$ at `x[i]` and depends on no other entry; a list or
  tuple of n numbers is accepted.
* At 0 the slope jumps from $\alpha$ to 1. This kata never tests it: neither 0.0 nor -0.0 occurs in `x`.
* Your function must not raise an exception or return NaN. Warnings about overflow do not matter.
* Each entry must lie within 1e-12 + 1e-9·|v| of the exact value v. The formula is accurate enough, finite differences
  are not.
* Do not modify the arguments.
* Most libraries use $\alpha = 1$ by default.

## Example

    >>> elu_grad(np.array([3.0, -0.5, -1000.0]), 2.0)
    array([1.        , 1.21306132, 0.        ])

## Source

D.-A. Clevert, T. Unterthiner and S. Hochreiter, "Fast and accurate deep network learning by exponential linear
units (ELUs)", ICLR 2016, section 3.
"""

import numpy as np


def elu_grad(x, alpha):
    """Return the derivative of the unit at every entry, as an array of the shape of `x`."""
    raise NotImplementedError

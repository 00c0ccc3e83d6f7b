r"""
# The quotient rule

Builds on `product_rule`.

The sigmoid is a quotient, and so is every entry of the softmax. How fast does u / v change? If u and v are positive,
the quotient grows when u grows and falls when v grows. So one term is subtracted here:

$$\left( \frac{u}{v} \right)' = \frac{u' v - u v'}{v^2}$$

This is the product rule for u and 1/v, because the derivative of 1/v is −v'/v².

## Conventions

* `u` and `v` are float arrays (float64) of shape `(n,)`: the values of the numerator and of the denominator at n
  points.
* `du` and `dv` are float arrays (float64) of shape `(n,)`: the values of their derivatives at the same points.
* Input: `n` is from 0 to 2000; `u`, `du` and `dv` hold numbers from -1000 to 1000; `v` holds numbers from -1000 to
  1000, with absolute values of at least 0.01.
* The result is a float array (float64) of shape `(n,)`: the derivative of the quotient at each point. It must lie
  within 1e-9 + 1e-9·|r| of the exact value r.
* The arguments are not changed.

## Example

Let u = x² and v = x + 1. At x = 1 and x = 3, u is 1 and 9, u' is 2 and 6, v is 2 and 4, and v' is 1. So the results are
(2 × 2 − 1 × 1) / 4 and (6 × 4 − 9 × 1) / 16:

    >>> quotient_rule(np.array([1.0, 9.0]), np.array([2.0, 6.0]), np.array([2.0, 4.0]), np.array([1.0, 1.0]))
    array([0.75  , 0.9375])

## Source

M. P. Deisenroth, A. A. Faisal and C. S. Ong, "Mathematics for Machine Learning", Cambridge University Press 2020,
section 5.1.2.
"""

import numpy as np


def quotient_rule(u, du, v, dv):
    """Return the derivative of the quotient of `u` and `v`."""
    raise NotImplementedError

r"""
# The chain rule

Builds on `power_rule`.

A network is a function of a function of a function, and training it means differentiating such compositions. Start
with two functions, $m = \text{inner}(x)$ and $z = \text{outer}(m)$. How fast does z change with x?

$$dz/dx = dz/dm \times dm/dx = \text{outer}'(\text{inner}(x)) \times \text{inner}'(x).$$

Rates along the chain multiply. The outer derivative is taken at inner(x), the inner derivative at x. Both functions
are polynomials here, given by their coefficients: $c(x) = \sum_i c_i\,x^i$.

## Conventions

* Input: `m` and `k` are from 1 to 6; `outer` and `inner` hold numbers from -20 to 20 in multiples of 0.5; `x` is
  from -1000 to 1000.
* `outer` and `inner` are float arrays (float64) of shapes `(m,)` and `(k,)`. `c[i]` multiplies x^i, so the constant
  comes first. (`np.polyval` expects the highest power first.)
* A polynomial with one coefficient is a constant; its derivative is 0.
* Any coefficient may be 0, even the last ones: `[1.0, 2.0, 0.0]` is the same polynomial as `[1.0, 2.0]`.
* x^0 is 1 for every x, also for 0.
* Return one number, the derivative of outer(inner(x)) at `x`, not an array of one number.
* The result must lie within 1e-12 + 1e-9·|v| of the exact value v. Finite differences are not accurate enough.
* Do not modify the arguments.

## Example

With m = x² and z = m⁴ − 1 the derivative is 8x⁷, here at 1.3. With m = 1 + 3x and z = 2 − m + m²/2 it is 9x, here at
−1:

    >>> chain_rule_compose(np.array([-1.0, 0.0, 0.0, 0.0, 1.0]), np.array([0.0, 0.0, 1.0]), 1.3)
    50.198813600000015
    >>> chain_rule_compose(np.array([2.0, -1.0, 0.5]), np.array([1.0, 3.0]), -1.0)
    -9.0

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 6.5.2.
"""

import numpy as np


def chain_rule_compose(outer, inner, x):
    """Return the derivative of outer(inner(x)) at x, as one number."""
    raise NotImplementedError

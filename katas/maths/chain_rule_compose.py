r"""
# The chain rule

A network is a function of a function of a function, and training it means differentiating that. Start with two:
how fast does the outer one change when the innermost number does?

$$z = \mathrm{outer}(m), \qquad m = \mathrm{inner}(x), \qquad
\frac{dz}{dx} = \frac{dz}{dm}\,\frac{dm}{dx} = \mathrm{outer}'(\mathrm{inner}(x)) \cdot \mathrm{inner}'(x).$$

Both functions are polynomials here, given by their coefficients:

$$c(x) = \sum_{i=0}^{n-1} c_i\,x^i.$$

## Conventions

* Input: `m` and `k` are from 1 to 6; `outer` and `inner` hold numbers from -20 to 20 in multiples of 0.5; `x` is
  from -1000 to 1000.
* `outer` and `inner` are float arrays (float64) of one dimension, of any two lengths. `c[i]` multiplies x^i, so the
  constant comes first. (NumPy's old `polyval` and `poly1d` have it last.)
* A polynomial with exactly one coefficient is a constant, and the derivative is 0.
* Any coefficient may be 0, also the last ones: `[1.0, 2.0, 0.0, 0.0]` is the same polynomial as `[1.0, 2.0]`.
* `x` is a float. The power x^0 is 1 for every x, 0 included.
* The result is one number, the derivative of outer(inner(x)) at `x`, not an array of one number. It may be off by
  1e-12 plus 1e-9 of its size. Finite differences are not accurate enough.
* The arguments are not changed.

## Example

With m = x² and z = m⁴ - 1 the derivative is 8 x⁷, here at 1.3. Then m = 1 + 3x and z = 2 - m + m²/2, at -1.
(Each factor of the chain begins where the one before it ends, so the chain for dz/dx never contains dx/dz.)

    >>> chain_rule_compose(np.array([-1.0, 0.0, 0.0, 0.0, 1.0]), np.array([0.0, 0.0, 1.0]), 1.3)
    50.198813600000015
    >>> chain_rule_compose(np.array([2.0, -1.0, 0.5]), np.array([1.0, 3.0]), -1.0)
    -9.0

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 6.5.2; M. Spivak, "Calculus",
chapter 10.
"""

import numpy as np


def chain_rule_compose(outer, inner, x):
    """Return the derivative of outer(inner(x)) at x, as one number."""
    raise NotImplementedError

r"""
# The product rule

Builds on `power_rule`.

The area of a rectangle with sides f and g changes when its sides change. If f grows a little, a strip of length g is
added; if g grows, a strip of length f is added. The derivative of the product is the sum of both effects:

$$(f g)' = f' g + f g'$$

The derivative of a product is not the product of the derivatives: x times x is x², with the derivative 2x and not 1.

## Conventions

* `f` and `g` are float arrays (float64) of shape `(n,)`: the values of the two functions at n points, not the
  functions themselves.
* `df` and `dg` are float arrays (float64) of shape `(n,)`: the values of their derivatives at the same points.
* Input: `n` is from 0 to 2000; `f`, `df`, `g` and `dg` hold numbers from -1000 to 1000.
* The result is a float array (float64) of shape `(n,)`: the derivative of the product at each point.
* The arguments are not changed.

## Example

For f = x² and g = x³ at x = 1 and 2 the product is x⁵, with the derivative 5x⁴:

    >>> product_rule(np.array([1.0, 4.0]), np.array([2.0, 4.0]), np.array([1.0, 8.0]), np.array([3.0, 12.0]))
    array([ 5., 80.])

For f = x + 2 and g = cos x, the derivative of the product is cos x − (x + 2) sin x, because the derivative of cos x is
−sin x.

## Source

M. P. Deisenroth, A. A. Faisal and C. S. Ong, "Mathematics for Machine Learning", Cambridge University Press 2020,
section 5.1.2.
"""

import numpy as np


def product_rule(f, df, g, dg):
    """Return the derivative of the product of `f` and `g`."""
    raise NotImplementedError

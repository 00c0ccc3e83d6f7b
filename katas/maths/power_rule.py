r"""
# The power rule

Builds on `central_difference`.

The slope of a function can often be given as a formula too. For a polynomial a single rule is enough. In each term the
exponent becomes a factor, and the new exponent is one less:

$$\frac{d}{dx} x^n = n\,x^{n-1}, \qquad
\frac{d}{dx} \sum_{i=0}^{k-1} c_i\,x^i = \sum_{i=1}^{k-1} i\,c_i\,x^{i-1}$$

The derivative of the constant term is 0.

## Conventions

* `c` is a float array (float64) of shape `(k,)`: the coefficients. `c[i]` belongs to xⁱ, so the constant comes first,
  as in `np.polynomial`. (`np.polyder` and `np.polyval` expect the highest power first.)
* Input: `k` is from 1 to 2000; `c` holds numbers from -1000 to 1000.
* The result is a float array (float64) of shape `(max(k-1,1),)`: the coefficients of the derivative, in the same
  order.
* The derivative of a constant is `[0.0]`: a polynomial has at least one coefficient.
* Zeros are kept, also at the end: `[0.0, 1.0, 0.0]` gives `[1.0, 0.0]`.
* The arguments are not changed.

## Example

The derivative of 7 + 5x + x² is 5 + 2x, and that of x⁵ is 5x⁴:

    >>> power_rule(np.array([7.0, 5.0, 1.0]))
    array([5., 2.])
    >>> power_rule(np.array([0.0, 0.0, 0.0, 0.0, 0.0, 1.0]))
    array([0., 0., 0., 0., 5.])
    >>> power_rule(np.array([7.0]))
    array([0.])

## Source

M. P. Deisenroth, A. A. Faisal and C. S. Ong, "Mathematics for Machine Learning", Cambridge University Press 2020,
section 5.1, example 5.2.
"""

import numpy as np


def power_rule(c):
    """Return the coefficients of the derivative of the polynomial with the coefficients `c`."""
    raise NotImplementedError

r"""
# Derivative of the exponential linear unit

The exponential linear unit (ELU) is the identity for positive numbers and bends smoothly towards $-\alpha$ for
negative ones. Its derivative there is $\alpha e^x$, which is $\alpha$ more than the unit's own value:

$$f(x) = \begin{cases} x & x > 0 \\ \alpha\,(e^x - 1) & x < 0 \end{cases} \qquad
f'(x) = \begin{cases} 1 & x > 0 \\ \alpha\,e^x = f(x) + \alpha & x < 0 \end{cases}$$

## Conventions

* `x` is what goes *into* the unit: a float array (float64) of shape `(n,)`, n >= 1. `alpha` is a float above 0.
* The result is a float array of the same shape (a list of n floats will do): entry `i` is $f'$ at `x[i]` and
  depends on no other entry.
* Every finite `x` may be asked, also ±1000, except the kink: neither 0.0 nor −0.0 is ever asked. The slope there is
  $\alpha$ from the left and 1 from the right, so there is a derivative only if $\alpha = 1$. Numbers as near to
  it as 1e-6 and −1e-6 are asked. Infinities and NaN are not.
* The answer never holds NaN, and no exception is raised. A warning about overflow does not matter.
* The result is compared to about nine digits (and an absolute error of 1e-12 far to the left). Finite differences
  are not accurate enough: use the formula.
* $f'$ is never large: it lies in $(0, 1]$ if $\alpha \le 1$ and in $(0, \alpha)$ otherwise. Rounded to floats it
  may reach 0.0.
* The arguments are not changed.

## Example

    >>> elu_grad(np.array([3.0, -0.5, -1000.0]), 2.0)
    array([1.0, 1.2130613194252668, 0.0])

## Source

D.-A. Clevert, T. Unterthiner and S. Hochreiter, "Fast and accurate deep network learning by exponential linear
units (ELUs)", ICLR 2016, section 3, equation 15.
"""

import numpy as np


def elu_grad(x, alpha):
    """Return the derivative of the unit at every entry, as an array of the shape of `x`."""
    raise NotImplementedError

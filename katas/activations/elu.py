r"""
# Exponential linear unit

Builds on `relu`.

The exponential linear unit (ELU) leaves positive numbers unchanged, like the rectifier. A negative number does not
become 0: the curve levels off smoothly at $-\alpha$. For α > 0 the slope on the left is therefore not 0, and the mean
output is closer to 0:

$$f(x) = x \text{ if } x > 0, \qquad f(x) = \alpha\,(e^x - 1) \text{ if } x \le 0$$

Both formulas are 0 at 0, so the curve has no jump.

## Conventions

* `x` is a float array (float64) of shape `(n,)`: the pre-activations.
* `alpha` is a float, the depth α. It scales the left side only, and with an alpha of 0 the unit is the rectifier.
* Input: `n` is from 0 to 2000; `x` holds numbers from -1000 to 1000; `alpha` is from 0 to 10.
* The result is a float array (float64) of shape `(n,)`. Entry `i` depends on `x[i]` only.
* The result holds no NaN, and there is no exception. $e^{1000}$ overflows to infinity, but the formula needs $e^x$ for
  $x \le 0$ only. Warnings about overflow do not matter.
* The formula is accurate enough; `np.expm1` computes $e^x - 1$ without losing digits near 0.
* CELU has $e^{x/\alpha}$ in place of $e^x$, and SELU multiplies both sides by a further constant.
* The arguments are not changed.

## Example

    >>> elu(np.array([3.0, 0.0, -0.5, -1000.0]), 2.0)
    array([ 3.        ,  0.        , -0.78693868, -2.        ])

## Source

D.-A. Clevert, T. Unterthiner and S. Hochreiter, "Fast and accurate deep network learning by exponential linear
units (ELUs)", ICLR 2016, section 3.
"""

import numpy as np


def elu(x, alpha):
    """Return the exponential linear unit of every entry of `x`."""
    raise NotImplementedError

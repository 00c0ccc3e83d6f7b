r"""
# Derivative of the exponential linear unit

The exponential linear unit (ELU) is the identity for positive numbers and bends smoothly towards $-\alpha$ for
negative ones. For negative numbers its derivative is $\alpha e^x$, which is $\alpha$ more than the unit's own
value:

$$f(x) = \begin{cases} x & x > 0 \\ \alpha\,(e^x - 1) & x < 0 \end{cases} \qquad
f'(x) = \begin{cases} 1 & x > 0 \\ \alpha\,e^x = f(x) + \alpha & x < 0 \end{cases}$$

## Conventions

* Input: `n` is from 1 to 1200; `x` holds numbers from -1000 to 1000, but not nearer to 0 than 1e-6; `alpha` is from
  0.1 to 10.
* `x` is what goes *into* the unit: a float array (float64) of shape `(n,)`. `alpha` is a float.
* The result is a float array of the same shape (a list or tuple of n numbers will do): entry `i` is $f'$ at `x[i]`
  and depends on no other entry.
* The kink is never passed: neither 0.0 nor −0.0, whatever `alpha` is. (The slope there is $\alpha$ from
  the left and 1 from the right.)
* The answer never holds NaN, and no exception is raised. A warning about overflow does not matter.
* Each number may be off by 1e-12 plus 1e-9 of its size; either form of the formula is good enough. Finite
  differences are not.
* $f'$ is never large: it lies in $(0, 1]$ if $\alpha \le 1$ and in $(0, \alpha)$ otherwise. Rounded to floats it
  may reach 0.0.
* The arguments are not changed.

## Example

    >>> elu_grad(np.array([3.0, -0.5, -1000.0]), 2.0)
    array([1.0, 1.2130613194252668, 0.0])

## Source

D.-A. Clevert, T. Unterthiner and S. Hochreiter, "Fast and accurate deep network learning by exponential linear
units (ELUs)", ICLR 2016, section 3.
"""

import numpy as np


def elu_grad(x, alpha):
    """Return the derivative of the unit at every entry, as an array of the shape of `x`."""
    raise NotImplementedError

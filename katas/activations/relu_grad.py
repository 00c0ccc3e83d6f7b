r"""
# Derivative of the rectifier

The rectifier $f(x) = \max(0, x)$ lets positive numbers pass and stops the others. So it does with gradients:

$$f'(x) = \begin{cases} 1 & x > 0 \\ 0 & x < 0 \end{cases}$$

## Conventions

* `x` is what goes *into* the rectifier: a float array (float64) of shape `(n,)`, n >= 1.
* The result holds numbers, not True and False: a float array of the same shape (a list of n numbers will do), where
  entry `i` is $f'$ at `x[i]` and depends on no other entry.
* Every finite number may be asked, also ±1000, except the kink: neither 0.0 nor −0.0 is ever asked, because $f$ has
  no derivative there. (Some texts call it 1, most libraries 0, and a difference quotient gives ½.) Numbers as
  near to the kink as 1e-6 and −1e-6 are asked. Infinities and NaN are not.
* The result is compared to about nine digits. Finite differences are not accurate enough: near the kink a step
  leads across it, and far away the step is lost in rounding.
* The argument is not changed.

## Example

    >>> relu_grad(np.array([3.0, -0.5, 1e-6]))
    array([1.0, 0.0, 1.0])

## Source

X. Glorot, A. Bordes and Y. Bengio, "Deep sparse rectifier neural networks", AISTATS 2011, section 3.1.
"""

import numpy as np


def relu_grad(x):
    """Return the derivative of the rectifier at every entry, as an array of the shape of `x`."""
    raise NotImplementedError

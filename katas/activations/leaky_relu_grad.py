r"""
# Derivative of the leaky rectifier

A rectifier that is shut passes no gradient, and so it may stay shut for ever. The leaky one keeps a small slope:

$$f(x) = \begin{cases} x & x > 0 \\ 0.01\,x & x < 0 \end{cases} \qquad
f'(x) = \begin{cases} 1 & x > 0 \\ 0.01 & x < 0 \end{cases}$$

## Conventions

* The slope for negative numbers is 0.01. It is fixed, and no argument.
* `x` is what goes *into* the function: a float array (float64) of shape `(n,)`, n >= 1.
* The result is a float array of the same shape (a list of n floats will do): entry `i` is $f'$ at `x[i]` and
  depends on no other entry.
* Every finite number may be asked, also ±1000, except the kink: neither 0.0 nor −0.0 is ever asked, because $f$ has
  no derivative there. Numbers as near to it as 1e-6 and −1e-6 are asked. Infinities and NaN are not.
* The result is compared to about nine digits. Finite differences are not accurate enough: near the kink a step
  leads across it, and far away the step is lost in rounding.
* The argument is not changed.

## Example

    >>> leaky_relu_grad(np.array([3.0, -0.5, -1e-6]))
    array([1.0, 0.01, 0.01])

## Source

A. Maas, A. Hannun and A. Ng, "Rectifier nonlinearities improve neural network acoustic models", ICML workshop on
deep learning for audio, speech and language processing, 2013, section 2.
"""

import numpy as np


def leaky_relu_grad(x):
    """Return the derivative of the leaky rectifier at every entry, as an array of the shape of `x`."""
    raise NotImplementedError

r"""
# Derivative of the rectifier

The rectifier $f(x) = \max(0, x)$ lets positive numbers pass and stops the others. It does the same with gradients:

$$f'(x) = \begin{cases} 1 & x > 0 \\ 0 & x < 0 \end{cases}$$

## Conventions

* Input: `n` is from 1 to 1200; `x` holds numbers from -1000 to 1000, but not nearer to 0 than 1e-6.
* `x` is what goes *into* the rectifier: a float array (float64) of shape `(n,)`.
* The result is a float array of the same shape (a list or tuple of n numbers will do): entry `i` is $f'$ at `x[i]`
  and depends on no other entry. Integers 0 and 1 are accepted, True and False are not.
* The kink is never passed: neither 0.0 nor −0.0, where $f$ has no derivative. (Some texts say 1
  there, most libraries 0, and a central difference gives ½.)
* Each number may be off by 1e-12 plus 1e-9 of its size. Finite differences are not accurate enough: near the kink a
  step leads across it, and far away digits cancel.
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

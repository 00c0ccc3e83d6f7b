r"""
# Derivative of the leaky rectifier

A rectifier whose inputs are all negative passes no gradient, so it may never become active again. The leaky
rectifier keeps a small slope:

$$f(x) = \begin{cases} x & x > 0 \\ 0.01\,x & x < 0 \end{cases} \qquad
f'(x) = \begin{cases} 1 & x > 0 \\ 0.01 & x < 0 \end{cases}$$

## Conventions

* Input: `n` is from 1 to 1200; `x` holds numbers from -1000 to 1000, but not nearer to 0 than 1e-6.
* The slope for negative numbers is 0.01. It is fixed and not an argument: libraries differ.
* `x` is what goes *into* the function: a float array (float64) of shape `(n,)`.
* The result is a float array of the same shape (a list or tuple of n numbers will do): entry `i` is $f'$ at `x[i]`
  and depends on no other entry.
* The kink is never passed: neither 0.0 nor −0.0, where $f$ has no derivative.
* Each number may be off by 1e-12 plus 1e-9 of its size: float32 is not enough. Neither are finite differences: near
  the kink a step leads across it, and far away digits cancel.
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

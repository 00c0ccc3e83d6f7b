r"""
# Derivative of the rectifier

Builds on `relu` and `central_difference`.

The rectifier (ReLU), $f(x) = \max(0, x)$, passes positive numbers on and replaces negative ones by 0. In
backpropagation the incoming gradient is multiplied by its slope, so the gradient passes where the input was positive
and is blocked elsewhere:

$$f'(x) = 1 \text{ if } x > 0, \qquad f'(x) = 0 \text{ if } x < 0.$$

## Conventions

* Input: `n` is from 1 to 1200; `x` holds numbers from -1000 to 1000, with absolute values of at least 1e-6.
* `x` is the *input* of the rectifier: a float array (float64) of shape `(n,)`.
* Return a float array of the same shape, where entry `i` is $f'$ at `x[i]`; a list or tuple of n numbers is accepted.
  The integers 0 and 1 are accepted, True and False are not. Libraries call this elementwise derivative the gradient
  of the activation; the Jacobian is diagonal, and this is its diagonal.
* At 0, $f$ has no derivative: any value from 0 to 1 is a valid subgradient, and most libraries use 0. This kata never
  tests it: neither 0.0 nor -0.0 occurs in `x`.
* Each entry must lie within 1e-12 + 1e-9·|v| of the exact value v. Finite differences are not accurate enough: near 0
  a step crosses the kink, and far away digits cancel.
* Do not modify `x`.

## Example

    >>> relu_grad(np.array([3.0, -0.5, 1e-6]))
    array([1., 0., 1.])

## Source

X. Glorot, A. Bordes and Y. Bengio, "Deep sparse rectifier neural networks", AISTATS 2011, section 3.1.
"""

import numpy as np


def relu_grad(x):
    """Return the derivative of the rectifier at every entry, as an array of the shape of `x`."""
    raise NotImplementedError

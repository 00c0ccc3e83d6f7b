r"""
# Derivative of the sigmoid

Builds on `sigmoid`, `sigmoid_by_chain` and `central_difference`.

How fast does the sigmoid change with its input? Backpropagation multiplies the gradient by this slope at every
sigmoid unit, and the slope can be computed from the sigmoid's own value:

$$\sigma'(x) = \sigma(x)\,(1 - \sigma(x)), \qquad \sigma(x) = 1 / (1 + e^{-x}).$$

The slope is largest at 0, where it is ¼, and tends to 0 on both sides. On its way through ten sigmoids a gradient
therefore shrinks by a factor of at least $4^{10}$, more than a million: it vanishes.

## Conventions

* Input: `n` is from 1 to 1200; `x` holds finite numbers.
* `x` is the *input* of the sigmoid: a float array (float64) of shape `(n,)`. Some library functions, such as
  TensorFlow's `SigmoidGrad`, take its output instead.
* Return a float array of the same shape, where entry `i` is $\sigma'$ at `x[i]`; a list or tuple of n numbers is
  accepted. Libraries call this elementwise derivative the gradient of the activation; the Jacobian is diagonal, and
  this is its diagonal.
* Your function must not raise an exception or return NaN, even at ±1000. Warnings about overflow do not matter.
* Each entry must lie within 1e-12 + 1e-9·|v| of the exact value v. The formula is accurate enough, finite differences
  are not.
* Computed by the formula, the slope is exactly 0 for x above about 37, because $1 - \sigma$ cancels; the tolerance
  allows that.
* Do not modify `x`.

## Example

    >>> sigmoid_grad(np.array([0.0, 2.0, -1000.0]))
    array([0.25      , 0.10499359, 0.        ])

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 3.10.
"""

import numpy as np


def sigmoid_grad(x):
    """Return the derivative of the sigmoid at every entry, as an array of the shape of `x`."""
    raise NotImplementedError

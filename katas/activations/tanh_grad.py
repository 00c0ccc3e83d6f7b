r"""
# Derivative of tanh

Builds on `tanh_act` and `central_difference`.

The hyperbolic tangent maps any number to a value between −1 and 1. Backpropagation through a tanh unit multiplies the
gradient by its slope:

$$\tanh'(x) = 1 - (\tanh x)^2, \qquad \tanh x = (e^x - e^{-x}) / (e^x + e^{-x}).$$

The slope at 0 is 1, four times the sigmoid's, and the outputs are centred at 0: small inputs pass gradients almost
unchanged. Far from 0 the slope tends to 0.

## Conventions

* Input: `n` is from 1 to 1200; `x` holds finite numbers.
* `x` is the *input* of tanh, not its output: a float array (float64) of shape `(n,)`.
* Return a float array of the same shape, where entry `i` is $\tanh'$ at `x[i]`; a list or tuple of n numbers is
  accepted. Libraries call this elementwise derivative the gradient of the activation; the Jacobian is diagonal, and
  this is its diagonal.
* You may use `np.tanh`. The exponentials in the fraction overflow for large x.
* Your function must not raise an exception or return NaN, even at ±1000. Warnings about overflow do not matter.
* Each entry must lie within 1e-12 + 1e-9·|v| of the exact value v. The formula is accurate enough, finite differences
  are not.
* Computed by the formula, the slope is exactly 0 from about |x| = 19 on, because the difference cancels; the tolerance
  allows that.
* Differentiate tanh itself, not the scaled 1.7159 tanh(2x/3) of LeCun et al.
* Do not modify `x`.

## Example

    >>> tanh_grad(np.array([0.0, 0.5, -1000.0]))
    array([1.        , 0.78644773, 0.        ])

## Source

M. Abramowitz and I. Stegun, "Handbook of Mathematical Functions", 1964, section 4.5; tanh in networks: Y. LeCun,
L. Bottou, G. Orr and K.-R. Müller, "Efficient BackProp", in: Neural Networks: Tricks of the Trade, Springer 1998.
"""

import numpy as np


def tanh_grad(x):
    """Return the derivative of tanh at every entry, as an array of the shape of `x`."""
    raise NotImplementedError

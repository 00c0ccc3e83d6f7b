r"""
# Derivative of tanh

The hyperbolic tangent squeezes numbers between −1 and 1. Backpropagation through a tanh unit multiplies by

$$\tanh'(x) = 1 - \tanh^2 x, \qquad \tanh x = \frac{e^x - e^{-x}}{e^x + e^{-x}},$$

where $\tanh^2 x$ is the square of $\tanh x$.

## Conventions

* Input: `n` is from 1 to 1200; `x` holds finite numbers.
* `x` is what goes *into* tanh, not what comes out of it: a float array (float64) of shape `(n,)`.
* The result is a float array of the same shape (a list or tuple of n numbers will do): entry `i` is $\tanh'$ at
  `x[i]`. It is a vector, not a Jacobian matrix.
* The answer never holds NaN, and no exception is raised, at ±1000 either. A warning about overflow does not matter.
* Each number may be off by 1e-12 plus 1e-9 of its size, for which $1 - \tanh^2 x$ is good enough. Finite
  differences are not.
* It is tanh itself, not LeCun's scaled one, 1.7159 tanh(2x/3). `np.tanh` may be used; the fraction above overflows.
* $\tanh'$ lies in $(0, 1]$ and is largest at 0. Rounded to floats it may reach 0.0 from about $|x| = 19$ on.
* The argument is not changed.

## Example

    >>> tanh_grad(np.array([0.0, 0.5, -1000.0]))
    array([1.0, 0.7864477329659274, 0.0])

## Source

M. Abramowitz and I. Stegun, "Handbook of Mathematical Functions", 1964, section 4.5; tanh in networks: Y. LeCun,
L. Bottou, G. Orr and K.-R. Müller, "Efficient BackProp", in: Neural Networks: Tricks of the Trade, Springer 1998.
"""

import numpy as np


def tanh_grad(x):
    """Return the derivative of tanh at every entry, as an array of the shape of `x`."""
    raise NotImplementedError

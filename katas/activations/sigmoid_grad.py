r"""
# Derivative of the sigmoid

Builds on `sigmoid`.

How much does the sigmoid change when its input does? Backpropagation asks this of every sigmoid unit. The answer
needs no more than the sigmoid's own value:

$$\sigma'(x) = \sigma(x)\,\bigl(1 - \sigma(x)\bigr), \qquad \sigma(x) = \frac{1}{1 + e^{-x}}.$$

## Conventions

* Input: `n` is from 1 to 1200; `x` holds finite numbers.
* `x` is what goes *into* the sigmoid, not what comes out of it: a float array (float64) of shape `(n,)`.
* The result is a float array of the same shape (a list or tuple of n numbers will do): entry `i` is $\sigma'$ at
  `x[i]`. It is a vector, not a Jacobian matrix.
* The answer never holds NaN, and no exception is raised, at ±1000 either. A warning about overflow does not matter.
* Each number may be off by 1e-12 plus 1e-9 of its size, for which $\sigma\,(1 - \sigma)$ is good enough. Finite
  differences are not.
* $\sigma'$ lies in $(0, 0.25]$, is largest at 0 and fades far out on both sides. Rounded to floats it may reach 0.0
  from about $|x| = 37$ on.
* The argument is not changed.

## Example

    >>> sigmoid_grad(np.array([0.0, 2.0, -1000.0]))
    array([0.25, 0.10499358540350652, 0.0])

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 3.10.
"""

import numpy as np


def sigmoid_grad(x):
    """Return the derivative of the sigmoid at every entry, as an array of the shape of `x`."""
    raise NotImplementedError

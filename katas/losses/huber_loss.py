r"""
# Huber loss

Builds on `mse` and `mae`.

A single outlier can dominate the mean squared error. The Huber loss squares small errors only. Beyond the size
$\delta$ it grows along a straight line, like the absolute error. The line continues the parabola without a jump or a
kink. With $e_i = \hat y_i - y_i$ the loss is the mean of the $\ell(e_i)$, where

$$\ell(e) = \frac{1}{2} e^2 \text{ if } |e| \le \delta, \text{ else } \delta |e| - \frac{1}{2} \delta^2$$

## Conventions

* `y` is a float array (float64) of shape `(n,)`: the targets.
* `yhat` is a float array (float64) of shape `(n,)`: the predictions $\hat y$.
* `delta` is a float: the size $\delta$ of an error at which the line begins.
* Input: `n` is from 1 to 2000; `y` and `yhat` hold numbers from -1000 to 1000; `delta` is from 0.001 to 10000.
* The result is a float, the mean over all n samples. PyTorch's `HuberLoss` returns the same, and its `SmoothL1Loss`
  returns this loss divided by $\delta$, which it calls `beta`. Some books define twice this loss, without the factors
  1/2.
* For a very large $\delta$ the loss is half of the mean squared error. For a very small one, divided by $\delta$, it is
  almost the mean absolute error.
* The arguments are not changed.

## Example

The errors are 1 and -4. With $\delta = 2$ their losses are $1/2$ and $2 \cdot 4 - 2 = 6$:

    >>> huber_loss(np.array([0.0, 5.0]), np.array([1.0, 1.0]), 2.0)
    3.25

## Source

P. J. Huber, "Robust estimation of a location parameter", Annals of Mathematical Statistics 35 (1964), pages 73 to 101.
"""

import numpy as np


def huber_loss(y, yhat, delta):
    """Return the mean Huber loss of the predictions `yhat`."""
    raise NotImplementedError

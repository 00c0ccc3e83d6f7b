r"""
# The gradient of the mean squared error

Builds on `mse` and `central_difference`.

Training moves each prediction in the direction in which the loss falls. The gradient says how fast the mean squared
error rises with each prediction. It is positive where the prediction is too high, negative where it is too low, and
twice as large for an error that is twice as large:

$$\frac{\partial \operatorname{MSE}}{\partial \hat y_i} = \frac{2}{n} (\hat y_i - y_i)$$

Only one term of the sum contains $\hat y_i$, so the derivative contains no sum, but the factor 1/n remains.

## Conventions

* `y` is a float array (float64) of shape `(n,)`: the targets.
* `yhat` is a float array (float64) of shape `(n,)`: the predictions $\hat y$.
* Input: `n` is from 1 to 2000; `y` and `yhat` hold numbers from -1000 to 1000.
* The result is a float array (float64) of shape `(n,)`: the derivative with respect to each prediction. The loss is the
  mean over n samples, as in PyTorch's `MSELoss`. The gradients of half the mean and of the sum have other factors.
* Finite differences are not accurate enough.
* The arguments are not changed.

## Example

The errors are 1, 0, -2 and 4, and 2/n is 1/2:

    >>> mse_grad(np.array([1.0, 2.0, 3.0, 0.0]), np.array([2.0, 2.0, 1.0, 4.0]))
    array([ 0.5,  0. , -1. ,  2. ])

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 5.1.4.
"""

import numpy as np


def mse_grad(y, yhat):
    """Return the derivative of the mean squared error with respect to each prediction, as a vector."""
    raise NotImplementedError

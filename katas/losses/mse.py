r"""
# Mean squared error

Builds on `residuals`.

The loss of a regression says in one number how far the predictions are from the targets. Squaring makes every error
count, whatever its sign, and lets one large error weigh more than several small ones:

$$\operatorname{MSE}(y, \hat y) = \frac{1}{n} \sum_{i=1}^{n} (\hat y_i - y_i)^2$$

## Conventions

* `y` is a float array (float64) of shape `(n,)`: the targets.
* `yhat` is a float array (float64) of shape `(n,)`: the predictions $\hat y$.
* Input: `n` is from 1 to 2000; `y` and `yhat` hold numbers from -1000 to 1000.
* The result is a float, the mean over all n samples, as from PyTorch's `MSELoss` and scikit-learn's
  `mean_squared_error`. (Half of the mean and the sum are also common; the factor 1/2 simplifies the gradient.)
* The arguments are not changed.

## Example

The errors are 1, 0 and -2, their squares 1, 0 and 4:

    >>> mse(np.array([1.0, 2.0, 3.0]), np.array([2.0, 2.0, 1.0]))
    1.6666666666666667

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 5.1.4.
"""

import numpy as np


def mse(y, yhat):
    """Return the mean of the squared errors of the predictions `yhat`."""
    raise NotImplementedError

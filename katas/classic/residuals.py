r"""
# Residuals

Builds on `linreg_predict` and `mean_median`.

A residual says how far a prediction lies above or below the observed value. A plot of all residuals shows where a model
is wrong; a single number, such as a loss, cannot show that:

$$r_i = \hat y_i - y_i$$

## Conventions

* `y` is a float array (float64) of shape `(n,)`: the observed values.
* `yhat` is a float array (float64) of shape `(n,)`: the predicted values $\hat y$.
* Input: `n` is from 0 to 2000; `y` and `yhat` hold numbers from -1e6 to 1e6.
* The result is a float array (float64) of shape `(n,)`: predicted minus observed. It is positive where the prediction
  is too high. (Most statistics texts subtract the other way round. $\hat y - y$ has the sign of the
  derivative of the squared error with respect to $\hat y$.)
* The residuals keep their signs and their order. (The `residuals` of NumPy's `lstsq` are sums of squares.)
* If every prediction is the mean of `y`, the residuals add up to 0, up to rounding errors.
* The arguments are not changed.

## Example

The first prediction is too low by 1, the second too high by 5, and the third is right:

    >>> residuals(np.array([23.0, 29.0, 46.0]), np.array([22.0, 34.0, 46.0]))
    array([-1.,  5.,  0.])

## Source

G. James, D. Witten, T. Hastie and R. Tibshirani, "An Introduction to Statistical Learning", Springer 2013,
section 3.1.1, with the other sign.
"""

import numpy as np


def residuals(y, yhat):
    """Return the predictions minus the observed values."""
    raise NotImplementedError

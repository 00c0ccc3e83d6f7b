r"""
# Predictions of a linear model

A linear model starts from a fixed amount, the intercept, and adds a term for each feature. A repair, for example, may
take 10 minutes, plus 12 minutes for each part:

$$\hat y = \beta_0 + \beta_1 x_1 + \dots + \beta_d x_d$$

## Conventions

* `X` is a float array (float64) of shape `(n, d)`: one sample in each row, with d features.
* `beta` is a float array (float64) of shape `(d+1,)`: `beta[0]` is the intercept $\beta_0$, and `beta[j]` belongs to
  the feature `X[:, j - 1]`.
* Input: `n` is from 0 to 1200; `d` is from 0 to 200; `X` and `beta` hold numbers from -1000 to 1000.
* The result is a float array (float64) of shape `(n,)`: the prediction for each row.
* The intercept comes first, as in statistics. (scikit-learn stores it separately, as `intercept_`.)
* Without features (`d` is 0) every prediction is the intercept.
* The arguments are not changed.

## Example

There are two samples with two features. The first prediction is 10 + 12 · 3 + 5 · 1:

    >>> linreg_predict(np.array([[3.0, 1.0], [0.0, 2.0]]), np.array([10.0, 12.0, 5.0]))
    array([51., 20.])

## Source

G. James, D. Witten, T. Hastie and R. Tibshirani, "An Introduction to Statistical Learning", Springer 2013,
section 3.2.
"""

import numpy as np


def linreg_predict(X, beta):
    """Return the prediction of the linear model for each row of `X`."""
    raise NotImplementedError

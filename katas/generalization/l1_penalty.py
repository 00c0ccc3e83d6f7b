r"""
# The L1 penalty

Builds on `mae`.

A linear model with large slopes often follows the noise of its training data. A penalty on the slopes is added to the
loss, so that a larger slope has to reduce the errors by more than it adds to the penalty. The L1 penalty is that of the
lasso. It is proportional to the absolute values of the slopes, and a model that minimises the sum of loss and penalty
often has slopes that are exactly 0.

$$\lambda \sum_{j=1}^{d} |\beta_j|$$

The sum begins at j = 1: there is no penalty on the intercept $\beta_0$. It only moves all predictions up or down
together, and a penalty would pull their mean towards 0.

## Conventions

* `beta` is a float array (float64) of shape `(d+1,)`: the intercept $\beta_0$, then the d slopes.
* `lam` is a float: the strength $\lambda$ of the penalty.
* Input: `d` is from 0 to 2000; `beta` holds numbers from -1000 to 1000; `lam` is from 0 to 1000.
* The result is a float. The slopes are added up, not averaged. Without slopes it is 0.
* scikit-learn's `Lasso` leaves out the intercept, too. It calls $\lambda$ `alpha`.
* The arguments are not changed.

## Example

The intercept is 10; the slopes are 1, -2 and 0.5:

    >>> l1_penalty(np.array([10.0, 1.0, -2.0, 0.5]), 2.0)
    7.0

## Source

R. Tibshirani, "Regression shrinkage and selection via the lasso", Journal of the Royal Statistical Society B 58 (1996);
T. Hastie, R. Tibshirani and J. Friedman, "The Elements of Statistical Learning", Springer 2009, section 3.4.2.
"""

import numpy as np


def l1_penalty(beta, lam):
    """Return `lam` times the sum of the absolute slopes, without the intercept `beta[0]`."""
    raise NotImplementedError

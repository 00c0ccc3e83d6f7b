r"""
# The L2 penalty

Builds on `l1_penalty`.

Like the L1 penalty, the L2 penalty is added to a loss, so that a linear model has large slopes only if they reduce its
errors enough. It is proportional to the squares of the slopes: one slope of 2 adds more to it than two slopes of 1, and
a slope that is almost 0 adds almost nothing. Therefore it makes slopes small, but hardly ever exactly 0. Linear
regression with this penalty is called ridge regression.

$$\lambda \sum_{j=1}^{d} \beta_j^2$$

The sum begins at j = 1: there is no penalty on the intercept $\beta_0$, which only moves all predictions up or down
together.

## Conventions

* `beta` is a float array (float64) of shape `(d+1,)`: the intercept $\beta_0$, then the d slopes.
* `lam` is a float: the strength $\lambda$ of the penalty.
* Input: `d` is from 0 to 2000; `beta` holds numbers from -1000 to 1000; `lam` is from 0 to 1000.
* The result is a float. The squares are added up, not averaged. Without slopes it is 0.
* scikit-learn's `Ridge` adds this penalty to the sum of squared errors, and calls $\lambda$ `alpha`. Keras's `L2` has
  the same factor.
* Half of this penalty is also common, because its derivative has no factor 2. PyTorch's `SGD` adds this derivative to
  the gradient, with `weight_decay` as $\lambda$ and for intercepts as well.
* The arguments are not changed.

## Example

The intercept is 10; the squares of the slopes are 1, 4 and 0.25:

    >>> l2_penalty(np.array([10.0, 1.0, -2.0, 0.5]), 2.0)
    10.5

## Source

A. E. Hoerl and R. W. Kennard, "Ridge regression: biased estimation for nonorthogonal problems", Technometrics 12
(1970); T. Hastie, R. Tibshirani and J. Friedman, "The Elements of Statistical Learning", Springer 2009, section 3.4.1.
"""

import numpy as np


def l2_penalty(beta, lam):
    """Return `lam` times the sum of the squared slopes, without the intercept `beta[0]`."""
    raise NotImplementedError

r"""
# Logistic regression

Builds on `sigmoid`, `linreg_predict` and `log_odds`.

A linear model can predict any number, but a probability lies between 0 and 1. In logistic regression the linear model
predicts the log-odds of an event, and the sigmoid turns them into its probability:

$$P = \frac{e^z}{1 + e^z} = \frac{1}{1 + e^{-z}}, \qquad z = \beta_0 + \beta_1 x_1 + \dots + \beta_d x_d$$

## Conventions

* `X` is a float array (float64) of shape `(n, d)`: one sample in each row, with d features.
* `beta` is a float array (float64) of shape `(d+1,)`: `beta[0]` is the intercept, `beta[j]` belongs to `X[:, j - 1]`.
* Input: `n` is from 0 to 1200; `d` is from 0 to 200; `X` holds numbers from -100 to 100; `beta` holds numbers from -10
  to 10.
* The result is a float array (float64) of shape `(n,)`: for each row the probability of class 1, not the class.
* Both forms are equal, but $e^{1000}$ overflows. For such scores the result must be right as well, without NaN and
  without an exception. NumPy's warnings about overflow do not matter.
* No noise is added: the same row always has the same probability.
* scikit-learn's `LogisticRegression` returns these probabilities, for labels 0 and 1, as the second column of
  `predict_proba`.
* The arguments are not changed.

## Example

The scores are -1 + 1 = 0 and -1 + 3 = 2:

    >>> logistic_predict(np.array([[1.0], [3.0]]), np.array([-1.0, 1.0]))
    array([0.5       , 0.88079708])

## Source

G. James, D. Witten, T. Hastie and R. Tibshirani, "An Introduction to Statistical Learning", Springer 2013,
section 4.3.
"""

import numpy as np


def logistic_predict(X, beta):
    """Return the probability of class 1 for each row of `X`."""
    raise NotImplementedError

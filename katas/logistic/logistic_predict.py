r"""
# Logistic regression

Builds on `sigmoid`, `linreg_predict` and `log_odds`.

A linear model predicts any number, but a probability lies between 0 and 1. Logistic regression lets the linear model
predict the log-odds of the event, and the sigmoid turns them into its probability:

$$P = \frac{e^z}{1 + e^z} = \frac{1}{1 + e^{-z}}, \qquad z = \beta_0 + \beta_1 x_1 + \dots + \beta_d x_d$$

## Conventions

* `X` is a float array (float64) of shape `(n, d)`: one sample in each row, with d features.
* `beta` is a float array (float64) of shape `(d+1,)`: `beta[0]` is the intercept, `beta[j]` belongs to `X[:, j - 1]`.
* Input: `n` is from 0 to 1200; `d` is from 0 to 200; `X` holds numbers from -100 to 100; `beta` holds numbers from -10
  to 10.
* The result is a float array (float64) of shape `(n,)`: for each row the probability of class 1, not the class.
* Both forms are equal, but $e^{1000}$ overflows: do not let that spoil a result or raise an exception. Warnings of
  NumPy about overflow do not matter.
* Nothing random is added. A probability does not contain the chance of a single case; the label drawn with it does.
* scikit-learn's `LogisticRegression` returns this as the second column of `predict_proba`.
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

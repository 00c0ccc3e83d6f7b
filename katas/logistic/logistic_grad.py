r"""
# Gradient of logistic regression

Builds on `logistic_predict`, `sigmoid_bce_grad` and `dense_backward`.

There is no formula for the best weights of a logistic regression. They are found in steps that use the gradient of the
loss. This gradient is as simple as that of a linear model: the error of a sample is p - y, and the derivative with
respect to a weight is the mean of these errors, each multiplied by the feature of the weight:

$$L(\beta) = -\frac{1}{n} \sum_{i=1}^{n} \big(y_i \ln p_i + (1 - y_i) \ln(1 - p_i)\big), \qquad
\nabla L(\beta) = \frac{1}{n} A^\top (p - y)$$

A is `X` with a column of ones before it, for the intercept. The probabilities are $p = \sigma(A \beta)$.

## Conventions

* `X` is a float array (float64) of shape `(n, d)`: one sample in each row, with d features.
* `y` is a float array (float64) of shape `(n,)`: the labels, 0 or 1, or a number in between if a label is uncertain.
* `beta` is a float array (float64) of shape `(d+1,)`: the weights, with the intercept first.
* Input: `n` is from 1 to 1200; `d` is from 0 to 200; `X` holds numbers from -100 to 100; `y` holds numbers from 0 to
  1; `beta` holds numbers from -10 to 10.
* The result is a float array (float64) of shape `(d+1,)`: the derivative of L with respect to each weight, the
  intercept first.
* L is the mean over the samples, without a penalty. (scikit-learn's `LogisticRegression` adds one by default.)
* For scores of ±1000 the probabilities are rounded to 0 and 1. The gradient stays finite, even if the loss does not.
* The arguments are not changed.

## Example

Both probabilities are 1/2, so the errors are 0.5 and -0.5:

    >>> logistic_grad(np.array([[1.0], [3.0]]), np.array([0.0, 1.0]), np.array([0.0, 0.0]))
    array([ 0. , -0.5])

## Source

C. Bishop, "Pattern Recognition and Machine Learning", Springer 2006, section 4.3.2, equation 4.91 (for the sum).
"""

import numpy as np


def logistic_grad(X, y, beta):
    """Return the gradient of the mean cross-entropy with respect to `beta`."""
    raise NotImplementedError

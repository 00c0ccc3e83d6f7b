r"""
# Sum of squared errors

Builds on `residuals`.

The method of least squares chooses the line with the smallest sum of squared residuals. Squares have no sign, so errors
in both directions count, and large errors count much more than small ones:

$$\operatorname{SSE}(y, \hat y) = \sum_{i=1}^{n} (\hat y_i - y_i)^2$$

## Conventions

* `y` is a float array (float64) of shape `(n,)`: the observed values.
* `yhat` is a float array (float64) of shape `(n,)`: the predictions $\hat y$, whatever model they come from.
* Input: `n` is from 0 to 2000; `y` and `yhat` hold numbers from -1e6 to 1e6.
* The result is a float, the sum over all samples. It is also called RSS, the residual sum of squares.
* It is not divided by n. (PyTorch's `MSELoss` returns this sum with `reduction="sum"`, and the mean by default.)
* Without samples the sum is 0.
* If every prediction is the mean of `y`, the result is n times the variance of `y`.
* The arguments are not changed.

## Example

The residuals are -1, 5 and 0, their squares 1, 25 and 0:

    >>> sse(np.array([23.0, 29.0, 46.0]), np.array([22.0, 34.0, 46.0]))
    26.0

## Source

G. James, D. Witten, T. Hastie and R. Tibshirani, "An Introduction to Statistical Learning", Springer 2013,
section 3.1.1.
"""

import numpy as np


def sse(y, yhat):
    """Return the sum of the squared residuals."""
    raise NotImplementedError

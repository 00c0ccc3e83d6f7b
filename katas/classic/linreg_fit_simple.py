r"""
# The best line

Builds on `sse` and `mean_median`.

Of all lines through a set of points, the least-squares line has the smallest sum of squared residuals. There is a
formula for it: the slope is the covariance of x and y divided by the variance of x, and the line passes through the
point $(\bar x, \bar y)$:

$$b_1 = \frac{\sum_i (x_i - \bar x)(y_i - \bar y)}{\sum_i (x_i - \bar x)^2}, \qquad b_0 = \bar y - b_1 \bar x$$

At the minimum, the derivatives of the sum of squares are 0. The derivative with respect to $b_0$ gives the second
formula: the residuals add up to 0. With it, the derivative with respect to $b_1$ gives the first formula.

## Conventions

* `x` is a float array (float64) of shape `(n,)`: the feature.
* `y` is a float array (float64) of shape `(n,)`: the values to predict.
* Input: `n` is from 2 to 2000; `x` holds numbers from -1e5 to 1e5; `y` holds numbers from -1000 to 1000.
* The result is a float array (float64) of shape `(2,)`: $b_0$, then $b_1$. (NumPy's `polyfit` returns the slope
  first.)
* The largest and the smallest entry of `x` differ by at least 1.
* The numerator is also equal to $\sum x_i y_i - n \bar x \bar y$. Do not compute it in this way: for points far from 0
  it is the difference of two large numbers, and loses digits.
* The arguments are not changed.

## Example

The means are 2 and 4. The numerator of the slope is 6, its denominator 2:

    >>> linreg_fit_simple(np.array([1.0, 2.0, 3.0]), np.array([1.0, 4.0, 7.0]))
    array([-2.,  3.])

## Source

G. James, D. Witten, T. Hastie and R. Tibshirani, "An Introduction to Statistical Learning", Springer 2013,
section 3.1.1.
"""

import numpy as np


def linreg_fit_simple(x, y):
    """Return the intercept and the slope of the least-squares line."""
    raise NotImplementedError

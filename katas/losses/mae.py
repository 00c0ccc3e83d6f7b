r"""
# Mean absolute error

How far are the predictions of a regression from their targets, on average? The mean absolute error answers in the
unit of the targets. An error that is ten times as large counts ten times as much. In the mean squared error it counts a
hundred times as much, so outliers have less influence on the mean absolute error:

$$\operatorname{MAE}(y, \hat y) = \frac{1}{n} \sum_{i=1}^{n} |\hat y_i - y_i|$$

## Conventions

* `y` is a float array (float64) of shape `(n,)`: the targets.
* `yhat` is a float array (float64) of shape `(n,)`: the predictions $\hat y$.
* Input: `n` is from 1 to 2000; `y` and `yhat` hold numbers from -1000 to 1000.
* The result is a float, the mean over all n samples. PyTorch's `L1Loss` and scikit-learn's `mean_absolute_error`
  return the same. Without the absolute values, errors of different signs would cancel.
* The arguments are not changed.

## Example

The errors are 1, 0 and -3, their absolute values 1, 0 and 3:

    >>> mae(np.array([1.0, 2.0, 3.0]), np.array([2.0, 2.0, 0.0]))
    1.3333333333333333

## Source

C. J. Willmott and K. Matsuura, "Advantages of the mean absolute error (MAE) over the root mean square error (RMSE) in
assessing average model performance", Climate Research 30 (2005), pages 79 to 82.
"""

import numpy as np


def mae(y, yhat):
    """Return the mean of the absolute errors of the predictions `yhat`."""
    raise NotImplementedError

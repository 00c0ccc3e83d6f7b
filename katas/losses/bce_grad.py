r"""
# The gradient of the binary cross-entropy

Builds on `bce` and `central_difference`.

How fast does the binary cross-entropy change with each probability? If the label is 1, the loss falls as p rises, and
the faster, the smaller p is: a confident mistake has a steep slope. If the label is 0, the loss rises.

$$\frac{\partial L}{\partial p_i} = \frac{1}{n} \left( -\frac{y_i}{p_i} + \frac{1 - y_i}{1 - p_i} \right)$$

The second term is positive: its logarithm contains 1 - p, whose derivative is -1, and the minus sign of the loss makes
it +1. Both terms together are (p - y) / (p (1 - p)).

## Conventions

* `y` is a float array (float64) of shape `(n,)`: the labels, 0 or 1, or soft ones such as 0.9.
* `p` is a float array (float64) of shape `(n,)`: the probabilities of class 1, never 0 or 1. Nothing is
  clipped.
* Input: `n` is from 1 to 2000; `y` holds numbers from 0 to 1; `p` holds numbers from 1e-6 to 0.999999.
* The result is a float array (float64) of shape `(n,)`: the derivative with respect to each probability, not to the
  logit that a sigmoid turns into it. The loss is the mean over n samples.
* Finite differences are not accurate enough.
* The arguments are not changed.

## Example

    >>> bce_grad(np.array([1.0, 0.0]), np.array([0.25, 0.5]))
    array([-2.,  1.])

## Source

C. M. Bishop, "Pattern Recognition and Machine Learning", Springer 2006, section 4.3.2: its loss, as a sum, is here
differentiated with respect to the probabilities.
"""

import numpy as np


def bce_grad(y, p):
    """Return the derivative of the mean binary cross-entropy with respect to each probability, as a vector."""
    raise NotImplementedError

r"""
# The gradient of the binary cross-entropy

Builds on `bce` and `central_difference`.

How fast does the binary cross-entropy change with each probability? If the label is 1, the loss falls as p rises. The
slope is steepest where p is close to 0, so a confident mistake has a large gradient. If the label is 0, the loss rises
with p.

$$\frac{\partial L}{\partial p_i} = \frac{1}{n} \left( -\frac{y_i}{p_i} + \frac{1 - y_i}{1 - p_i} \right)$$

The second term is positive: the derivative of 1 - p is -1, and the minus sign of the loss cancels that of the
derivative. Both terms together are (p - y) / (p (1 - p)).

## Conventions

* `y` is a float array (float64) of shape `(n,)`: the labels, 0 or 1, or soft labels such as 0.9.
* `p` is a float array (float64) of shape `(n,)`: the probabilities of class 1, never 0 or 1. Nothing is clipped.
* Input: `n` is from 1 to 2000; `y` holds numbers from 0 to 1; `p` holds numbers from 1e-6 to 0.999999.
* The result is a float array (float64) of shape `(n,)`: the derivative with respect to each probability. It is not the
  derivative with respect to the logit, from which a sigmoid computes the probability. The loss is the mean over n
  samples.
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

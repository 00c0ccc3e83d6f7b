r"""
# The gradient of sigmoid and binary cross-entropy

Builds on `bce_grad` and `sigmoid_grad`.

A classifier for two classes often ends in a sigmoid, which turns a logit z into a probability p, and is trained with
the binary cross-entropy. By the chain rule, the derivative with respect to z is a product: the derivative with respect
to p, times the slope p (1 - p) of the sigmoid. The slope cancels the denominator of the other factor. Prediction minus
label remains, divided by n because the loss is a mean:

$$\frac{\partial L}{\partial z_i} = \frac{p_i - y_i}{n}, \qquad p_i = \frac{1}{1 + e^{-z_i}}$$

The short form also works where the product fails: for a large z, p is exactly 1 in float64, and the product contains
a division by 0.

## Conventions

* `z` is a float array (float64) of shape `(n,)`: the logits.
* `y` is a float array (float64) of shape `(n,)`: the labels, 0 or 1, or soft ones such as 0.9.
* Input: `n` is from 1 to 2000; `z` holds numbers from -1000 to 1000; `y` holds numbers from 0 to 1.
* The result is a float array (float64) of shape `(n,)`: the derivative with respect to each logit. It is never NaN.
* The loss is the mean over n samples, as in PyTorch's `BCEWithLogitsLoss` by default.
* Finite differences are not accurate enough. Warnings about overflow do not matter.
* The arguments are not changed.

## Example

The probabilities are 1/2 and 3/4, and the errors 1/2 and -1/4:

    >>> sigmoid_bce_grad(np.array([0.0, np.log(3.0)]), np.array([0.0, 1.0]))
    array([ 0.25 , -0.125])

## Source

C. M. Bishop, "Pattern Recognition and Machine Learning", Springer 2006, section 4.3.2: the slope cancels in the same
way in the gradient with respect to the weights.
"""

import numpy as np


def sigmoid_bce_grad(z, y):
    """Return the derivative of the mean binary cross-entropy with respect to each logit, as a vector."""
    raise NotImplementedError

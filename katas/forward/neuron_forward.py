r"""
# A neuron

Builds on `weighted_sum` and `tanh_act`.

An artificial neuron works in two steps. It computes a weighted sum of its inputs plus a bias, and it applies an
activation function to this sum. Because the activation is not linear, a network of neurons can represent more than
straight lines. Here the activation is the hyperbolic tangent:

$$z = \sum_{i=1}^{d} w_i x_i + b, \qquad a = \tanh z$$

## Conventions

* `x` is a float array (float64) of shape `(d,)`: the inputs.
* `w` is a float array (float64) of shape `(d,)`: the weights, one for each input.
* `b` is a float: the bias. It is added before the activation.
* Input: `d` is from 0 to 2000; `x` and `w` hold numbers from -10 to 10; `b` is from -10 to 10.
* The result is a float from -1 to 1, the activation a. For a large sum it is rounded to 1 or -1.
* Without inputs the result is tanh b.
* You may use `np.tanh`. The fraction of exponentials that defines it is NaN for large sums.
* The arguments are not changed.

## Example

The sum is 1 - 1.5 + 1 = 0.5, whose hyperbolic tangent is 0.4621:

    >>> neuron_forward(np.array([2.0, -0.5]), np.array([0.5, 3.0]), 1.0)
    0.46211715726000973

## Source

C. M. Bishop, "Pattern Recognition and Machine Learning", Springer 2006, section 5.1, equations 5.2 and 5.3.
"""

import numpy as np


def neuron_forward(x, w, b):
    """Return tanh z, where z is the weighted sum of the inputs `x` plus the bias `b`."""
    raise NotImplementedError

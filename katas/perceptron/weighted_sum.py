r"""
# Weighted sum

A neuron first combines all its inputs into one number. Each input is multiplied by its own weight, and the products
are added up. The bias is added once, whatever the inputs are:

$$z = \sum_{i=1}^{d} w_i x_i + b = w \cdot x + b$$

The number z is called the pre-activation. What the neuron returns is computed from it afterwards, by an activation
function, which is not part of this kata.

## Conventions

* `x` is a float array (float64) of shape `(d,)`: the inputs.
* `w` is a float array (float64) of shape `(d,)`: the weights, one for each input.
* `b` is a float: the bias.
* Input: `d` is from 0 to 2000; `x` and `w` hold numbers from -100 to 100; `b` is from -100 to 100.
* The result is a float, the pre-activation z. An error of 1e-8 is allowed, since large terms may cancel.
* Every weight, including the last one, is multiplied by an input. Without inputs the sum is empty, and z is the bias.
* The bias is added. (Some texts subtract a threshold instead; the bias is its negative.)
* The arguments are not changed.

## Example

The three products are 1, -3 and 1, and the bias is -1:

    >>> weighted_sum(np.array([2.0, -1.0, 4.0]), np.array([0.5, 3.0, 0.25]), -1.0)
    -2.0

## Source

C. M. Bishop, "Pattern Recognition and Machine Learning", Springer 2006, section 5.1, equation 5.2.
"""

import numpy as np


def weighted_sum(x, w, b):
    """Return the sum of the inputs `x`, each times its weight in `w`, plus the bias `b`."""
    raise NotImplementedError

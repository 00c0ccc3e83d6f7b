r"""
# Linear activation

The output unit of a regression must be able to return any number. Its activation is therefore linear: it only scales
and shifts the pre-activation. The graph is a straight line of slope a, which meets the vertical axis at b:

$$f(x) = a\,x + b, \qquad f'(x) = a$$

A linear function of a linear function is linear again. A stack of layers with this activation can therefore do no more
than a single one, and hidden layers need an activation that is not linear.

## Conventions

* `x` is a float array (float64) of shape `(n,)`: the pre-activations.
* `a` is a float, the slope. It may be negative or 0.
* `b` is a float, the value at 0.
* Input: `n` is from 0 to 2000; `x` holds numbers from -1000 to 1000; `a` and `b` are from -100 to 100.
* The result is a float array (float64) of shape `(n,)`: the values, not the slopes.
* With a = 1 and b = 0 it is the identity. Libraries often call this one the linear activation, such as Keras with
  `activation="linear"`.
* The arguments are not changed.

## Example

    >>> linear_activation(np.array([-1.0, 0.0, 2.5]), 2.0, -3.0)
    array([-5., -3.,  2.])

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 6.2.2.1.
"""

import numpy as np


def linear_activation(x, a, b):
    """Return `a` times every entry of `x`, plus `b`."""
    raise NotImplementedError

r"""
# Hyperbolic tangent

Builds on `sigmoid`.

The hyperbolic tangent maps any number to a value between -1 and 1. Near 0 it hardly changes a number, and far from 0 it
levels off. In hidden layers it is usually preferred to the sigmoid, because its outputs are centred at 0:

$$\tanh x = (e^x - e^{-x}) / (e^x + e^{-x})$$

It is a sigmoid of half the width and twice the height, centred at 0: $\tanh x = 2\,\sigma(2x) - 1$.

`np.tanh` exists; the exercise is to write it with exponentials. Computed as it is written, the fraction fails for large
numbers: $e^{1000}$ overflows to infinity, and ∞/∞ is NaN. For a given x, only one of the two exponentials can overflow,
and the fraction can be written with the other one alone.

## Conventions

* `x` is a float array (float64) of shape `(n,)`: the pre-activations.
* Input: `n` is from 0 to 2000; `x` holds finite numbers, inf or -inf.
* The result is a float array (float64) of shape `(n,)`. Entry `i` depends on `x[i]` only.
* There is no exception and no NaN, whatever the size of a number. Warnings about overflow do not matter.
* Near 0 an absolute error of 1e-12 is allowed, so it does not matter that digits cancel in a difference.
* The limits are 1.0 for inf and -1.0 for -inf. Rounded to float64, the value is ±1 from about ±19 on.
* The curve is tanh itself, not the scaled 1.7159 tanh(2x/3) of LeCun et al.
* The arguments are not changed.

## Example

    >>> tanh_act(np.array([0.0, 0.5, -1000.0]))
    array([ 0.        ,  0.46211716, -1.        ])

## Source

M. Abramowitz and I. Stegun, "Handbook of Mathematical Functions", 1964, section 4.5; tanh in networks: Y. LeCun,
L. Bottou, G. Orr and K.-R. Müller, "Efficient BackProp", in: Neural Networks: Tricks of the Trade, Springer 1998.
"""

import numpy as np


def tanh_act(x):
    """Return the hyperbolic tangent of every entry of `x`."""
    raise NotImplementedError

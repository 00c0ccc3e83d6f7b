r"""
# Threshold unit

Builds on `weighted_sum`.

The oldest model of a neuron answers yes or no: it fires (returns 1) if its weighted sum exceeds a threshold, and
returns 0 otherwise.

$$o = 1 \text{ if } z > \theta, \qquad o = 0 \text{ if } z \le \theta$$

One number θ divides all sums into two groups, without a gap between them.

## Conventions

* `z` is a float array (float64) of shape `(n,)`: the weighted sums of n neurons, or of one neuron for n samples.
* `theta` is a float: the threshold θ, the same for all sums.
* Input: `n` is from 0 to 2000; `z` holds numbers from -1000 to 1000, inf or -inf; `theta` is from -1000 to 1000.
* The result is an integer array (int64) of shape `(n,)`. It holds 0 and 1, not False and True.
* The comparison is strict: a sum that equals the threshold gives 0. (The units of McCulloch and Pitts fire there, and
  `np.heaviside` lets the caller choose the value.)
* The arguments are not changed.

## Example

With a threshold of 1, a sum of 1 is not enough. The threshold may also be negative:

    >>> threshold_unit(np.array([1.5, 1.0, 0.5, -2.0]), 1.0)
    array([1, 0, 0, 0])
    >>> threshold_unit(np.array([0.0, -0.5]), -0.25)
    array([1, 0])

## Source

M. A. Nielsen, "Neural Networks and Deep Learning", Determination Press 2015, chapter 1, equation 1.
"""

import numpy as np


def threshold_unit(z, theta):
    """Return 1 for every sum of `z` that exceeds the threshold `theta`, and 0 for the others."""
    raise NotImplementedError

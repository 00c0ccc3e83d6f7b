r"""
# Bias-corrected average

Builds on `ewma`.

An exponentially weighted average that starts at 0 is too close to 0 at first: after t values, their weights sum to only
$1-\beta^t$, and the start still has the rest of the weight. For $\beta = 0.9$ and a series of which every value is 40,
the averages are 4, 7.6, 10.84, ... Dividing by the sum of the weights corrects this from the first value on:

$$V_t = \beta\, V_{t-1} + (1 - \beta)\, \theta_t, \quad V_0 = 0, \qquad \hat V_t = \frac{V_t}{1 - \beta^t}$$

As t grows, the divisor approaches 1, and the correction disappears. Adam corrects both of its averages in this way.

## Conventions

* `theta` is a float array (float64) of shape `(n,)`: the series $\theta_1, \dots, \theta_n$.
* `beta` is a float, the weight of the old average.
* Input: `n` is from 0 to 2000; `theta` holds numbers from -1000 to 1000; `beta` is from 0 to 0.9999.
* The result is a float array (float64) of shape `(n,)`: the corrected averages $\hat V_1, \dots, \hat V_n$. The
  first value has t = 1. The recursion continues with the uncorrected $V_t$.
* pandas computes the same numbers with `ewm(alpha=1 - beta).mean()`, because `adjust=True` is its default.
* The arguments are not changed.

## Example

Uncorrected, the averages are 0.5 and 2.625; the sums of the weights are 0.25 and 0.4375:

    >>> ewma_bias_corrected(np.array([2.0, 9.0]), 0.75)
    array([2., 6.])

## Source

D. Kingma and J. Ba, "Adam: a method for stochastic optimization", ICLR 2015, section 3.
"""

import numpy as np


def ewma_bias_corrected(theta, beta):
    """Return the exponentially weighted averages of `theta` from 0, corrected for their start."""
    raise NotImplementedError

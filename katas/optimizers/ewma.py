r"""
# Exponentially weighted average

This average smooths a noisy series as it arrives. Each new value pulls the average a part of the way towards itself,
and the weight of every older value shrinks by the factor $\beta$. Only one number has to be stored. Momentum, RMSProp
and Adam compute averages of gradients or of their squares in this way.

$$V_t = \beta\, V_{t-1} + (1 - \beta)\, \theta_t, \qquad V_0 = v_0$$

The value of k steps ago has the weight $(1-\beta)\,\beta^k$. As a rule of thumb, the average covers the last
$1/(1-\beta)$ values. For $\beta = 0.9$ these are 10 values, which together have 65 % of the weight.

## Conventions

* `theta` is a float array (float64) of shape `(n,)`: the series $\theta_1, \dots, \theta_n$.
* `beta` is a float, the weight of the old average.
* `v0` is a float, the average before the first value.
* Input: `n` is from 0 to 2000; `theta` holds numbers from -1000 to 1000; `beta` is from 0 to 1; `v0` is from
  -1000 to 1000.
* The result is a float array (float64) of shape `(n,)`: the averages $V_1, \dots, V_n$, without $V_0$.
* There is no correction for the start. (With `adjust=False`, pandas's `ewm` starts with $V_1 = \theta_1$. Its `alpha`
  is $1 - \beta$.)
* The arguments are not changed.

## Example

From 8 the average goes a quarter of the way to 4, then a quarter of the way to -1:

    >>> ewma(np.array([4.0, -1.0]), 0.75, 8.0)
    array([7., 5.])

## Source

S. W. Roberts, "Control chart tests based on geometric moving averages", Technometrics 1 (1959).
"""

import numpy as np


def ewma(theta, beta, v0):
    """Return the exponentially weighted averages of `theta` after each of its values."""
    raise NotImplementedError

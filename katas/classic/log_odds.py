r"""
# Log-odds

Builds on `odds`.

Odds are not symmetric: unlikely events have odds from 0 to 1, likely events have odds from 1 to infinity. Their
logarithm, the *logit*, is symmetric about 0. It takes all real values, so that a linear model can predict it, and the
sigmoid turns it back into the probability:

$$\operatorname{logit}(p) = \ln \frac{p}{1 - p}$$

## Conventions

* `p` is a float array (float64) of shape `(n,)`: probabilities.
* Input: `n` is from 0 to 2000; `p` holds numbers from 0 to 1.
* The result is a float array (float64) of shape `(n,)`: the natural logarithm of the odds.
* A logarithm to another base would not fit the sigmoid, which contains e. For p = 0.8 the odds are 4: the sigmoid of
  ln 4 is 0.8, but the sigmoid of log₂ 4 = 2 is 0.88.
* `logit(0)` is -inf and `logit(1)` is inf. There is no exception and no NaN; NumPy's warnings do not matter.
* Probabilities are not clipped, however close to 0 or 1 they are. (SciPy's `logit` does not clip them either; PyTorch's
  `logit` does so if `eps` is given.)
* The arguments are not changed.

## Example

The odds are 1, 4 and 0:

    >>> log_odds(np.array([0.5, 0.8, 0.0]))
    array([0.        , 1.38629436,       -inf])

## Source

G. James, D. Witten, T. Hastie and R. Tibshirani, "An Introduction to Statistical Learning", Springer 2013,
section 4.3.1.
"""

import numpy as np


def log_odds(p):
    """Return the natural logarithms of the odds of events with the probabilities `p`."""
    raise NotImplementedError

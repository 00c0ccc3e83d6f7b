r"""
# Log-odds

Builds on `odds`.

Odds are lopsided: below even chances they fill the range from 0 to 1, above it the range from 1 to infinity. Their
logarithm, the *logit*, treats both sides alike. It runs over all numbers, so that a linear model can predict it, and
the sigmoid leads back to the probability:

$$\operatorname{logit}(p) = \ln \frac{p}{1 - p}$$

## Conventions

* `p` is a float array (float64) of shape `(n,)`: probabilities.
* Input: `n` is from 0 to 2000; `p` holds numbers from 0 to 1.
* The result is a float array (float64) of shape `(n,)`: the natural logarithm of the odds. (With base 2 the table of
  odds 1/2, 1/4, 1/8 would be -1, -2, -3, but the sigmoid, which contains e, would not lead back: it takes the natural
  logarithm of 4 to 0.8, the odds of 4 to 1, and the binary one to 0.88.)
* `logit(0)` is -inf and `logit(1)` is inf. There is no error and no NaN; warnings of NumPy do not matter.
* Probabilities are taken as they are, however close to 0 or 1. (SciPy's `logit` does the same; PyTorch's clips them if
  it is given an `eps`.)
* The arguments are not changed.

## Example

Even chances, odds of 4 to 1, and an impossible event:

    >>> log_odds(np.array([0.5, 0.8, 0.0]))
    array([0., 1.38629436, -inf])

## Source

G. James, D. Witten, T. Hastie and R. Tibshirani, "An Introduction to Statistical Learning", Springer 2013,
section 4.3.1.
"""

import numpy as np


def log_odds(p):
    """Return the natural logarithms of the odds."""
    raise NotImplementedError

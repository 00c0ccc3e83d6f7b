r"""
# Odds

A team that wins 2 of 10 games wins 2 for every 8 that it loses: its odds are 2 to 8, or 0.25. The odds of an event are
its probability divided by the probability of the opposite. They range from 0 to infinity, and are 1 where both are
equally likely:

$$\operatorname{odds}(p) = \frac{p}{1 - p}$$

## Conventions

* `p` is a float array (float64) of shape `(n,)`: probabilities of the event.
* Input: `n` is from 0 to 2000; `p` holds numbers from 0 to 1.
* The result is a float array (float64) of shape `(n,)`: the odds for each probability.
* These are the odds in favour of the event. (A bookmaker's odds of 4 to 1 are usually odds against it.)
* The odds of an impossible event are 0, those of a certain event are inf. There is no exception and no NaN; NumPy's
  warning about a division by 0 does not matter.
* A probability is a fraction of 1, not a percentage.
* The arguments are not changed.

## Example

Even chances, two wins in ten games, and a certain event:

    >>> odds(np.array([0.5, 0.2, 1.0]))
    array([1.  , 0.25,  inf])

## Source

G. James, D. Witten, T. Hastie and R. Tibshirani, "An Introduction to Statistical Learning", Springer 2013,
section 4.3.1.
"""

import numpy as np


def odds(p):
    """Return the odds of events with the probabilities `p`."""
    raise NotImplementedError

r"""
# Odds

A team that wins 2 of 10 games wins 2 for every 8 that it loses: its odds are 2 to 8, or 0.25. Odds compare a
probability with that of the opposite. They say the same as the probability, on a scale from 0 to infinity on which
even chances are 1:

$$\operatorname{odds}(p) = \frac{p}{1 - p}$$

## Conventions

* `p` is a float array (float64) of shape `(n,)`: probabilities of the event.
* Input: `n` is from 0 to 2000; `p` holds numbers from 0 to 1.
* The result is a float array (float64) of shape `(n,)`: the odds for each probability.
* These are the odds in favour of the event. Odds of 4 to 1 at a bookmaker's are usually those against it.
* The odds of an impossible event are 0, those of a certain event are inf. There is no error and no NaN; a warning of
  NumPy about a division by 0 does not matter.
* A probability is a fraction of 1, not a percentage.
* The arguments are not changed.

## Example

Even chances, two wins in ten games, and a certain event:

    >>> odds(np.array([0.5, 0.2, 1.0]))
    array([1., 0.25, inf])

## Source

G. James, D. Witten, T. Hastie and R. Tibshirani, "An Introduction to Statistical Learning", Springer 2013,
section 4.3.1.
"""

import numpy as np


def odds(p):
    """Return the odds of events with the probabilities `p`."""
    raise NotImplementedError

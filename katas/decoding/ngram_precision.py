r"""
# n-gram precision

Builds on `ngram_counts`.

A simple measure for the quality of a translation, the candidate, is the share of its n-grams (sequences of n
consecutive words) that also occur in a reference, which is a translation made by a person:

$$p_n = \frac{\sum_g [g \text{ occurs in the reference}]\; c(g)}{\sum_g c(g)},$$

where $g$ runs over the different n-grams of the candidate, and $c(g)$ is the number of times that $g$ occurs in it. The
bracket is 1 if the statement in it is true, and 0 otherwise.

## Conventions

* `candidate` is an integer array (int64) of shape `(T,)`: the words of the candidate, as numbers.
* `reference` is an integer array (int64) of shape `(R,)`: the words of the reference, as numbers.
* `n` is an integer, the length of an n-gram.
* Input: `T` and `R` are from 0 to 400; `candidate` and `reference` hold whole numbers from 0 to 30; `n` is from 1 to 8.
* The result is a tuple of two integers, numerator and denominator. Do not divide: return (2, 4), not 0.5.
* An n-gram counts as often as it occurs in the candidate, however often it occurs in the reference. So a candidate that
  only repeats one word of the reference has the precision 1 for n = 1. BLEU clips the counts for this reason. Here they
  are not clipped.
* A candidate of fewer than n words has no n-gram: return (0, 0). A reference of fewer than n words has none, either.
* The arguments are not changed.

## Example

Of the pairs (1, 2), (2, 1), (1, 2) and (2, 3), only (1, 2) occurs in the reference:

    >>> ngram_precision(np.array([1, 2, 1, 2, 3]), np.array([4, 1, 2]), 2)
    (2, 4)

## Source

K. Papineni et al., "BLEU: a method for automatic evaluation of machine translation", ACL 2002, section 2.1.
"""

import numpy as np


def ngram_precision(candidate, reference, n):
    """Return how many n-grams of the candidate the reference contains, and how many it has."""
    raise NotImplementedError

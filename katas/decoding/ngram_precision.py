r"""
# n-gram precision

Builds on `ngram_counts`.

How good is a translation? A first answer: the share of its n-grams (n words in a row) that a translation made by a
person contains as well.

$$p_n = \frac{\sum_g [g \text{ occurs in the reference}]\; c(g)}{\sum_g c(g)},$$

where $g$ runs over the different n-grams of the candidate, and $c(g)$ is how often it has them.

## Conventions

* `candidate` is an integer array (int64) of shape `(T,)`: the translation, with a number for each word.
* `reference` is an integer array (int64) of shape `(R,)`: the translation that it is compared with.
* `n` is an integer, the length of an n-gram.
* Input: `T` and `R` are from 0 to 400; `candidate` and `reference` hold whole numbers from 0 to 30; `n` is from 1 to 8.
* The result is a tuple of two integers, numerator and denominator. Do not divide: return (2, 4), not 0.5.
* An n-gram counts as often as the candidate has it, however often the reference has it. So one common word, repeated,
  has a perfect precision: BLEU clips the counts for that reason. Here they are not clipped.
* A candidate of fewer than n words has no n-gram: return (0, 0). A reference of fewer than n words contains none.
* The arguments are not changed.

## Example

Of the pairs (1, 2), (2, 1), (1, 2) and (2, 3) the reference contains (1, 2):

    >>> ngram_precision(np.array([1, 2, 1, 2, 3]), np.array([4, 1, 2]), 2)
    (2, 4)

## Source

K. Papineni et al., "BLEU: a method for automatic evaluation of machine translation", ACL 2002, section 2.1.
"""

import numpy as np


def ngram_precision(candidate, reference, n):
    """Return how many n-grams of the candidate the reference contains, and how many it has."""
    raise NotImplementedError

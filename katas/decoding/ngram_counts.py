r"""
# Counting n-grams

Builds on `sequence_encode`.

An n-gram is a sequence of n consecutive words of a text. Simple language models and scores for translations are
computed from the n-grams of a text and from their counts. The count of an n-gram g in the text $w_1, w_2, \dots$ is the
number of places where it begins:

$$c(g) = \#\{\, i : (w_i, w_{i+1}, \dots, w_{i+n-1}) = g \,\}$$

## Conventions

* `ids` is an integer array (int64) of shape `(T,)`: a text, with a number for each word.
* `n` is an integer, the length of an n-gram.
* Input: `T` is from 0 to 1000; `ids` holds whole numbers from 0 to 500; `n` is from 1 to 8.
* The result is a tuple of an integer array (int64) of shape `(m, n)`, which has a row for each different n-gram, and
  an integer array (int64) of shape `(m,)`, which has their counts.
* The rows are in the order in which the n-grams first occur. (`np.unique` would sort them.)
* An n-gram begins at every word that is followed by at least n - 1 words, so that n-grams overlap.
* The order of the words in an n-gram matters.
* A text of fewer than n words has no n-gram: the results have the shapes `(0, n)` and `(0,)`.
* The arguments are not changed.

## Example

The pairs are (4, 7), (7, 4), (4, 7) and (7, 7):

    >>> ngram_counts(np.array([4, 7, 4, 7, 7]), 2)
    (array([[4, 7],
           [7, 4],
           [7, 7]]), array([2, 1, 1]))

## Source

D. Jurafsky and J. H. Martin, "Speech and Language Processing", Prentice Hall, 2nd edition 2009, chapter 4.
"""

import numpy as np


def ngram_counts(ids, n):
    """Return the different n-grams of a text, in order of first occurrence, and their counts."""
    raise NotImplementedError

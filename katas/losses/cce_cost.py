r"""
# Categorical cross-entropy

Builds on `one_hot` and `softmax`.

A classifier returns a probability for each of k classes. Its cost for a sample is the negative logarithm of the
probability that it gives to the right class. The cost is 0 if this probability is 1, and it grows without limit as the
probability approaches 0. The cost of a data set is the mean over its samples:

$$C(Y, P) = -\frac{1}{n} \sum_{i=1}^{n} \sum_{j=1}^{k} Y_{ij} \ln P_{ij}$$

The labels choose the terms: where $Y_{ij}$ is 0, the probability does not count.

## Conventions

* `Y` is a float array (float64) of shape `(n, k)`: the labels, with a row for each sample. A row is one-hot (a single
  1) or soft (such as 0.9, 0.1, 0).
* `P` is a float array (float64) of shape `(n, k)`: the probabilities that a classifier gives to the classes.
* Input: `n` is from 1 to 500; `k` is from 1 to 100; `Y` and `P` hold numbers of at least 0 that sum to 1 along the last
  axis.
* The result is a float. The logarithm is the natural one, and the mean runs over the n samples, not over the classes.
* A probability of 0 costs nothing if the label is 0. If the label is positive, the cost is infinite: return inf.
  (Keras and scikit-learn clip `P`, so that the cost stays finite. PyTorch's `CrossEntropyLoss` expects logits.)
* The arguments are not changed.

## Example

The right classes have the probabilities 1/2 and 1/4, so the cost is (ln 2 + ln 4) / 2:

    >>> cce_cost(np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]), np.array([[0.5, 0.5, 0.0], [0.5, 0.25, 0.25]]))
    1.0397207708399179

## Source

C. M. Bishop, "Pattern Recognition and Machine Learning", Springer 2006, section 4.3.4 (as a sum).
"""

import numpy as np


def cce_cost(Y, P):
    """Return the mean cross-entropy of the labels `Y` and the probabilities `P`."""
    raise NotImplementedError

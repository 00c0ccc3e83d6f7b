r"""
# Softmax

Builds on `sigmoid`.

A classifier gives each class a score, a logit, of any size and sign. Softmax turns the logits of one sample into
probabilities: they sum to 1, a larger logit gives a larger probability, and the larger its lead, the closer its
probability is to 1:

$$p_i = \frac{e^{z_i}}{\sum_{j} e^{z_j}}.$$

## Conventions

* Input: `n` and `k` are from 1 to 1200; `Z` holds numbers from -1000 to 1000 or -inf.
* `Z` is a float array (float64) of shape `(n, k)`: one row of k logits for each of n samples. Each row
  is normalised by itself; rows have nothing to do with each other.
* The result is a float array of shape `(n, k)`, or n rows of k numbers; every row sums to 1, up to rounding.
  Each number may be off by 1e-12 plus 1e-9 of its size.
* Logits may lie far apart, within a row or between rows: the answer holds no NaN there, and no
  exception is raised. ($e^{1000}$ is infinite in floating point. What happens to $p$ when all logits of a row grow
  by the same amount?)
* A logit may be -inf: that class is ruled out, its probability is 0, and the others sum to 1. No row
  consists of -inf only.
* The base is e, and no temperature divides the logits. With k = 1 every probability is 1. Only for k = 2 is softmax
  a sigmoid: the first probability is that of $z_0 - z_1$, counted from 0.
* `Z` is not changed.

## Example

    >>> softmax(np.array([[0.0, 1.0, 2.0], [5.0, 5.0, 5.0]]))
    array([[0.09003057317038046, 0.24472847105479764, 0.6652409557748219],
           [0.3333333333333333, 0.3333333333333333, 0.3333333333333333]])
    >>> softmax(np.array([[0.3, -1.1]]))
    array([[0.8021838885585818, 0.19781611144141825]])

## Source

J. Bridle, "Probabilistic interpretation of feedforward classification network outputs", in: Neurocomputing (1990);
I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning" (2016), sections 4.1 and 6.2.2.3.
"""

import numpy as np


def softmax(Z):
    """Return the probabilities of each row of logits, as a matrix."""
    raise NotImplementedError

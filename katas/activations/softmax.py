r"""
# Softmax

Builds on `sigmoid`.

A classifier gives each class a score, a *logit*, which may be any number. Softmax turns the logits of one sample into
probabilities that sum to 1. A larger logit gets a larger probability, and only the differences between logits matter:

$$p_i = \exp(z_i) / \sum_j \exp(z_j).$$

## Conventions

* Input: `n` and `k` are from 1 to 1200; `Z` holds numbers from -1000 to 1000 or -inf.
* `Z` is a float array (float64) of shape `(n, k)`, with one row of k logits for each of n samples. Normalise each row
  separately: the samples are independent.
* Return a float array of shape `(n, k)`; a list of n rows of k numbers is accepted.
* `exp(1000)` overflows: do not let that spoil the result, whether the logits are far apart within a row or between
  rows. Your function must not raise an exception or return NaN.
* A logit of -inf rules its class out: its probability is 0. No row consists of -inf only.
* Each entry must lie within 1e-12 + 1e-9·|v| of the exact value v.
* Use base e and no temperature.
* For k = 1 every probability is 1. For k = 2 the first probability is $\sigma(z_0 - z_1)$ (indices start at 0).
* Do not modify `Z`.
* Here each row is normalised; libraries let you choose the axis (`axis` in SciPy, `dim` in PyTorch).

## Example

    >>> softmax(np.array([[0.0, 1.0, 2.0], [5.0, 5.0, 5.0]]))
    array([[0.09003057, 0.24472847, 0.66524096],
           [0.33333333, 0.33333333, 0.33333333]])

## Source

J. Bridle, "Probabilistic interpretation of feedforward classification network outputs, with relationships to
statistical pattern recognition", in: Neurocomputing, Springer 1990; I. Goodfellow, Y. Bengio and A. Courville,
"Deep Learning", MIT Press 2016, sections 4.1 and 6.2.2.3.
"""

import numpy as np


def softmax(Z):
    """Return the probabilities of each row of logits, as a matrix."""
    raise NotImplementedError

r"""
# The gradient of softmax and cross-entropy

Builds on `softmax` and `softmax_jacobian`.

A classifier ends in a softmax, and cross-entropy measures how little of the probability falls on the right class.
Each has an awkward derivative. Together they have a very simple one, the probabilities minus the labels:

$$L = -\frac{1}{n} \sum_{i=1}^{n} \sum_{j=1}^{k} Y_{ij} \ln P_{ij}, \quad P = \mathrm{softmax}(Z)
\qquad\Longrightarrow\qquad \frac{\partial L}{\partial Z} = \frac{1}{n}\,(P - Y).$$

## Conventions

* Input: `n` is from 1 to 1200; `k` is from 1 to 200; `Z` holds numbers from -1000 to 1000; `Y` holds numbers of at
  least 0 that sum to 1 along the last axis.
* `Z` is a float array (float64) of shape `(n, k)`: one row of k logits for each of n samples. The
  probabilities of a row are $P_{ij} = e^{Z_{ij}} / (e^{Z_{i1}} + \dots + e^{Z_{ik}})$.
* `Y` is a float array of shape `(n, k)`: one row of labels for each sample. A
  row may be one-hot (a single 1) or soft (such as 0.9, 0.1, 0).
* The loss is the *mean* over the batch, so the gradient is divided by n: by the number of samples, not of entries.
  (Some texts and programs sum over the batch; that is another convention.)
* The gradient is the one with respect to the logits `Z`, through the softmax. (With respect to the probabilities P
  it would be $-Y / (nP)$, and not P − Y.)
* The result is a float array of shape `(n, k)`, or n rows of k numbers. Each number may be off by 1e-12 plus 1e-9
  of its size. With k = 1 all are 0.
* Logits may be large and lie far apart, within a row or between rows: the answer holds no NaN there, and no
  exception is raised.
* Finite differences are not accurate enough; use the formula.
* The arguments are not changed.

## Example

The logits here are logarithms of the probabilities 0.2, 0.3 and 0.5, and the first class is the right one:

    >>> softmax_cross_entropy_grad(np.log(np.array([[0.2, 0.3, 0.5]])), np.array([[1.0, 0.0, 0.0]]))
    array([[-0.8, 0.3, 0.5]])
    >>> softmax_cross_entropy_grad(np.zeros((2, 2)), np.array([[1.0, 0.0], [0.25, 0.75]]))
    array([[-0.25, 0.25],
           [0.125, -0.125]])

## Source

J. Bridle, "Probabilistic interpretation of feedforward classification network outputs", in: Neurocomputing (1990);
C. Bishop, "Pattern Recognition and Machine Learning" (2006), section 4.3.4.
"""

import numpy as np


def softmax_cross_entropy_grad(Z, Y):
    """Return the derivative of the mean cross-entropy with respect to each logit, as a matrix."""
    raise NotImplementedError

r"""
# The gradient of softmax and cross-entropy

Builds on `softmax`, `cce_cost` and `softmax_jacobian`.

A classifier ends in a softmax. Cross-entropy is large where the labels put weight on classes that the model thinks
unlikely. Each alone has an awkward derivative; together the gradient is simply prediction minus target:

$$L = -\frac{1}{n} \sum_{i,j} Y_{ij} \ln P_{ij}, \quad P = \mathrm{softmax}(Z)
\qquad\Longrightarrow\qquad \frac{\partial L}{\partial Z} = \frac{P - Y}{n}.$$

## Conventions

* Input: `n` is from 1 to 1200; `k` is from 1 to 200; `Z` holds numbers from -1000 to 1000; `Y` holds numbers of at
  least 0 that sum to 1 along the last axis.
* `Z` and `Y` are float arrays (float64) with a row for each sample, of logits and of labels. Softmax works on rows.
  Labels are one-hot (a single 1) or soft (such as 0.9, 0.1, 0).
* Labels that sum to 1 make the gradient P − Y; in general it is P · sum(Y) − Y. It is the gradient with respect to
  the logits, not to P.
* The loss is the mean over the n samples, so divide by n. (With `reduction="sum"` PyTorch does not.)
* Return a float array of shape `(n, k)`, or n rows of k numbers. Each entry must lie within 1e-12 + 1e-9·|v| of the
  exact value v. Finite differences are not accurate enough.
* Your function must not return NaN, even for logits of ±1000. Do not modify the arguments.

## Example

First with the probabilities 0.2, 0.3 and 0.5:

    >>> softmax_cross_entropy_grad(np.log(np.array([[0.2, 0.3, 0.5]])), np.array([[1.0, 0.0, 0.0]]))
    array([[-0.8,  0.3,  0.5]])
    >>> softmax_cross_entropy_grad(np.zeros((2, 2)), np.array([[1.0, 0.0], [0.25, 0.75]]))
    array([[-0.25 ,  0.25 ],
           [ 0.125, -0.125]])

## Source

J. Bridle, "Probabilistic interpretation of feedforward classification network outputs, ...", in: Neurocomputing
(1990); C. Bishop, "Pattern Recognition and Machine Learning" (2006), section 4.3.4.
"""

import numpy as np


def softmax_cross_entropy_grad(Z, Y):
    """Return the derivative of the mean cross-entropy with respect to each logit, as a matrix."""
    raise NotImplementedError

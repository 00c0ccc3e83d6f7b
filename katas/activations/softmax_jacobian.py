r"""
# The Jacobian of softmax

Builds on `softmax`.

Raise one logit and all probabilities move: its own goes up, and the others go down. The matrix of all these
derivatives is what the chain rule needs to pass through a softmax:

$$J_{ij} = \frac{\partial p_i}{\partial z_j} = p_i\,(\delta_{ij} - p_j), \qquad
p = \mathrm{softmax}(z), \qquad \delta_{ij} = \begin{cases} 1 & i = j \\ 0 & i \ne j. \end{cases}$$

## Conventions

* Input: `k` is from 1 to 100; `z` holds numbers from -1000 to 1000.
* `z` is a float array (float64) of shape `(k,)`: the logits of one sample. The derivatives are taken there,
  with respect to the logits and not to the probabilities.
* The result is a float array of shape `(k, k)`, or k rows of k numbers. Row i belongs to the probability $p_i$,
  column j to the logit $z_j$; the matrix is symmetric. With k = 1 it is `[[0.0]]`.
* Logits may be equal, and they may sum to 1. The answer holds no NaN, and no exception is raised.
* Each number may be off by 1e-12 plus 1e-9 of its size, for which the formula is good enough. Finite differences,
  such as $(p(z + h) - p(z)) / h$, are not.
* `z` is not changed.

## Example

    >>> softmax_jacobian(np.array([0.0, 0.0]))
    array([[0.25, -0.25],
           [-0.25, 0.25]])
    >>> softmax_jacobian(np.log(np.array([0.2, 0.3, 0.5])))
    array([[0.16, -0.06, -0.1],
           [-0.06, 0.21, -0.15],
           [-0.1, -0.15, 0.25]])

## Source

J. Bridle, "Training stochastic model recognition algorithms as networks can lead to maximum mutual information
estimation of parameters", NIPS 2 (1990); C. Bishop, "Pattern Recognition and Machine Learning" (2006),
section 4.3.4.
"""

import numpy as np


def softmax_jacobian(z):
    """Return the derivative of each probability with respect to each logit, as a matrix."""
    raise NotImplementedError

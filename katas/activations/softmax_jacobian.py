r"""
# The Jacobian of softmax

Builds on `softmax`.

Raise one logit and every probability moves: its own goes up, and the others pay for it. The matrix of all these
derivatives is what the chain rule needs to pass through a softmax:

$$J_{ij} = \frac{\partial p_i}{\partial z_j} = p_i\,(\delta_{ij} - p_j), \qquad
p = \mathrm{softmax}(z), \qquad \delta_{ij} = \begin{cases} 1 & i = j \\ 0 & i \ne j. \end{cases}$$

## Conventions

* `z` is a float array of shape `(k,)`: the logits of one sample, k >= 1. The derivatives are taken there, with
  respect to the logits and not to the probabilities.
* The result is a float array of shape `(k, k)`, compared to about nine digits. Row i belongs to the probability
  $p_i$, column j to the logit $z_j$; the matrix is symmetric. With k = 1 it is `[[0.0]]`.
* Logits are finite, up to ±1000, and equal ones are asked too. The answer holds no NaN there, and no exception is
  raised.
* Finite differences, such as $(p(z + h) - p(z)) / h$, are not accurate enough; use the formula.
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
estimation of parameters", NIPS 2 (1990), section 2; C. Bishop, "Pattern Recognition and Machine Learning" (2006),
section 4.3.4, equation 4.106.
"""

import numpy as np


def softmax_jacobian(z):
    """Return the derivative of each probability with respect to each logit, as a matrix."""
    raise NotImplementedError

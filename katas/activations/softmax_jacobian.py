r"""
# The Jacobian of softmax

Builds on `softmax`.

If one logit rises, the probability of its class rises and all others fall by the same total, because they sum to 1.
The chain rule needs all these derivatives to pass through a softmax. They form its Jacobian matrix:

$$J_{ij} = \partial p_i / \partial z_j = p_i\,(\delta_{ij} - p_j), \qquad p = \text{softmax}(z),$$

where $\delta_{ij}$ is 1 if i = j, and 0 otherwise.

## Conventions

* Input: `k` is from 1 to 100; `z` holds numbers from -1000 to 1000.
* `z` is a float array (float64) of shape `(k,)`, the logits of one sample. Differentiate with respect to the logits,
  not to the probabilities.
* `z` always holds logits, even where its entries happen to sum to 1.
* Return a float array of shape `(k, k)`; a list of k rows of k numbers is accepted. Row i belongs to the probability
  $p_i$ and column j to the logit $z_j$.
* For k = 1 return `[[0.0]]`: a single class always has probability 1.
* Your function must not raise an exception or return NaN, even for logits of ±1000.
* Each entry must lie within 1e-12 + 1e-9·|v| of the exact value v. The formula is accurate enough, finite differences
  are not.
* Do not modify `z`.
* Libraries usually do not form this matrix; they multiply the incoming gradient by it directly.

## Example

    >>> softmax_jacobian(np.array([0.0, 0.0]))
    array([[ 0.25, -0.25],
           [-0.25,  0.25]])
    >>> softmax_jacobian(np.log(np.array([0.2, 0.3, 0.5])))
    array([[ 0.16, -0.06, -0.1 ],
           [-0.06,  0.21, -0.15],
           [-0.1 , -0.15,  0.25]])

## Source

J. Bridle, "Training stochastic model recognition algorithms as networks can lead to maximum mutual information
estimation of parameters", NIPS 2 (1990); C. Bishop, "Pattern Recognition and Machine Learning", Springer 2006,
section 4.3.4.
"""

import numpy as np


def softmax_jacobian(z):
    """Return the derivative of each probability with respect to each logit, as a matrix."""
    raise NotImplementedError

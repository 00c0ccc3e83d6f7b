r"""
# A dense layer

Builds on `weighted_sum`.

A dense (fully connected) layer is a set of neurons that all see the same inputs. Each of them computes a weighted sum
of the inputs and adds its own bias. With the samples of a batch as rows, one product of matrices does this for all
samples and all neurons at once:

$$Z = X W + b, \qquad Z_{ij} = \sum_{m=1}^{d} X_{im} W_{mj} + b_j$$

## Conventions

* `X` is a float array (float64) of shape `(n, d)`: n samples with d inputs each.
* `W` is a float array (float64) of shape `(d, k)`: column j holds the weights of neuron j.
* `b` is a float array (float64) of shape `(k,)`: one bias for each neuron, the same for all samples.
* Input: `n` is from 0 to 1000; `d` and `k` are from 1 to 100; `X`, `W` and `b` hold numbers from -10 to 10.
* The result is a float array (float64) of shape `(n, k)`, with a row for each sample: 300 samples of 2 inputs and a
  layer of 3 neurons give `(300, 3)`. Without samples (n = 0) the shape is `(0, k)`. There is no activation.
* Keras's `Dense` stores its weights in this way. PyTorch's `Linear` stores the transpose, with a row for each neuron.
  Texts with a sample in each column write $W^T X + b$, which is the transpose of Z.
* The arguments are not changed.

## Example

The first neuron computes $x_1 - x_2 + 1$, the second $2 x_1 + x_2$:

    >>> X = np.array([[1.0, 2.0], [3.0, 0.0], [0.0, -1.0]])
    >>> dense_forward(X, np.array([[1.0, 2.0], [-1.0, 1.0]]), np.array([1.0, 0.0]))
    array([[ 0.,  4.],
           [ 4.,  6.],
           [ 2., -1.]])

## Source

C. Bishop, "Pattern Recognition and Machine Learning", Springer 2006, section 5.1, equation 5.2, for one sample.
"""

import numpy as np


def dense_forward(X, W, b):
    """Return the weighted sums of all neurons for all samples, as a matrix with a row for each sample."""
    raise NotImplementedError

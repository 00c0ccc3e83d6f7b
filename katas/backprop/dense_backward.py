r"""
# Backward through a dense layer

Builds on `dense_forward` and `multi_path_chain`.

The backward pass of a layer receives the gradient of the loss with respect to the output of the layer. From it, the
layer computes the gradients of its weights and biases, which the update needs, and the gradient of its input, which it
passes to the layer before. For $Z = XW + b$, a weight acts through the input that it multiplies, a bias acts on every
sample, and an input acts on all neurons:

$$\frac{\partial L}{\partial W} = X^T\, dZ, \qquad
\frac{\partial L}{\partial b_j} = \sum_{i=1}^{n} dZ_{ij}, \qquad
\frac{\partial L}{\partial X} = dZ\, W^T, \qquad dZ = \frac{\partial L}{\partial Z}$$

## Conventions

* `X` is a float array (float64) of shape `(n, d)`: the inputs of the layer, a row for each sample.
* `W` is a float array (float64) of shape `(d, k)`: its weights, a column for each neuron.
* `dZ` is a float array (float64) of shape `(n, k)`: the gradient of the loss with respect to Z. If the loss is a mean
  over the samples, the factor 1/n is already contained in it.
* Input: `n` is from 0 to 300; `d` and `k` are from 1 to 100; `X` and `W` hold numbers from -10 to 10; `dZ` holds
  numbers from -3 to 3.
* The result is a tuple (dW, db, dX) of float arrays (float64) of shapes `(d, k)`, `(k,)` and `(n, d)`, which are the
  shapes of W, b and X.
* Without samples, dW and db are zeros.
* PyTorch's `Linear` stores the transposes of W and of its gradient.
* The arguments are not changed.

## Example

    >>> X, W = np.array([[1.0, 2.0], [3.0, 0.0]]), np.array([[1.0], [-1.0]])
    >>> dense_backward(X, W, np.array([[2.0], [-0.5]]))
    (array([[0.5],
           [4. ]]), array([1.5]), array([[ 2. , -2. ],
           [-0.5,  0.5]]))

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, sections 6.5.4 and 6.5.6.
"""

import numpy as np


def dense_backward(X, W, dZ):
    """Return the gradients of the loss with respect to the weights, the biases and the inputs."""
    raise NotImplementedError

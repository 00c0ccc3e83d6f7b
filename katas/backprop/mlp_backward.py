r"""
# Backpropagation through a hidden layer

Builds on `mlp_forward`, `dense_backward`, `tanh_grad` and `mse_grad`.

Training needs the derivative of the cost with respect to every weight and bias. Backpropagation computes all of them
in one pass from the outputs to the inputs, and uses the values that the forward pass computed. The network is a dense
layer, tanh, and another dense layer:

$$Z_1 = X W_1 + b_1, \qquad H = \tanh(Z_1), \qquad \hat Y = Z_2 = H W_2 + b_2.$$

The cost is the mean squared error

$$L = \frac1n \sum_{i=1}^{n} \sum_{j=1}^{k} (\hat Y_{ij} - Y_{ij})^2.$$

Let $dZ_2$ be the derivative of L with respect to $Z_2$, and so on, and let ⊙ be the product entry by entry:

$$dZ_2 = \tfrac2n (\hat Y - Y), \qquad dW_2 = H^T dZ_2, \qquad dH = dZ_2\, W_2^T,$$

$$dZ_1 = dH \odot (1 - H \odot H), \qquad dW_1 = X^T dZ_1.$$

The gradient of a bias is the sum of the column of $dZ_1$ or $dZ_2$ that belongs to it.

## Conventions

* `X` is a float array (float64) of shape `(n, d)`, `Y` one of shape `(n, k)`: the samples and their targets, as rows.
* `W1`, `b1`, `W2` and `b2` are float arrays (float64) of shapes `(d, h)`, `(h,)`, `(h, k)` and `(k,)`: the layers.
* Input: `n` is from 1 to 200; `d`, `h` and `k` are from 1 to 20; `X` holds numbers from -3 to 3; `W1` and `W2` hold
  numbers from -2 to 2; `b1` holds numbers from -1000 to 1000; `b2` and `Y` hold numbers from -10 to 10.
* The result is a tuple (dW1, db1, dW2, db2) of float arrays (float64), each with the shape of its parameter.
* L is a mean over samples and a sum over outputs. (PyTorch's `MSELoss` is a mean over all n·k numbers by default;
  some texts have ½ in place of 1/n.)
* The arguments are not changed.

## Example

The hidden value is 0.5, the output 2 · 0.5 + 2 = 3, the error 1. So dZ2 is 2, dH is 4, and dZ1 is 4 · 0.75:

    >>> W1, b1, W2, b2 = np.zeros((1, 1)), np.arctanh([0.5]), np.array([[2.0]]), np.array([2.0])
    >>> mlp_backward(np.array([[2.0]]), W1, b1, W2, b2, np.array([[2.0]]))
    (array([[6.]]), array([3.]), array([[1.]]), array([2.]))

## Source

C. Bishop, "Pattern Recognition and Machine Learning", Springer 2006, sections 5.3.1 and 5.3.2.
"""

import numpy as np


def mlp_backward(X, W1, b1, W2, b2, Y):
    """Return the gradients of the mean squared error with respect to W1, b1, W2 and b2."""
    raise NotImplementedError

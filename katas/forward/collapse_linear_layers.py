r"""
# Two linear layers are one

Builds on `dense_forward` and `linear_activation`.

Without an activation between them, a second dense layer adds nothing that a single layer could not do: weighted sums of
weighted sums are weighted sums. This is why hidden layers need an activation that is not linear. For every batch X,

$$(X W_1 + b_1) W_2 + b_2 = X W + b$$

with the same $W$ and $b$. Multiply out the left side to find them.

## Conventions

* `W1` is a float array (float64) of shape `(d, h)`, `b1` one of shape `(h,)`: the first layer, with a column of weights
  and a bias for each of its h neurons.
* `W2` is a float array (float64) of shape `(h, k)`, `b2` one of shape `(k,)`: the second layer, applied to the results
  of the first.
* Input: `d`, `h` and `k` are from 1 to 100; `W1`, `b1`, `W2` and `b2` hold numbers from -10 to 10.
* The result is a tuple (W, b) of float arrays (float64) of shapes `(d, k)` and `(k,)`: the single layer. (Texts in
  which samples are columns write $W_2 (W_1 x + b_1) + b_2$; their weight matrices are the transposes of these.)
* The arguments are not changed.

## Example

There are two inputs, two hidden neurons and one output. The hidden neurons compute $x_1 + 2 x_2 + 1$ and
$3 x_1 - x_2 - 1$. The output is twice the first plus the second plus 0.5, which is $5 x_1 + 3 x_2 + 1.5$:

    >>> W1, b1 = np.array([[1.0, 3.0], [2.0, -1.0]]), np.array([1.0, -1.0])
    >>> collapse_linear_layers(W1, b1, np.array([[2.0], [1.0]]), np.array([0.5]))
    (array([[5.],
           [3.]]), array([1.5]))

## Source

C. Bishop, "Pattern Recognition and Machine Learning", Springer 2006, section 5.1; I. Goodfellow, Y. Bengio and
A. Courville, "Deep Learning", MIT Press 2016, section 6.1.
"""

import numpy as np


def collapse_linear_layers(W1, b1, W2, b2):
    """Return the weights and biases of the single layer that does the same as both layers."""
    raise NotImplementedError

r"""
# Train a network

Builds on `mlp_backward`, `softmax_cross_entropy_grad`, `gd_step` and `one_hot`.

All parts together: a loop that computes the classes' probabilities for the whole batch, the cost, the gradient of every
parameter, and a step against it. Each round is one epoch. With a small learning rate the cost falls at every epoch.

$$H = \tanh(X W_1 + b_1), \qquad P = \operatorname{softmax}(H W_2 + b_2), \qquad
L = -\frac1n \sum_{i=1}^{n} \ln P_{i,y_i},$$

$$dZ_2 = (P - Y) / n, \qquad dZ_1 = (dZ_2\, W_2^T) \odot (1 - H \odot H), \qquad
w \leftarrow w - \mathrm{lr}\; \partial L / \partial w,$$

where row i of Y is 1 at $y_i$ and 0 elsewhere. The gradients of the four parameters are those of two dense layers.

## Conventions

* `X` is a float array (float64) of shape `(n, d)`, `y` an integer array (int64) of shape `(n,)`: the samples, and their
  classes from 0 to k - 1.
* `W1`, `b1`, `W2` and `b2` are float arrays (float64) of shapes `(d, h)`, `(h,)`, `(h, k)` and `(k,)`: the parameters
  at the start.
* `lr` is a float, the learning rate; `epochs` is an integer.
* Input: `n` is from 1 to 20; `d` is from 1 to 3; `h` is from 1 to 4; `k` is from 2 to 3; `X` holds numbers from -1 to
  1; `y` holds whole numbers from 0 to k-1; `W1`, `b1` and `W2` hold numbers from -2 to 2; `b2` holds numbers from -1000
  to 1000; `lr` is from 0 to 0.5; `epochs` is from 0 to 20.
* The result is a tuple (W1, b1, W2, b2, costs): the parameters after the last epoch, and a float array (float64) of
  shape `(epochs,)` with the cost before each step. `costs[0]` is that of the given parameters.
* All gradients of an epoch are taken at the same parameters, and all samples count in each of them.
* Costs are finite: $\ln P$ exists where P itself is rounded to 0.
* The arguments are not changed.

## Example

Two equally likely classes cost ln 2. The step makes the right one likelier:

    >>> X, y, W1, b1 = np.array([[1.0]]), np.array([0]), np.zeros((1, 1)), np.arctanh([0.5])
    >>> train_mlp(X, y, W1, b1, np.zeros((1, 2)), np.zeros(2), 0.25, 1)[2:]
    (array([[ 0.0625, -0.0625]]), array([ 0.125, -0.125]), array([0.69314718]))

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 6.5.7.
"""

import numpy as np


def train_mlp(X, y, W1, b1, W2, b2, lr, epochs):
    """Return the trained parameters, and the cost before the step of each epoch."""
    raise NotImplementedError

r"""
# One step of a recurrent network

Builds on `dense_forward`, `tanh_act` and `softmax`.

A recurrent network reads a sequence one input at a time. A vector, the hidden state, represents what it has read so
far. Each step computes a new state from the old state and the input, and the output from the new state. All steps share
the same weights.

$$a' = \tanh(W_a\,[a, x] + b_a), \qquad \hat y = \operatorname{softmax}(W_y\, a' + b_y)$$

## Conventions

* `a` is a float array (float64) of shape `(h,)`: the old hidden state. `x` is a float array (float64) of shape `(d,)`:
  the input. $[a, x]$ is `a` followed by `x`.
* `Wa` is a float array (float64) of shape `(h, h+d)`, `ba` one of shape `(h,)`: weights and biases of the state.
* `Wy` is a float array (float64) of shape `(k, h)`, `by` one of shape `(k,)`: weights and biases of the output.
* Input: `h` is from 1 to 60; `d` and `k` are from 1 to 300; `a`, `x`, `Wa` and `Wy` hold numbers from -10 to 10; `ba`
  and `by` hold numbers from -1000 to 1000.
* The result is a tuple of a float array (float64) of shape `(h,)`, the new state a', and a float array (float64) of
  shape `(k,)`, the probabilities of the k classes.
* Large biases must not lead to NaN, although exp(1000) overflows to infinity.
* PyTorch's `RNN` has separate weight matrices for the input and the state, two bias vectors, and no output layer.
* The arguments are not changed.

## Example

The weighted sum is 4 · 0.5 - 1 · 2 = 0. So the new state is 0, and the two classes are equally likely:

    >>> rnn_step(np.array([0.5]), np.array([2.0]), np.array([[4.0, -1.0]]), np.zeros(1), np.ones((2, 1)), np.zeros(2))
    (array([0.]), array([0.5, 0.5]))

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 10.2, equations 10.8 to 10.11.
"""

import numpy as np


def rnn_step(a, x, Wa, ba, Wy, by):
    """Return the new hidden state and the probabilities of the classes."""
    raise NotImplementedError

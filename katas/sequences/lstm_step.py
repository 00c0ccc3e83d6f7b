r"""
# One step of an LSTM

Builds on `gru_step`.

A long short-term memory carries two vectors from step to step: the cell $c$ and the hidden state $a$ ($h$ in most
texts). Three gates between 0 and 1 decide what enters the cell, what stays, and what is shown. Because the cell
changes by addition, gradients survive many steps:

$$\begin{aligned}
\tilde c &= \tanh(W_0[a,x] + b_0) &&\text{candidate}\\
\Gamma_u &= \sigma(W_1[a,x] + b_1) &&\text{update gate}\\
\Gamma_f &= \sigma(W_2[a,x] + b_2) &&\text{forget gate}\\
\Gamma_o &= \sigma(W_3[a,x] + b_3) &&\text{output gate}\\
c' &= \Gamma_u * \tilde c + \Gamma_f * c, \qquad a' = \Gamma_o * \tanh c'
\end{aligned}$$

with $\sigma(z) = 1/(1 + e^{-z})$ and $*$ entry by entry. Most texts call $\Gamma_u$ the input gate.

## Conventions

* Input: `h` is from 1 to 40; `d` is from 1 to 400; `a` and `x` hold numbers from -10 to 10; `c` and `b` hold
  numbers from -1000 to 1000; `W` holds numbers from -5 to 5.
* The shapes are `(h,)` for `a` and `c`, `(d,)` for `x`, `(4, h, h + d)` for `W` and `(4, h)` for `b`. $[a,x]$ is `a`
  followed by `x`.
* `W` and `b` have the order candidate, update, forget, output. (PyTorch and Keras: input, forget, candidate, output.)
* Each of the four has one bias vector (PyTorch has two). There are no peephole connections to the cell.
* Return `(a', c')`, a tuple or list of two float vectors. Each number must lie within 1e-12 + 1e-9·|v| of the exact
  value v.
* Your function must not raise an exception or return NaN, even for cells and biases of ±1000.
* Do not modify the arguments.

## Example

With all weights and biases 0, each gate is half open and the candidate is 0:

    >>> lstm_step(np.array([0.5]), np.array([2.0]), np.array([1.0]), np.zeros((4, 1, 2)), np.zeros((4, 1)))
    (array([0.38079708]), array([1.]))

## Source

S. Hochreiter and J. Schmidhuber, "Long short-term memory", Neural Computation 9 (1997); the forget gate:
F. Gers, J. Schmidhuber and F. Cummins, "Learning to forget", Neural Computation 12 (2000), section 3.
"""

import numpy as np


def lstm_step(a, c, x, W, b):
    """Return the hidden state and the cell after one step, as two vectors."""
    raise NotImplementedError

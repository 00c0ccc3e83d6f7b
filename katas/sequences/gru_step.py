r"""
# One step of a GRU

Builds on `rnn_step` and `sigmoid`.

A gated recurrent unit (GRU) remembers for many steps, because it can leave its state as it is. An update gate between 0
and 1 mixes the old state with a candidate, and a reset gate decides how much of the old state the candidate sees:

$$\begin{aligned}
\Gamma_u &= \sigma(W_1[c,x] + b_1) &&\text{update gate}\\
\Gamma_r &= \sigma(W_2[c,x] + b_2) &&\text{reset gate}\\
\tilde c &= \tanh(W_0[\Gamma_r * c,\, x] + b_0) &&\text{candidate}\\
c' &= \Gamma_u * \tilde c + (1 - \Gamma_u) * c
\end{aligned}$$

with $\sigma(z) = 1/(1 + e^{-z})$ and $*$ entry by entry.

## Conventions

* Input: `h` is from 1 to 40; `d` is from 1 to 400; `c` and `x` hold numbers from -10 to 10; `W` holds numbers from
  -5 to 5; `b` holds numbers from -1000 to 1000.
* The shapes are `(h,)` for `c`, the old state, `(d,)` for `x`, `(3, h, h + d)` for `W` and `(3, h)` for `b`. $[c,x]$ is
  `c` followed by `x`. `W` and `b` have the order candidate, update, reset.
* The result is a float array (float64) of shape `(h,)`: the new state c'.
* The update gate multiplies the candidate. In PyTorch and Keras it multiplies the old state.
* The reset gate multiplies `c` before the matrix does. PyTorch resets after it, and so does Keras by default.
* A gate may be any number between 0 and 1, and for large biases it is very close to one of them, without NaN.
* The arguments are not changed.

## Example

With all weights and biases 0, both gates are 1/2 and the candidate is 0:

    >>> gru_step(np.array([0.5, -2.0]), np.array([3.0]), np.zeros((3, 2, 3)), np.zeros((3, 2)))
    array([ 0.25, -1.  ])

## Source

J. Chung, C. Gulcehre, K. Cho and Y. Bengio, "Empirical evaluation of gated recurrent neural networks on sequence
modeling", arXiv:1412.3555 (2014), section 3.2.
"""

import numpy as np


def gru_step(c, x, W, b):
    """Return the state of a gated recurrent unit after one step."""
    raise NotImplementedError

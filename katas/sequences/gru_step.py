r"""
# One step of a GRU

Builds on `rnn_step` and `sigmoid`.

A gated recurrent unit (GRU) can remember for many steps, because it can leave its state unchanged. An update gate
between 0 and 1 mixes the old state with a candidate for the new one, and a reset gate controls how much of the old
state enters the candidate:

$$\begin{aligned}
\Gamma_u &= \sigma(W_1[c,x] + b_1) &&\text{update gate}\\
\Gamma_r &= \sigma(W_2[c,x] + b_2) &&\text{reset gate}\\
\tilde c &= \tanh(W_0[\Gamma_r * c,\, x] + b_0) &&\text{candidate}\\
c' &= \Gamma_u * \tilde c + (1 - \Gamma_u) * c
\end{aligned}$$

with $\sigma(z) = 1/(1 + e^{-z})$, and with $*$ for the product entry by entry.

## Conventions

* `c` is a float array (float64) of shape `(h,)`: the old state. `x` is a float array (float64) of shape `(d,)`: the
  input. $[c,x]$ is `c` followed by `x`.
* `W` is a float array (float64) of shape `(3, h, h+d)`, `b` one of shape `(3, h)`: weights and biases in the order
  candidate, update gate, reset gate.
* Input: `h` is from 1 to 30; `d` is from 1 to 400; `c` and `x` hold numbers from -10 to 10; `W` holds numbers from
  -5 to 5; `b` holds numbers from -1000 to 1000.
* The result is a float array (float64) of shape `(h,)`: the new state c'.
* The update gate multiplies the candidate. In PyTorch and Keras it multiplies the old state.
* The reset gate multiplies `c` before the product with the weights. In PyTorch, and by default in Keras, it multiplies
  the product.
* Large biases must not lead to NaN. The gates are then close to 0 or 1.
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

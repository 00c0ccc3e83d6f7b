r"""
# One step of an LSTM

A long short-term memory carries two vectors from step to step: the activation $a$, which it shows, and the
cell $c$, which it keeps. Three gates between 0 and 1 decide what enters the cell, what stays in it, and what
is shown of it:

$$\begin{aligned}
\tilde c &= \tanh(W_0\,[a, x] + b_0) && \text{candidate} \\
\Gamma_u &= \sigma(W_1\,[a, x] + b_1) && \text{update gate} \\
\Gamma_f &= \sigma(W_2\,[a, x] + b_2) && \text{forget gate} \\
\Gamma_o &= \sigma(W_3\,[a, x] + b_3) && \text{output gate} \\
c' &= \Gamma_u * \tilde c + \Gamma_f * c, \qquad a' = \Gamma_o * \tanh c'
\end{aligned}$$

with $\sigma(z) = 1 / (1 + e^{-z})$ and $*$ entry by entry.

## Conventions

* Input: `h` is from 1 to 40; `d` is from 1 to 400; `a` and `x` hold numbers from -10 to 10; `c` and `b` hold
  numbers from -1000 to 1000; `W` holds numbers from -5 to 5.
* All arguments are float arrays. `a` and `c` have shape `(h,)`, and `x` has shape `(d,)`. $[a, x]$ is `a`
  followed by `x`.
* `W` has shape `(4, h, h + d)` and `b` has shape `(4, h)`. Their rows belong to the candidate, the update gate,
  the forget gate and the output gate, in this order. Frameworks order them differently.
* There is one bias vector for each gate, and nothing is added to it.
* The result is the pair `(a', c')`, the new activation first: a tuple or list of two float vectors of shape `(h,)`.
  Each number may be off by 1e-12 plus 1e-9 of its size.
* Pre-activations and cells may be large: the result contains no NaN then, and no
  exception is raised. A warning about overflow does not matter.
* The arguments are not changed.

## Example

With one hidden unit and one input, all weights 0 and all biases 0, each gate is half open and the candidate is 0:

    >>> lstm_step(np.array([0.5]), np.array([2.0]), np.array([1.0]), np.zeros((4, 1, 2)), np.zeros((4, 1)))
    (array([0.3807970779778824]), array([1.0]))

## Source

S. Hochreiter and J. Schmidhuber, "Long short-term memory", Neural Computation 9 (1997); the forget gate:
F. Gers, J. Schmidhuber and F. Cummins, "Learning to forget", Neural Computation 12 (2000), section 3.
"""

import numpy as np


def lstm_step(a, c, x, W, b):
    """Return the activation and the cell after one step, as two vectors."""
    raise NotImplementedError

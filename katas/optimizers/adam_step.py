r"""
# One step of Adam

Builds on `momentum_ewma_step`, `rmsprop_step` and `ewma_bias_corrected`.

Adam keeps two exponential moving averages: m of the gradient g, which gives the direction, and v of its square, which
scales the step of each weight. Both start at 0, so early ones are biased towards 0; dividing by $1-\beta^t$ corrects
that:

$$\begin{aligned}
m' &= \beta_1 m + (1-\beta_1)\,g & \hat m &= m'/(1-\beta_1^t)\\
v' &= \beta_2 v + (1-\beta_2)\,g^2 & \hat v &= v'/(1-\beta_2^t)\\
w' &= w - \eta\,\hat m/(\sqrt{\hat v}+\epsilon)
\end{aligned}$$

entry by entry.

## Conventions

* Input: `d` is from 1 to 1200; `w`, `m` and `g` hold numbers from -1000 to 1000; `v` holds numbers from 0 to 1e5;
  `t` is from 1 to 1e7; `lr` is from 0 to 2; `b1` and `b2` are from 0 to 0.999; `eps` is from 1e-8 to 100.
* `w`, `m`, `v` and `g` have shape `(d,)`. `t` is the number of this step, 1 for the first. `lr` is $\eta$, `b1` is
  $\beta_1$, `b2` is $\beta_2$, and `eps` is $\epsilon$.
* Add `eps` to the root, after the correction. (TensorFlow and Keras add it to the root of the uncorrected v.)
* Return `(w', m', v')`, a tuple or list, with m' and v' uncorrected: the correction is for this step only.
* Use `m` and `v` as passed, even at t = 1, where they need not be 0. Clip nothing: a step may be longer than `lr`.
* Each number must lie within 1e-12 + 1e-9·|x| of the exact value x.
* Do not modify the arguments. One array may be passed for both `m` and `v`.

## Example

At the first step, with averages of 0 and a tiny `eps`, each weight moves by almost `lr`:

    >>> w, g, zero = np.array([1.0, 2.0]), np.array([0.5, -4.0]), np.zeros(2)
    >>> adam_step(w, zero, zero, g, 1, 0.1, 0.9, 0.999, 1e-8)
    (array([0.9, 2.1]), array([ 0.05, -0.4 ]), array([0.00025, 0.016  ]))

## Source

D. Kingma and J. Ba, "Adam: a method for stochastic optimization", ICLR 2015, algorithm 1.
"""

import numpy as np


def adam_step(w, m, v, g, t, lr, b1, b2, eps):
    """Return the weights and both moving averages after step number t, as three vectors."""
    raise NotImplementedError

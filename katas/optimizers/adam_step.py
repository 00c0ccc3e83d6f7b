r"""
# One step of Adam

Adam keeps two running means of the gradient g: of g itself, which gives the direction, and of its square, which gives
each weight a step of its own length. Both begin at 0 and are too small at first; dividing by $1 - \beta^t$ puts that
right:

$$\begin{aligned}
m' &= \beta_1 m + (1 - \beta_1)\, g & \hat m &= m' / (1 - \beta_1^t) \\
v' &= \beta_2 v + (1 - \beta_2)\, g^2 & \hat v &= v' / (1 - \beta_2^t) \\
w' &= w - \eta\, \hat m / (\sqrt{\hat v} + \epsilon)
\end{aligned}$$

all of it entry by entry.

## Conventions

* `w` holds the weights, `m` and `v` the running means before the step, `g` the gradient at `w`: float arrays of shape
  `(d,)`, d >= 1, finite, and `v` is nowhere negative.
* `t` is an integer, the number of this step; the first one is 1, and 0 is never asked.
* `lr` is the learning rate $\eta$, 0 or more; `b1` and `b2` are $\beta_1$ and $\beta_2$, with 0 <= b1, b2 < 1, of
  `m` and of `v` in this order; `eps` is $\epsilon$ > 0. All four are floats, and any of the betas may be 0.
* `eps` is added *to the root*, not under it, and after the correction. It may be as large as 0.5.
* The result is `(w', m', v')`, in this order: a tuple or list of three float vectors of shape `(d,)`, compared to about
  nine digits. The moments are returned *without* the correction: it serves for this step only.
* What is passed as `m` and `v` counts, also at t = 1, where they may be other than 0 (a run that goes on).
* A step may be longer than `lr`.
* The arguments are not changed. Where nothing moves, returning the same array is allowed.

## Example

At the first step, from moments of 0, each weight moves by almost exactly `lr`, whatever the size of its gradient:

    >>> w, g, zero = np.array([1.0, 2.0]), np.array([0.5, -4.0]), np.zeros(2)
    >>> adam_step(w, zero, zero, g, 1, 0.1, 0.9, 0.999, 1e-8)
    (array([0.900000002, 2.09999999975]), array([0.05, -0.4]), array([0.00025, 0.016]))
    >>> adam_step(w, np.ones(2), np.ones(2), g, 2, 0.1, 0.5, 0.75, 0.5)
    (array([0.9463165154296048, 2.0527006739106843]), array([0.75, -1.5]), array([0.8125, 4.75]))

## Source

D. Kingma and J. Ba, "Adam: a method for stochastic optimization", ICLR 2015, algorithm 1.
"""

import numpy as np


def adam_step(w, m, v, g, t, lr, b1, b2, eps):
    """Return the weights and both moments after step number t, as three vectors."""
    raise NotImplementedError

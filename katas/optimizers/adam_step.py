r"""
# One step of Adam

Adam keeps two running means of the gradient g: of g itself, which gives the direction, and of its square, which
gives each weight a step of its own length. Both begin at 0 and are too small at first; dividing by $1 - \beta^t$
corrects that:

$$\begin{aligned}
m' &= \beta_1 m + (1 - \beta_1)\, g & \hat m &= m' / (1 - \beta_1^t) \\
v' &= \beta_2 v + (1 - \beta_2)\, g^2 & \hat v &= v' / (1 - \beta_2^t) \\
w' &= w - \eta\, \hat m / (\sqrt{\hat v} + \epsilon)
\end{aligned}$$

all of it entry by entry.

## Conventions

* Input: `d` is from 1 to 1200; `w`, `m` and `g` hold numbers from -1000 to 1000; `v` holds numbers from 0 to 1e5;
  `t` is from 1 to 1e7; `lr` is from 0 to 2; `b1` and `b2` are from 0 to 0.999; `eps` is from 1e-8 to 100.
* `w` holds the weights, `m` and `v` the running means before the step, `g` the gradient at `w`: float arrays
  (float64) of shape `(d,)`.
* `t` is an integer, the number of this step; the first one is 1, and 0 does not occur. Late steps occur too.
* `lr` is the learning rate $\eta$, `b1` and `b2` are $\beta_1$ (for `m`) and $\beta_2$ (for `v`), and `eps` is
  $\epsilon$. All four are floats.
* `eps` is added *to the root*, not under it, and after the correction.
* The result is `(w', m', v')`, in this order: a tuple or list of three float vectors of shape `(d,)`.
  Each number may be off by 1e-12 plus 1e-9 of its size.
* The moments are returned *without* the correction: it is for this step only.
* `m` and `v` are used as they are passed, also at t = 1, when they may be other than 0 (a run that is continued).
* No entry of `m'` or `v'` is smaller than a ten-thousandth of the old one, so that every way of writing the means is
  exact enough.
* Nothing is clipped: a step may be longer than `lr`.
* The arguments are not changed, even if one array is passed for both `m` and `v`. If a vector does not change, the
  same array may be returned.

## Example

At the first step, from moments of 0, each weight moves by almost `lr`, if its gradient is large compared with `eps`:

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

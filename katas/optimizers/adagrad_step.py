r"""
# Adagrad step

Builds on `gd_step`.

A single learning rate rarely suits all weights: some have large gradients at every step, others have small gradients,
or hardly ever one that is not 0. Adagrad gives each weight its own rate. It adds up the squares of all gradients of
this weight so far, and divides the step by the square root of the sum:

$$s' = s + g^2, \qquad w' = w - \frac{\eta}{\sqrt{s' + \epsilon}}\, g$$

entry by entry. The sum never falls, so the rates never rise. For a constant gradient, step number t has about
the length $\eta / \sqrt t$.

## Conventions

* `w` is a float array (float64) of shape `(d,)`: the weights.
* `s` is a float array (float64) of shape `(d,)`: the sums of the squared gradients of all earlier steps. Before the
  first step they are 0.
* `g` is a float array (float64) of shape `(d,)`: the gradient at `w`.
* `lr` is a float, the learning rate $\eta$.
* `eps` is a float, $\epsilon$, which keeps the quotient finite.
* Input: `d` is from 0 to 1200; `w` and `g` hold numbers from -1000 to 1000; `s` holds numbers from 0 to 1e6; `lr` is
  from 0 to 2; `eps` is from 1e-8 to 100.
* The result is a tuple `(w', s')` of two float arrays (float64) of shape `(d,)`. `s'` does not contain `eps`.
* `eps` is added under the root, as in Keras. (PyTorch adds it to the root itself.)
* The arguments are not changed.

## Example

The sums become 16 + 3² = 25 and 0 + 2² = 4, so the steps are 3/5 and -2/2:

    >>> adagrad_step(np.array([1.0, 1.0]), np.array([16.0, 0.0]), np.array([3.0, -2.0]), 1.0, 1e-8)
    (array([0.4, 2. ]), array([25.,  4.]))

## Source

J. Duchi, E. Hazan and Y. Singer, "Adaptive subgradient methods for online learning and stochastic optimization",
JMLR 12 (2011); A. Zhang et al., "Dive into Deep Learning", section "Adagrad", which has $\epsilon$ under the root.
"""

import numpy as np


def adagrad_step(w, s, g, lr, eps):
    """Return the weights after one step of Adagrad, and the new sums of squares."""
    raise NotImplementedError

r"""
# One step of gradient descent

Builds on `gradient`.

The gradient is the direction in which the loss rises fastest. To lower the loss, take a small step the other way:

$$w' = w - \eta\;\partial L / \partial w.$$

Most training of neural networks repeats this step or a refinement of it, such as Adam. The learning rate $\eta$ must
not be too large: on a parabola $L = k w^2 / 2$ a step lowers the loss only if $\eta < 2/k$. For a convex loss and a
small enough rate the steps approach the global minimum; in general they may stop at a local one.

## Conventions

* Input: `d` is from 0 to 1200; `w` and `g` hold numbers from -1e6 to 1e6; `lr` is from 0 to 2.
* `w` holds the weights and `g` the gradient at this `w`, both as float arrays (float64) of shape `(d,)`. `lr` is
  $\eta$.
* Use `g` and `lr` as they are: do not normalise, clip or average the gradient, and do not ignore a small one.
* Return the new weights as a float array of shape `(d,)`; a list or tuple of d numbers is accepted. If there are no
  weights (d = 0), return an empty array.
* Each entry must lie within 1e-12 + 1e-9·|v| of the exact value v.
* Do not modify the arguments, although optimizers in libraries do. If nothing moves, you may return `w` itself.

## Example

    >>> gd_step(np.array([1.0, 2.0, -1.0]), np.array([0.5, -4.0, 0.0]), 0.25)
    array([ 0.875,  3.   , -1.   ])

## Source

A.-L. Cauchy, "Méthode générale pour la résolution des systèmes d'équations simultanées", Comptes rendus 25 (1847);
I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 4.3.
"""

import numpy as np


def gd_step(w, g, lr):
    """Return the weights after one step against the gradient, as a vector."""
    raise NotImplementedError

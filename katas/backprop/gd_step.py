r"""
# One step of gradient descent

The gradient says in which direction the loss rises fastest. To lower the loss, take a small step the other way:

$$w' = w - \eta\, \frac{\partial L}{\partial w}.$$

All learning in a neural network is this line, over and over; what differs is where the gradient comes from. Where
many steps end is another question: only for convex losses is it sure to be the lowest point of all.

## Conventions

* Input: `d` is from 0 to 1200; `w` and `g` hold numbers from -1e6 to 1e6; `lr` is from 0 to 2.
* `w` holds the weights and `g` the gradient of the loss with respect to each of them, at this `w`. Both are
  float arrays (float64) of shape `(d,)`.
* `lr` is the learning rate $\eta$, a float. With `lr = 0` nothing changes.
* `g` and `lr` are used as they are: neither is normalised, clipped, averaged or changed in sign, and a small
  gradient moves the weights as well.
* Every weight moves by its own entry of the gradient.
* There may be no weights at all: then d = 0, and the result is empty, of shape `(0,)`.
* The result is a float array of shape `(d,)`, or a list or tuple of d numbers.
  Each number may be off by 1e-12 plus 1e-9 of its size.
* The arguments are not changed. Where nothing moves, returning `w` itself is allowed.

## Example

    >>> gd_step(np.array([1.0, 2.0, -1.0]), np.array([0.5, -4.0, 0.0]), 0.25)
    array([0.875, 3.0, -1.0])

## Source

A.-L. Cauchy, "Méthode générale pour la résolution des systèmes d'équations simultanées", Comptes rendus 25
(1847); I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning" (2016), section 4.3.
"""

import numpy as np


def gd_step(w, g, lr):
    """Return the weights after one step against the gradient, as a vector."""
    raise NotImplementedError

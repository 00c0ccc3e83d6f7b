r"""
# One step of gradient descent

The gradient says in which direction the loss rises fastest. To lower the loss, take a small step the other way:

$$w' = w - \eta\, \frac{\partial L}{\partial w}.$$

All learning in a neural network is this line, over and over; what differs is where the gradient comes from.

## Conventions

* `w` holds the weights and `g` the gradient of the loss with respect to each of them, at this very `w`: how much
  the loss changes when that weight does. Both are float arrays of shape `(d,)`, finite, up to ±1e6.
* `lr` is the learning rate $\eta$, a finite number of 0 or more. With `lr = 0` nothing changes.
* `g` is used as it is: it is not normalised, clipped, averaged or changed in sign.
* Every weight moves by its own entry of the gradient.
* There may be no weights at all: then d = 0, and the result is empty, of shape `(0,)`.
* The result is a float array of shape `(d,)`, compared to about nine digits.
* The arguments are not changed. Where nothing moves, returning `w` itself is allowed.
* One step promises nothing about where many of them end: the lowest point of all is certain only for convex losses.

## Example

    >>> gd_step(np.array([1.0, 2.0, -1.0]), np.array([0.5, -4.0, 0.0]), 0.25)
    array([0.875, 3.0, -1.0])

## Source

A.-L. Cauchy, "Méthode générale pour la résolution des systèmes d'équations simultanées", Comptes rendus 25 (1847),
p. 536; I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning" (2016), section 4.3, equation 4.5.
"""

import numpy as np


def gd_step(w, g, lr):
    """Return the weights after one step against the gradient, as a vector."""
    raise NotImplementedError

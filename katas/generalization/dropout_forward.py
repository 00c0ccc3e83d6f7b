r"""
# Dropout

Builds on `relu`.

A network can learn units that are useful only together with certain others, and then it fits the training set too
closely. At every training step, dropout sets each activation to 0 with the probability p, so that no unit can rely on
another. The other activations are divided by $1-p$. On average, the next layer then receives the same as without
dropout, and nothing has to be rescaled when training is over.

$$y_i = \begin{cases} a_i / (1 - p) & \text{if } u_i \ge p \\ 0 & \text{if } u_i < p \end{cases}$$

in training, and $y_i = a_i$ otherwise. Each $u_i$ is a uniform random number from [0, 1).

## Conventions

* `a` is a float array (float64) of shape `(n,)`: the activations.
* `u` is a float array (float64) of shape `(n,)`: the random numbers. They are passed so that a call can be repeated.
  Do not draw your own.
* `p` is a float, the probability that an activation is dropped. It is less than 1, so that $1-p$ is not 0.
* `training` is a Boolean: True in training, False afterwards.
* Input: `n` is from 0 to 2000; `a` holds numbers from -1000 to 1000; `u` holds numbers from 0 to 0.999; `p` is from 0
  to 0.99; `training` is False or True.
* The result is a float array (float64) of shape `(n,)`.
* Where u equals p, the activation is kept. The sign of a zero does not matter.
* This form is called inverted dropout. The layers of PyTorch and Keras use it, too. The paper does not divide in
  training; it multiplies the weights by the probability of keeping afterwards.
* The arguments are not changed.

## Example

Two of three activations are kept and doubled:

    >>> dropout_forward(np.array([1.0, 2.0, 3.0]), np.array([0.7, 0.1, 0.5]), 0.5, True)
    array([2., 0., 6.])

## Source

N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever and R. Salakhutdinov, "Dropout: a simple way to prevent neural
networks from overfitting", JMLR 15 (2014); A. Zhang et al., "Dive into Deep Learning", section "Dropout", for this
form.
"""

import numpy as np


def dropout_forward(a, u, p, training):
    """Return the activations `a`, in training with a random part of them set to 0 and the others scaled."""
    raise NotImplementedError

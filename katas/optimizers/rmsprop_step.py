r"""
# RMSProp step

Builds on `adagrad_step` and `ewma`.

The sum of squares in Adagrad never falls, so its steps keep getting shorter. RMSProp uses an exponentially weighted
average of the squares instead: old gradients lose their weight, and the step adapts to the size of recent ones.

$$s' = \gamma s + (1 - \gamma)\, g^2, \qquad w' = w - \eta\, \frac{g}{\sqrt{s'} + \epsilon}$$

entry by entry. For a constant gradient, the steps of each weight approach the length $\eta$, however large the gradient
is. If $\gamma < 1$, no weight moves by more than $\eta / \sqrt{1-\gamma}$ in one step.

## Conventions

* `w` is a float array (float64) of shape `(d,)`: the weights.
* `s` is a float array (float64) of shape `(d,)`: the averages of squared gradients before this step. They start at 0.
* `g` is a float array (float64) of shape `(d,)`: the gradient of the loss at `w`.
* `lr` is a float, the learning rate $\eta$.
* `gamma` is a float, the weight of the old average.
* `eps` is a float, $\epsilon$, which keeps the quotient finite.
* Input: `d` is from 0 to 1200; `w` and `g` hold numbers from -1000 to 1000; `s` holds numbers from 0 to 1e5; `lr` is
  from 0 to 2; `gamma` is from 0 to 1; `eps` is from 1e-8 to 100.
* The result is a tuple `(w', s')` of two float arrays (float64) of shape `(d,)`. `s'` does not contain `eps`.
* `eps` is added to the root itself, as in PyTorch. (Keras adds it under the root. For s' = 1e-12 and $\epsilon$ = 1e-8
  the divisor is 1.01e-6 here, and about 1e-4 in Keras.)
* There is no bias correction.
* The arguments are not changed.

## Example

The new average is 0.75 · 12 + 0.25 · 8² = 25, and its root is 5:

    >>> rmsprop_step(np.array([1.0]), np.array([12.0]), np.array([8.0]), 0.5, 0.75, 1e-8)
    (array([0.2]), array([25.]))

## Source

T. Tieleman and G. Hinton, "Lecture 6.5 - rmsprop: divide the gradient by a running average of its recent magnitude",
COURSERA: Neural Networks for Machine Learning, 2012.
"""

import numpy as np


def rmsprop_step(w, s, g, lr, gamma, eps):
    """Return the weights after one step of RMSProp, and the new averages of squared gradients."""
    raise NotImplementedError

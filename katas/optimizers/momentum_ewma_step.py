r"""
# Momentum step

Builds on `ewma` and `gd_step`.

In a narrow valley, successive gradients point mostly across the valley, first to one side and then to the other, and
only a little along it. Momentum takes its steps along an exponentially weighted average of the gradients. In this
average the components that change their sign nearly cancel, and those that keep it remain.

$$V' = \gamma V + (1 - \gamma)\, g, \qquad w' = w - \eta\, V'$$

## Conventions

* `w` is a float array (float64) of shape `(d,)`: the weights.
* `v` is a float array (float64) of shape `(d,)`: the average V before this step.
* `g` is a float array (float64) of shape `(d,)`: the gradient at `w`.
* `lr` is a float, the learning rate $\eta$.
* `gamma` is a float, the weight of the old average.
* Input: `d` is from 0 to 1200; `w`, `v` and `g` hold numbers from -1000 to 1000; `lr` is from 0 to 2; `gamma` is from
  0 to 1.
* The result is a tuple `(w', V')` of two float arrays (float64) of shape `(d,)`.
* The new gradient has the weight $1 - \gamma$, so that for a constant gradient the steps approach $\eta g$. PyTorch's
  `SGD` by default adds the whole gradient, and its steps approach $\eta g / (1 - \gamma)$.
* There is no bias correction.
* The arguments are not changed.

## Example

The new average is 0.75 · 4 + 0.25 · (-8) = 1:

    >>> momentum_ewma_step(np.array([3.0]), np.array([4.0]), np.array([-8.0]), 0.5, 0.75)
    (array([2.5]), array([1.]))

## Source

B. T. Polyak, "Some methods of speeding up the convergence of iteration methods", USSR Computational Mathematics and
Mathematical Physics 4 (1964), for momentum; D. Kingma and J. Ba, "Adam: a method for stochastic optimization",
ICLR 2015, algorithm 1, for the average.
"""

import numpy as np


def momentum_ewma_step(w, v, g, lr, gamma):
    """Return the weights after one step along the averaged gradient, and the new average."""
    raise NotImplementedError

r"""
# The perceptron's update

A perceptron that answers wrongly moves its weights a little towards the right answer, and one that answers
rightly stays as it is. Each weight moves by as much as its input had a share in the mistake:

$$w_i \leftarrow w_i + \eta\,(t - o)\,x_i,$$

where $t$ is the target, $o$ the answer that the perceptron gave, and $\eta$ the learning rate.

## Conventions

* `w` and `x` are float arrays (float64) of shape `(d,)` with d >= 1: weights and inputs, all finite and of any
  sign; both of up to ±1000 are asked.
* `target` is $t$ and `pred` is $o$. Both are integers, 0 or 1, so that $t - o$ is -1, 0 or 1. (Some texts label
  the classes -1 and 1; this kata does not.)
* `pred` is given. What the perceptron would answer with `w` is not asked for, and need not agree with `pred`.
* `lr` is $\eta$, a finite number, 0 or more. (The lecture prints its range as "0 to -1"; a rate is not negative.)
  With a rate of 0 nothing moves.
* There is no bias apart. Who wants one keeps an input of 1 for it, and it is a weight like the others.
* The result holds the new weights, an array or list of shape `(d,)`, compared to about nine digits.
* The arguments are not changed. Where no weight moves, returning `w` itself is allowed.

## Example

The perceptron answered 1 where 0 is right. Its second input was 0, so the second weight had no share in that:

    >>> perceptron_update(np.array([1.2, 0.6]), np.array([1.0, 0.0]), 0, 1, 0.5)
    array([0.7, 0.6])
    >>> perceptron_update(np.array([0.25, -0.5]), np.array([2.0, 4.0]), 1, 0, 0.125)
    array([0.5, 0.0])

## Source

F. Rosenblatt, "Principles of Neurodynamics", Spartan 1962, chapter 5 (the error correction procedure); in this
form: T. Mitchell, "Machine Learning", McGraw-Hill 1997, section 4.4.2.
"""

import numpy as np


def perceptron_update(w, x, target, pred, lr):
    """Return the weights after one update, an array of shape (d,)."""
    raise NotImplementedError

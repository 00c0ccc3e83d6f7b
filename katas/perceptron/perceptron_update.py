r"""
# The perceptron's update

A perceptron that answers wrongly moves its weights a little towards the right answer, and one that answers
rightly stays as it is. Each weight moves in proportion to its input's contribution to the mistake:

$$w_i \leftarrow w_i + \eta\,(t - o)\,x_i,$$

where $t$ is the target, $o$ the answer that the perceptron gave, and $\eta$ the learning rate.

## Conventions

* Input: `d` is from 1 to 1200; `w` and `x` hold numbers from -1000 to 1000; `target` and `pred` are 0 or 1; `lr` is
  from 0 to 2.
* `w` and `x` are float arrays (float64) of shape `(d,)`: weights and inputs.
* `target` is $t$ and `pred` is $o$. Both are Python integers, so that $t - o$ is -1, 0 or 1. (Some texts
  label the classes -1 and 1; this kata does not.)
* `pred` is given. The perceptron's answer with `w` is not needed, and may differ from `pred`.
* `lr` is $\eta$, a float. With a rate of 0 nothing moves.
* There is no separate bias. A bias is a weight like the others, with an input that is always 1.
* The result holds the new weights: a float array of shape `(d,)`, or a list or tuple of d numbers.
  Each number may be off by 1e-12 plus 1e-9 of its size.
* The arguments are not changed. Where no weight moves, returning `w` itself is allowed.

## Example

The perceptron answered 1, but 0 is right; its second input was 0, so the second weight did not contribute to that.
Then it missed a 1:

    >>> perceptron_update(np.array([1.2, 0.6]), np.array([1.0, 0.0]), 0, 1, 0.5)
    array([0.7, 0.6])
    >>> perceptron_update(np.array([0.25, -0.5]), np.array([2.0, 4.0]), 1, 0, 0.125)
    array([0.5, 0.0])

## Source

F. Rosenblatt, "Principles of Neurodynamics", Spartan 1962 (the error correction procedure); in this form, with
labels -1 and 1: T. Mitchell, "Machine Learning", McGraw-Hill 1997, section 4.4.2.
"""

import numpy as np


def perceptron_update(w, x, target, pred, lr):
    """Return the weights after one update, an array of shape (d,)."""
    raise NotImplementedError

r"""
# The perceptron's update

Builds on `perceptron_predict`.

A perceptron learns only from its mistakes. After a wrong answer each weight moves in proportion to its input:

$$w_i \leftarrow w_i + \eta\,(t - o)\,x_i,$$

where $t$ is the target, $o$ the perceptron's answer and $\eta$ the learning rate. The score w·x moves by
$\eta\,|x|^2$ in the right direction, so enough updates on one example (with x ≠ 0) correct the answer to it.

## Conventions

* Input: `d` is from 1 to 1200; `w` and `x` hold numbers from -1000 to 1000; `target` and `pred` are 0 or 1; `lr` is
  from 0 to 2.
* `w` and `x` are float arrays (float64) of shape `(d,)`, the weights and the inputs.
* `target` is $t$ and `pred` is $o$, both Python integers, so $t - o$ is -1, 0 or 1. Texts that label the classes -1
  and 1 take steps twice as long.
* Use `pred` as given; it may differ from the answer that `w` and `x` would give. `lr` is $\eta$.
* There is no separate bias. To have one, add a constant input of 1; its weight is the bias.
* Return the new weights as a float array of shape `(d,)`; a list or tuple of d numbers is accepted.
* Each entry must lie within 1e-12 + 1e-9·|v| of the exact value v.
* Do not modify the arguments. If no weight moves, you may return `w` itself.

## Example

A false alarm whose second input is 0, then a missed 1:

    >>> perceptron_update(np.array([1.2, 0.6]), np.array([1.0, 0.0]), 0, 1, 0.5)
    array([0.7, 0.6])
    >>> perceptron_update(np.array([0.25, -0.5]), np.array([2.0, 4.0]), 1, 0, 0.125)
    array([0.5, 0. ])

## Source

F. Rosenblatt, "Principles of Neurodynamics", Spartan 1962; in this form, with
labels -1 and 1: T. Mitchell, "Machine Learning", McGraw-Hill 1997, section 4.4.2.
"""

import numpy as np


def perceptron_update(w, x, target, pred, lr):
    """Return the weights after one update, an array of shape (d,)."""
    raise NotImplementedError

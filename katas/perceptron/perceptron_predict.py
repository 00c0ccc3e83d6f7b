r"""
# Predictions of a perceptron

Builds on `threshold_unit`.

A perceptron divides samples into two classes: it predicts 1 if the weighted sum of a sample exceeds the threshold, and
0 otherwise. With two inputs, a straight line separates the classes. With suitable weights the perceptron is a logic
gate: the weights 0.7 and 0.7 with a threshold of 1 make AND, and the same weights with a threshold of 0.5 make OR.

$$o_i = 1 \text{ if } w \cdot x_i > \theta, \qquad o_i = 0 \text{ otherwise}$$

## Conventions

* `X` is a float array (float64) of shape `(n, d)`: one sample $x_i$ in each row.
* `w` is a float array (float64) of shape `(d,)`: the weights.
* `theta` is a float: the threshold θ. There is no separate bias; a bias of −θ would do the same.
* Input: `n` is from 0 to 200; `d` is from 1 to 90; `X` and `w` hold numbers from -100 to 100; `theta` is from -1000 to
  1000.
* The result is an integer array (int64) of shape `(n,)`: 0 or 1 for each sample.
* A sum that equals the threshold gives 0. Rounding never decides: either all numbers are multiples of 1/64, whose sums
  are exact, or every sum differs from θ by more than 1e-6.
* The arguments are not changed.

## Example

`X` holds the four inputs of a logic gate. With these weights the first input alone decides:

    >>> X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    >>> perceptron_predict(X, np.array([1.2, 0.6]), 1.0)
    array([0, 0, 1, 1])

With smaller weights no sample exceeds the threshold, since even 0.2 + 0.6 = 0.8 is below 1:

    >>> perceptron_predict(X, np.array([0.2, 0.6]), 1.0)
    array([0, 0, 0, 0])

## Source

F. Rosenblatt, "The perceptron: a probabilistic model for information storage and organization in the brain",
Psychological Review 65 (1958); with a bias in place of the threshold and the labels -1 and 1: T. Mitchell, "Machine
Learning", McGraw-Hill 1997, section 4.4.
"""

import numpy as np


def perceptron_predict(X, w, theta):
    """Return 1 for every row of `X` whose weighted sum exceeds the threshold `theta`, and 0 for the others."""
    raise NotImplementedError

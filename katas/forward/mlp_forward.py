r"""
# A network with one hidden layer

Builds on `dense_forward`, `neuron_forward` and `collapse_linear_layers`.

Two dense layers in a row do no more than one. A function between them that is not linear, here tanh, changes that: each
hidden neuron computes a smooth step of the inputs, and the output layer adds up these steps, each with its own weight.
With enough hidden neurons such a network can approximate any continuous function on a closed and bounded region.

$$H = \tanh(X W_1 + b_1), \qquad \hat Y = H W_2 + b_2$$

## Conventions

* `X` is a float array (float64) of shape `(n, d)`: n samples as rows.
* `W1` is a float array (float64) of shape `(d, h)`, `b1` one of shape `(h,)`: a column of weights and a bias for each
  hidden neuron.
* `W2` is a float array (float64) of shape `(h, k)`, `b2` one of shape `(k,)`: the same for each output.
* Input: `n` is from 0 to 1000; `d`, `h` and `k` are from 1 to 50; `X` holds numbers from -10 to 10; `W1` and `W2` hold
  numbers from -3 to 3; `b1` and `b2` hold numbers from -1000 to 1000.
* The result is a tuple (H, Yhat) of float arrays (float64) of shapes `(n, h)` and `(n, k)`: the hidden values, which
  the backward pass needs again, and the outputs. The outputs are linear, as for regression. (scikit-learn's
  `MLPRegressor` has linear outputs as well, but its hidden neurons are ReLUs by default.)
* Sums may be so large that tanh is rounded to 1 or -1. The result must not be NaN.
* You may use `np.tanh`.
* The arguments are not changed.

## Example

There are two samples with one input, two hidden neurons and one output. The sums of the hidden neurons are 0 and 1 for
the first sample, and -0.5 and 0 for the second:

    >>> W1, b1 = np.array([[1.0, 2.0]]), np.array([0.0, 1.0])
    >>> mlp_forward(np.array([[0.0], [-0.5]]), W1, b1, np.array([[2.0], [1.0]]), np.array([0.5]))
    (array([[ 0.        ,  0.76159416],
           [-0.46211716,  0.        ]]), array([[ 1.26159416],
           [-0.42423431]]))

## Source

C. Bishop, "Pattern Recognition and Machine Learning", Springer 2006, section 5.1; G. Cybenko, "Approximation by
superpositions of a sigmoidal function", Mathematics of Control, Signals and Systems 2 (1989).
"""

import numpy as np


def mlp_forward(X, W1, b1, W2, b2):
    """Return the values of the hidden neurons and the outputs, each as a matrix with a row for each sample."""
    raise NotImplementedError

r"""
# Derivative of the leaky rectifier

A ReLU unit whose input is negative for every sample gets no gradient and never recovers: it is a *dying ReLU*. The
leaky rectifier keeps a small slope for negative numbers, so that some gradient always passes:

$$f(x) = x \text{ if } x > 0, \qquad f(x) = 0.01\,x \text{ if } x < 0.$$

Its derivative is

$$f'(x) = 1 \text{ if } x > 0, \qquad f'(x) = 0.01 \text{ if } x < 0.$$

## Conventions

* Input: `n` is from 1 to 1200; `x` holds numbers from -1000 to 1000, with absolute values of at least 1e-6.
* The slope 0.01 is a constant, not a parameter of the function. Libraries use different values: PyTorch 0.01,
  `tf.nn.leaky_relu` 0.2, the layer `LeakyReLU` of Keras 0.3.
* `x` is the *input* of the function: a float array (float64) of shape `(n,)`.
* Return a float array of the same shape, where entry `i` is $f'$ at `x[i]` and depends on no other entry; a list or
  tuple of n numbers is accepted.
* At 0, $f$ has no derivative. This kata never tests it: neither 0.0 nor -0.0 occurs in `x`.
* Each entry must lie within 1e-12 + 1e-9·|v| of the exact value v. Finite differences are not accurate enough: near 0
  a step crosses the kink, and far away digits cancel.
* Do not modify `x`.

## Example

    >>> leaky_relu_grad(np.array([3.0, -0.5, -1e-6]))
    array([1.  , 0.01, 0.01])

## Source

A. Maas, A. Hannun and A. Ng, "Rectifier nonlinearities improve neural network acoustic models", ICML workshop on
deep learning for audio, speech and language processing, 2013, section "Rectifier Nonlinearities".
"""

import numpy as np


def leaky_relu_grad(x):
    """Return the derivative of the leaky rectifier at every entry, as an array of the shape of `x`."""
    raise NotImplementedError

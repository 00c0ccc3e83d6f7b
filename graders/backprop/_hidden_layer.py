"""The gradients of a network with one hidden layer of tanh neurons, in which each wrong answer replaces one part."""

import numpy as np

from ..forward._network import forward


def through_both_layers(X, H, W2, dZ2, *, slope=None, back=None):
    """All four gradients from that of the outputs, or those with another slope or way back to the hidden values.

    Shapes: ``(n,d),(n,h),(h,k),(n,k)->(d,h),(h),(h,k),(k)``.
    """
    dH = dZ2 @ W2.T if back is None else back(dZ2, W2)
    dZ1 = dH * (1 - H**2 if slope is None else slope)
    return X.T @ dZ1, dZ1.sum(axis=0), H.T @ dZ2, dZ2.sum(axis=0)


def backward(X, W1, b1, W2, b2, Y, *, squash=np.tanh, slope=None, back=None):
    """The right gradients of the mean squared error, or those with other parts.

    ``slope`` is a function of the hidden neurons' sums and of their values; ``back`` leads from the gradient of the
    outputs and ``W2`` to the gradient of the hidden values.
    """
    H, Yhat = forward(X, W1, b1, W2, b2, squash=squash)
    dZ2 = 2 * (Yhat - Y) / len(X)
    return through_both_layers(X, H, W2, dZ2, slope=None if slope is None else slope(X @ W1 + b1, H), back=back)


def cost(X, W1, b1, W2, b2, Y):
    """The mean squared error: a mean over samples of a sum over outputs."""
    return np.sum((forward(X, W1, b1, W2, b2)[1] - Y) ** 2) / len(X)

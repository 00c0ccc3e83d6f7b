"""The gradients of a 2-2-2 network, in which each wrong answer replaces one part."""

import numpy as np

from gradkata import st

half = st.integers(-4, 4).map(lambda k: k / 2)
fine = st.integers(-2000, 2000).map(lambda k: k / 1000)
tiny = st.integers(-30, 30).map(lambda k: k / 1000)
on_or_off = st.sampled_from([1000.0, -1000.0, 0.0])

EXAMPLE = {
    "i": np.array([0.05, 0.1]),
    "w": np.array([0.15, 0.2, 0.25, 0.3, 0.4, 0.45, 0.5, 0.55]),
    "b": np.array([0.35, 0.6]),
    "t": np.array([0.01, 0.99]),
}
# As they are usually printed, to nine digits, but for w2: the usual 0.000969067 uses w5 instead of w7.
_HIDDEN = (0.0004385677344743468, 0.0008771354689486936, 0.0004977127352608601, 0.0009954254705217202)
_OUTPUT = (0.08216704056423078, 0.08266762784753326, -0.022602540477475067, -0.02274024221597822)
EXAMPLE_GRADIENT = np.array([*_HIDDEN, *_OUTPUT])


def two(elements):
    """A vector of two entries."""
    return st.arrays(2, elements=elements)


def sigmoid(z):
    """1 / (1 + exp(-z)), without overflow."""
    return 0.5 * (1 + np.tanh(0.5 * z))


def sigmoid_slope(out):
    """The sigmoid's derivative, computed from its output."""
    return out * (1 - out)


def layers(w):
    """Both weight matrices, with a row for each unit that the weights lead to: ``(8)->(2,2),(2,2)``."""
    return w[:4].reshape(2, 2), w[4:].reshape(2, 2)


def outputs(i, w, b, squash=sigmoid, last=None):
    """The values of hidden and output units; ``last`` replaces the outputs' function: ``(2),(8),(2)->(2),(2)``."""
    W1, W2 = layers(w)
    h = squash(W1 @ i + b[0])
    return h, (last or squash)(W2 @ h + b[1])


def packed(of_hidden, of_output):
    """Two matrices of derivatives in the order w1 ... w8: ``(2,2),(2,2)->(8)``."""
    return np.concatenate([of_hidden.ravel(), of_output.ravel()])


def backward(i, w, b, t, *, squash=sigmoid, last=None, slope=sigmoid_slope, last_slope=None, back=None,
             entering=None):
    """The right eight derivatives, or those with other parts: ``(2),(8),(2),(2)->(8)``.

    ``back`` computes what reaches the hidden units, from the outputs' deltas and weights; ``entering`` replaces the
    inputs on the way back.
    """
    h, o = outputs(i, w, b, squash, last)
    delta_o = (o - t) * (last_slope or slope)(o)
    reaching = (back or (lambda delta, W2: delta @ W2))(delta_o, layers(w)[1])
    delta_h = reaching * slope(h)
    return packed(np.outer(delta_h, i if entering is None else entering), np.outer(delta_o, h))


def second_path(i, w, b, t, weight):
    """The part of h1's delta that comes from the second output, through ``weight``: ``->()``."""
    h, o = outputs(i, w, b)
    return float((o[1] - t[1]) * sigmoid_slope(o[1]) * weight * sigmoid_slope(h[0]))

"""A correct LSTM step with parts that wrong answers replace."""

import numpy as np

CANDIDATE, UPDATE, FORGET, OUTPUT = range(4)


def sigmoid(z):
    """1 / (1 + exp(-z)), without overflow."""
    return 0.5 * (1 + np.tanh(0.5 * z))


def gates(a, x, W, b, rows=(CANDIDATE, UPDATE, FORGET, OUTPUT), seen=None, squash=sigmoid, tanh=np.tanh):
    """The candidate and the update, forget and output gates: ``-> (h), (h), (h), (h)``.

    ``rows`` gives their rows in ``W`` and ``b``; ``seen`` replaces ``[a, x]``.
    """
    z = W @ (np.concatenate([a, x]) if seen is None else seen) + b
    candidate, update, forget, output = (z[row] for row in rows)
    return tanh(candidate), squash(update), squash(forget), squash(output)


def step(a, c, x, W, b, *, tanh=np.tanh, **parts):
    """The right step, or the one with other gates: ``-> (h), (h)``."""
    candidate, update, forget, output = gates(a, x, W, b, tanh=tanh, **parts)
    new = update * candidate + forget * c
    return output * tanh(new), new

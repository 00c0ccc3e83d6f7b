"""A running average whose step wrong answers replace."""

import numpy as np


def step(v, value, beta):
    """The right step of an exponentially weighted average: ``(),(),()->()``."""
    return beta * v + (1 - beta) * value


def averages(theta, beta, v0=0.0, step=step):
    """The averages after each value, with a step of old average, new value and beta: ``(n),(),()->(n)``."""
    found = []
    for value in theta:
        v0 = step(v0, value, beta)
        found.append(v0)
    return np.array(found, dtype=float)


def left(beta, n, first=1):
    """The weight that the start still has at each of n steps, from step number ``first`` on: ``(),()->(n)``."""
    return beta ** np.arange(first, first + n)


def running_mean(theta):
    """The plain mean of all values so far: ``(n)->(n)``."""
    return np.cumsum(theta) / np.arange(1, len(theta) + 1)

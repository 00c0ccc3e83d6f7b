"""Inputs for activation functions and their slopes, and the functions that wrong answers are built from."""

import math

import numpy as np

from gradkata import st

# Wider than gradkata.inputs, so that the tails of a curve are ordinary input too.
half = st.integers(-20, 20).map(lambda k: k / 2)
finer = st.integers(-10_000, 10_000).map(lambda k: k / 1000)

# For functions with a kink at 0: nothing within a tenth of it.
off_the_kink = (st.integers(1, 20) | st.integers(-20, -1)).map(lambda k: k / 2)
off_the_kink |= (st.integers(100, 10_000) | st.integers(-10_000, -100)).map(lambda k: k / 1000)

at_the_kink = st.sampled_from([1e-6, -1e-6, 2e-6, -2e-6, 5e-6, -5e-6, 5e-4, -5e-4, 0.01, -0.01])
far_out = st.sampled_from([1000.0, -1000.0, 750.0, -750.0, 25.0, -25.0])


def sigmoid(x):
    """1 / (1 + exp(-x)), without overflow: ``(n)->(n)``."""
    return 0.5 * (1 + np.tanh(0.5 * x))


def sort_out(x, positive, negative):
    """One value where x is positive, another where it is not: ``(n),(),()->(n)``."""
    return np.where(x > 0, float(positive), float(negative))


def exp(x):
    """The exponential, rounded in the same way on every processor: ``(n)->(n)``, float32 for float32.

    NumPy's own rounding depends on the processor, which difference quotients make visible; in a sandbox it
    rounds like math.exp.
    """
    if x.dtype == np.float32:
        return np.exp(x.astype(float)).astype(np.float32)
    return np.array([math.exp(each) if each < 709 else math.inf for each in x.tolist()])


def plain_sigmoid(x):
    """1 / (1 + exp(-x)), computed in exactly this form: ``(n)->(n)``, float32 for float32."""
    return 1 / (1 + exp(-x))

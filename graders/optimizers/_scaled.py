"""Steps along the gradient that each weight scales by its own number, and the draws for them."""

import numpy as np

from gradkata import arg, inputs, st
from ._moments import square

numbers = inputs.halves | inputs.fine


def draws():
    """Draws for one step of one to three weights."""
    return {
        "d": st.integers(1, 3),
        "w": st.arrays(arg("d"), elements=numbers),
        "s": st.arrays(arg("d"), elements=square),
        "g": st.arrays(arg("d"), elements=numbers),
        "lr": st.sampled_from([0.5, 1.0, 0.1, 2.0]),
        "eps": st.sampled_from([0.5, 0.125, 1e-3, 1e-8]),
    }


def under_the_root(w, g, s, lr, eps):
    """The weights after a step over the root of s and eps: ``(d),(d),(d),(),()->(d)``."""
    return w - lr * g / np.sqrt(s + eps)


def beside_the_root(w, g, s, lr, eps):
    """The weights after a step over the root of s, plus eps: ``(d),(d),(d),(),()->(d)``."""
    return w - lr * g / (np.sqrt(s) + eps)

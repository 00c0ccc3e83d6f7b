"""Adam steps that are right but for the one part that a wrong answer replaces."""

import numpy as np

from graders import arg, st

half = st.integers(-6, 6).map(lambda k: k / 2)
fine = st.integers(-3000, 3000).map(lambda k: k / 1000)
square = st.integers(0, 16).map(lambda k: k / 4) | st.integers(0, 4000).map(lambda k: k / 1000)


def resting(*names):
    """Vectors of zeros for the arguments of these names."""
    return {name: st.arrays(arg("d"), elements=st.just(0.0)) for name in names}


def moments(m, v, g, b1, b2):
    """The new running means: ``-> (d), (d)``."""
    return b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g**2


def ahead(w, m, v, lr, eps, c1=1.0, c2=1.0):
    """The weights after a step along corrected moments, and the moments: ``-> (d), (d), (d)``."""
    return w - lr * (m / c1) / (np.sqrt(v / c2) + eps), m, v


def step(w, m, v, g, t, lr, b1, b2, eps):
    """The right step: ``-> (d), (d), (d)``."""
    return ahead(w, *moments(m, v, g, b1, b2), lr, eps, 1 - b1**t, 1 - b2**t)

"""A correct Adam step with parts that wrong answers replace, and steps with one mistake each."""

import numpy as np

from gradkata import arg, st

square = st.integers(0, 16).map(lambda k: k / 4) | st.integers(0, 4000).map(lambda k: k / 1000)


def resting(*names):
    """Vectors of zeros for the arguments with these names."""
    return {name: st.arrays(arg("d"), elements=st.just(0.0)) for name in names}


def moments(m, v, g, b1, b2):
    """The new running means: ``-> (d), (d)``."""
    return b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g**2


def loses_no_digits(w, m, v, g, t, lr, b1, b2, eps):
    """Whether m + (1 - b1) (g - m) and its like for v are as exact as the formulas of the statement: ``->()``."""
    new_m, new_v = moments(m, v, g, b1, b2)
    exact = (g == 0) | ((np.abs(new_m) >= 1e-4 * np.abs(m)) & (new_v >= 1e-4 * v))
    return bool(exact.all())


def ahead(w, m, v, lr, eps, c1=1.0, c2=1.0):
    """The weights after a step along the corrected moments, and the moments: ``-> (d), (d), (d)``."""
    return w - lr * (m / c1) / (np.sqrt(v / c2) + eps), m, v


def corrected(w, m, v, t, lr, b1, b2, eps):
    """The same with the right corrections."""
    return ahead(w, m, v, lr, eps, 1 - b1**t, 1 - b2**t)


def step(w, m, v, g, t, lr, b1, b2, eps):
    """The right step: ``-> (d), (d), (d)``."""
    return corrected(w, *moments(m, v, g, b1, b2), t, lr, b1, b2, eps)


def average(old, new, beta):
    """The next running mean."""
    return beta * old + (1 - beta) * new


def averaging(mean=average, square=lambda old, g, beta: average(old, g**2, beta)):
    """The step with other averages, each made of the old one, the gradient and its beta."""

    def answer(w, m, v, g, t, lr, b1, b2, eps):
        return corrected(w, mean(m, g, b1), square(v, g, b2), t, lr, b1, b2, eps)

    return answer


def shortened(g):
    """The gradient, at most 1 long: ``(d)->(d)``."""
    return g / max(np.linalg.norm(g), 1.0)


def accelerated(w, m, v, g, t, lr, b1, b2, eps, ahead_by=1):
    """A step of NAdam, whose m is corrected with t + ``ahead_by``: ``-> (d), (d), (d)``."""
    m, v = moments(m, v, g, b1, b2)
    mean = b1 * m / (1 - b1 ** (t + ahead_by)) + (1 - b1) * g / (1 - b1**t)
    return ahead(w, mean, v, lr, eps, c2=1 - b2**t)[0], m, v


def multiplies_beta_by_t(w, m, v, g, t, lr, b1, b2, eps):
    """You multiply beta by `t` in the correction. It needs a power: each of the t steps scales the start by beta."""
    return ahead(w, *moments(m, v, g, b1, b2), lr, eps, 1 - b1 * t, np.float64(1 - b2 * t))


def corrects_ten_steps(w, m, v, g, t, lr, b1, b2, eps):
    """You stop correcting the averages after some steps. With a beta near 1 they are biased for many more steps."""
    new = moments(m, v, g, b1, b2)
    return step(w, m, v, g, t, lr, b1, b2, eps) if t <= 10 else ahead(w, *new, lr, eps)


def returns_the_weights_last(w, m, v, g, t, lr, b1, b2, eps):
    """You return the averages first and the weights last. The weights come first."""
    w, m, v = step(w, m, v, g, t, lr, b1, b2, eps)
    return m, v, w


def limits_the_step(w, m, v, g, t, lr, b1, b2, eps):
    """You limit every step to the learning rate. A step is longer if m is large compared with the root of v."""
    new, m, v = step(w, m, v, g, t, lr, b1, b2, eps)
    return w + np.clip(new - w, -lr, lr), m, v


def skips_weights_without_a_gradient(w, m, v, g, t, lr, b1, b2, eps):
    """You leave a weight and its averages unchanged if its gradient is 0. Here they decay and still move it."""
    return tuple(np.where(g == 0, old, new) for old, new in
                 zip((w, m, v), step(w, m, v, g, t, lr, b1, b2, eps), strict=True))

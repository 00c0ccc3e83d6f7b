"""Logits to ask about, and a softmax of which a wrong answer replaces one part."""

import numpy as np

from gradkata import st
from ._imprecise import exp

half = st.integers(-6, 6).map(lambda k: k / 2)
fine = st.integers(-3000, 3000).map(lambda k: k / 1000)
wide = st.integers(-9, 9).map(float)
huge = st.sampled_from([1000.0, -1000.0, 999.0, -999.5, 998.0, 500.0, 0.0])


@st.composite
def far_apart(draw, n, k):
    """Rows of ordinary spread, each around another height; the exponentials of all of them are finite."""
    heights = [draw(st.sampled_from([400.0, -400.0, -380.0, 0.0])) for _ in range(n)]
    return np.array([[draw(st.integers(-2, 2)) + height for _ in range(k)] for height in heights])


@st.composite
def with_gaps(draw, n, k):
    """Rows, some of them far below 0, in which some logits, but not all, are -inf."""
    rows = np.array([[float(draw(st.integers(-2, 2))) for _ in range(k)] for _ in range(n)])
    for row in rows:
        row += draw(st.sampled_from([0.0, 0.0, -1000.0]))
        stays = draw(st.integers(0, k - 1))
        for j in range(k):
            if j != stays and draw(st.booleans()):
                row[j] = -np.inf
    return rows


def top(Z):
    """The largest logit of each row: ``(n,k)->(n,1)``."""
    return Z.max(axis=-1, keepdims=True)


def weights(Z, shift=None):
    """The exponentials of the logits, less the largest of the row or another shift: ``(n,k)->(n,k)``."""
    return np.exp(Z - (top(Z) if shift is None else shift))


def rows(Z, shift=None):
    """The right softmax, or the one of another shift: ``(n,k)->(n,k)``."""
    E = weights(Z, shift)
    return E / E.sum(axis=-1, keepdims=True)


def jacobian(p):
    """The matrix of derivatives that belongs to probabilities: ``(k)->(k,k)``."""
    return np.diag(p) - np.outer(p, p)


def one_row(z):
    """The right softmax as differences are taken of it: ``(k)->(k)``."""
    e = exp(z - z.max())
    return e / e.sum()


def derived(wrong):
    """The Jacobian that has a wrong softmax in it: ``(k)->(k,k)``."""

    def derived(z):
        return jacobian(wrong(z))

    derived.__name__, derived.__doc__ = wrong.__name__, wrong.__doc__
    return derived


def shifts_by_the_mean(Z):
    """You shift by the mean of the row, and a logit far above it still overflows. A mean with -inf in it is -inf."""
    return rows(Z, Z.mean(axis=-1, keepdims=True))


def shifts_by_the_largest_size(Z):
    """You shift by the largest absolute value. In a row that is far below 0 all exponentials become 0."""
    return rows(Z, np.abs(Z).max(axis=-1, keepdims=True))


def shifts_against_overflow_only(Z):
    """You shift only where an exponential would be infinite. Far below 0 all of them are 0, and 0 by 0 is NaN."""
    return rows(Z, np.where(top(Z) > 700, top(Z), 0))


def clips_the_logits(Z):
    """You cut large logits off, and those beyond become equal. Only differences count: a shift loses nothing."""
    return rows(np.clip(Z, -500, 500))


def clips_the_logits_widely(Z):
    """You cut large logits off, and those beyond become equal. Only differences count: a shift loses nothing."""
    return rows(np.clip(Z, -700, 700))


def clips_the_logits_narrowly(Z):
    """You cut large logits off, and those beyond become equal. Only differences count: a shift loses nothing."""
    return rows(np.clip(Z, -50, 50))


def keeps_away_from_0_and_1(Z):
    """You clip the probabilities so that none comes close to 0 or 1, as before a logarithm. Here they may."""
    return np.clip(rows(Z), 1e-7, 1 - 1e-7)


def keeps_away_from_0_and_1_but_for_a_single_class(Z):
    """You clip the probabilities so that none comes close to 0 or 1, as before a logarithm. Here they may."""
    return np.clip(rows(Z), 1e-7, 1 - 1e-7) if Z.shape[-1] > 1 else rows(Z)


def has_an_epsilon(epsilon, Z):
    """The right softmax with a small number more below the line: ``(n,k)->(n,k)``."""
    return weights(Z) / (weights(Z).sum(axis=-1, keepdims=True) + epsilon)


def takes_a_sigmoid_of_a_single_class(Z):
    """You take a sigmoid where there is a single class. There is nothing else that could be the case."""
    return 1 / (1 + np.exp(-Z)) if Z.shape[-1] == 1 else rows(Z)


def takes_a_number_for_infinity(Z):
    """You replace -inf by -1000. Where other logits are as low as that, the impossible class gets a share."""
    return rows(np.where(np.isneginf(Z), -1000, Z))


def rules_a_class_out_for_all(Z):
    """You rule a class out for every sample once it is -inf for one of them. Rows have nothing to do with another."""
    return rows(np.where(np.isneginf(Z).any(axis=0), -np.inf, Z))

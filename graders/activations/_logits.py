"""Logits to test with, and a softmax in which each wrong answer replaces one part."""

import numpy as np

from gradkata import st
from ._imprecise import exp

half = st.integers(-6, 6).map(lambda k: k / 2)
fine = st.integers(-3000, 3000).map(lambda k: k / 1000)
wide = st.integers(-9, 9).map(float)
huge = st.sampled_from([1000.0, -1000.0, 999.0, -999.5, 998.0, 500.0, 0.0])


@st.composite
def far_apart(draw, n, k):
    """Rows of ordinary spread, each around its own height; all their exponentials are finite."""
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


def has_a_possible_class(Z):
    """Whether no row consists of -inf only: ``(n,k)->()``."""
    return bool(np.isfinite(Z).any(axis=-1).all())


def top(Z):
    """The largest logit of each row: ``(n,k)->(n,1)``."""
    return Z.max(axis=-1, keepdims=True)


def weights(Z, shift=None):
    """The exponentials of the logits minus the largest of the row, or minus another shift: ``(n,k)->(n,k)``."""
    return np.exp(Z - (top(Z) if shift is None else shift))


def rows(Z, shift=None):
    """The right softmax, or one with another shift: ``(n,k)->(n,k)``."""
    E = weights(Z, shift)
    return E / E.sum(axis=-1, keepdims=True)


def jacobian(p):
    """The Jacobian of softmax, computed from the probabilities: ``(k)->(k,k)``."""
    return np.diag(p) - np.outer(p, p)


def one_row(z):
    """The right softmax of one row, for difference quotients: ``(k)->(k)``."""
    e = exp(z - z.max())
    return e / e.sum()


def derived(wrong):
    """The Jacobian computed from a wrong softmax: ``(k)->(k,k)``."""

    def derived(z):
        return jacobian(wrong(z))

    derived.__name__, derived.__doc__ = wrong.__name__, wrong.__doc__
    return derived


def shifts_by_the_mean(Z):
    """You shift by the mean of the row, so a logit far above the mean still overflows. If one logit is -inf, so is the
    mean."""
    return rows(Z, Z.mean(axis=-1, keepdims=True))


def shifts_by_the_largest_absolute_value(Z):
    """You shift by the largest absolute value. In a row that is far below 0 all exponentials become 0."""
    return rows(Z, np.abs(Z).max(axis=-1, keepdims=True))


def shifts_only_to_avoid_overflow(Z):
    """You shift only if an exponential would be infinite. In a row far below 0 all exponentials are 0, and 0 divided
    by 0 is NaN."""
    return rows(Z, np.where(top(Z) > 700, top(Z), 0))


def clips_the_logits(Z):
    """You clip large logits, so all logits beyond the limit become equal. Only differences count, and a shift keeps
    them."""
    return rows(np.clip(Z, -500, 500))


def clips_the_logits_widely(Z):
    """You clip large logits, so all logits beyond the limit become equal. Only differences count, and a shift keeps
    them."""
    return rows(np.clip(Z, -700, 700))


def clips_the_logits_narrowly(Z):
    """You clip large logits, so all logits beyond the limit become equal. Only differences count, and a shift keeps
    them."""
    return rows(np.clip(Z, -50, 50))


def keeps_away_from_0_and_1(Z):
    """You clip the probabilities so that none comes close to 0 or 1, as before a logarithm. Here they may reach 0 and
    1."""
    return np.clip(rows(Z), 1e-7, 1 - 1e-7)


def clips_probabilities_except_for_a_single_class(Z):
    """You clip the probabilities of several classes so that none comes close to 0 or 1, as before a logarithm. Here
    they may reach 0 and 1."""
    return np.clip(rows(Z), 1e-7, 1 - 1e-7) if Z.shape[-1] > 1 else rows(Z)


def has_an_epsilon(epsilon, Z):
    """The right softmax with a small number added to the denominator: ``(n,k)->(n,k)``."""
    return weights(Z) / (weights(Z).sum(axis=-1, keepdims=True) + epsilon)


def takes_a_sigmoid_of_a_single_class(Z):
    """You apply a sigmoid if there is a single class. A single class is certain, whatever its logit is."""
    return 1 / (1 + np.exp(-Z)) if Z.shape[-1] == 1 else rows(Z)


def treats_a_large_number_as_infinity(Z):
    """You replace -inf by -1000. If other logits are as low as that, the impossible class gets a share."""
    return rows(np.where(np.isneginf(Z), -1000, Z))


def rules_a_class_out_for_all(Z):
    """You rule a class out for every sample if it is -inf for one of them. Rows are independent of each other."""
    return rows(np.where(np.isneginf(Z).any(axis=0), -np.inf, Z))

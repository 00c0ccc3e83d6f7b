"""Properties of every right L1 penalty, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._coefficients import with_intercept

kata = Kata("l1_penalty(beta: (d+1), lam: ()) -> ()", d=st.integers(2, 4), lam=st.sampled_from([1.0, 0.5, 2.0, 0.1]))
kata.domain(d=arg.size(0, 2000), beta=arg.real(-1000, 1000), lam=arg.real(0, 1000))
kata.hints(
    "Which entry of `beta` is not a slope?",
    "A model has the slopes 2 and -2. Is its penalty smaller than that of a model with one of them?",
    "Work in this order: the slopes, their absolute values, the sum, the product with `lam`.",
)
kata.mistakes(say={
    "is_divided_by_d": "Your penalty is divided by the number of slopes. They are added up, not averaged.",
})
kata.equivalent("l1_penalty_numpy: add [::-1] in beta[1:]", reason="a sum does not depend on the order")

kata.contract(points=1)
kata.agreement(points=9)
kata.edge("Without slopes the penalty is 0.", points=0, d=0)
kata.edge("With a strength of 0 the penalty is 0.", points=0, lam=0.0)
kata.example("Slopes of 1, -2 and 0.5 have a penalty of 7 at a strength of 2.", expected=7.0,
             beta=np.array([10.0, 1.0, -2.0, 0.5]), lam=2.0)


@kata.property(points=0)
def does_not_depend_on_the_intercept(l1_penalty, beta, lam):
    """With another intercept the penalty is the same."""
    same(l1_penalty(with_intercept(beta, 100.0), lam), l1_penalty(beta, lam))


@kata.property(points=0)
def grows_with_the_size_of_the_slopes(l1_penalty, beta, lam):
    """For slopes that are three times as large, the penalty is three times as large, whatever their signs are."""
    same(l1_penalty(-3 * beta, lam), 3 * l1_penalty(beta, lam))


@kata.property(points=0)
def is_proportional_to_the_strength(l1_penalty, beta, lam):
    """At twice the strength the penalty is twice as large."""
    same(l1_penalty(beta, 2 * lam), 2 * l1_penalty(beta, lam))


@kata.misconception(convention="formulas that sum over all coefficients", title="penalises the intercept")
def penalises_the_intercept(beta, lam):
    """You add the intercept to the slopes. A penalty on it would pull the mean of all predictions towards 0."""
    return lam * np.sum(np.abs(beta))


@kata.misconception
def leaves_out_the_last_slope(beta, lam):
    """You take the last coefficient for the intercept. It is the first."""
    return lam * np.sum(np.abs(beta[:-1]))


@kata.misconception(title="adds the slopes with their signs")
def adds_the_signed_slopes(beta, lam):
    """You add the slopes with their signs, so that a negative slope lowers the penalty."""
    return lam * np.sum(beta[1:])


@kata.misconception
def takes_the_absolute_value_of_the_sum(beta, lam):
    """You take the absolute value of the sum of the slopes. In this sum, slopes of different signs cancel."""
    return lam * np.abs(np.sum(beta[1:]))


@kata.misconception(title="squares the slopes")
def squares_the_slopes(beta, lam):
    """You add the squares of the slopes. That is the L2 penalty."""
    return lam * np.sum(beta[1:] ** 2)


@kata.misconception
def takes_the_length_of_the_slopes(beta, lam):
    """You take the root of the sum of the squares, the Euclidean length of the slopes. Here their absolute values are
    added up."""
    return lam * np.linalg.norm(beta[1:])


@kata.misconception
def takes_the_largest_slope(beta, lam):
    """Your penalty depends on the largest slope only. All slopes have a part in it."""
    return lam * np.max(np.abs(beta[1:]), initial=0.0)


@kata.misconception
def counts_the_slopes(beta, lam):
    """You count the slopes that are not 0. A large slope costs more than a small one."""
    return lam * np.count_nonzero(beta[1:])


@kata.misconception
def leaves_out_the_strength(beta, lam):
    """Your penalty does not depend on its strength."""
    return np.sum(np.abs(beta[1:]))

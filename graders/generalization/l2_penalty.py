"""Properties of every right L2 penalty, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._coefficients import with_intercept

kata = Kata("l2_penalty(beta: (d+1), lam: ()) -> ()", d=st.integers(2, 4), lam=st.sampled_from([1.0, 0.5, 2.0, 0.1]))
kata.domain(d=arg.size(0, 2000), beta=arg.real(-1000, 1000), lam=arg.real(0, 1000))
kata.hints(
    "Which entry of `beta` is not a slope?",
    "Two slopes of 1, or one slope of 2: which of the two models has the larger penalty?",
    "Work in this order: the slopes, their squares, the sum, the product with `lam`.",
)
kata.mistakes(say={
    "is_half_as_large": "Your penalty is half as large as it should be. Half of the sum is also common, but here "
                        "there is no factor 1/2.",
    "is_divided_by_d": "Your penalty is divided by the number of slopes. Their squares are added up, not averaged.",
})
kata.equivalent("l2_penalty_numpy: add [::-1] in beta[1:]", reason="a sum does not depend on the order")

kata.contract(points=1)
kata.agreement(points=9)
kata.edge("Without slopes the penalty is 0.", points=0, d=0)
kata.edge("With a strength of 0 the penalty is 0.", points=0, lam=0.0)
kata.example("Slopes of 1, -2 and 0.5 have a penalty of 10.5 at a strength of 2.", expected=10.5,
             beta=np.array([10.0, 1.0, -2.0, 0.5]), lam=2.0)
kata.example("A small slope counts exactly beside a large intercept.", expected=1e-5,
             beta=np.array([999.9, 1e-4]), lam=1000.0)


@kata.property(points=0)
def does_not_depend_on_the_intercept(l2_penalty, beta, lam):
    """With another intercept the penalty is the same."""
    same(l2_penalty(with_intercept(beta, 100.0), lam), l2_penalty(beta, lam))


@kata.property(points=0)
def grows_with_the_square_of_the_slopes(l2_penalty, beta, lam):
    """For slopes that are three times as large, the penalty is nine times as large."""
    same(l2_penalty(3 * beta, lam), 9 * l2_penalty(beta, lam))


@kata.property(points=0, d=2)
def does_not_change_if_the_slopes_are_rotated(l2_penalty, beta, lam):
    """If two slopes are rotated like the coordinates of a point, their penalty stays the same."""
    turned = np.array([beta[0], 0.6 * beta[1] - 0.8 * beta[2], 0.8 * beta[1] + 0.6 * beta[2]])
    same(l2_penalty(turned, lam), l2_penalty(beta, lam))


@kata.property(points=0)
def is_proportional_to_the_strength(l2_penalty, beta, lam):
    """At twice the strength the penalty is twice as large."""
    same(l2_penalty(beta, 2 * lam), 2 * l2_penalty(beta, lam))


@kata.misconception(convention="weight decay of all parameters", title="penalises the intercept")
def penalises_the_intercept(beta, lam):
    """You add the square of the intercept. A penalty on it would pull the mean of all predictions towards 0."""
    return lam * np.sum(beta**2)


@kata.misconception
def leaves_out_the_last_slope(beta, lam):
    """You take the last coefficient for the intercept. It is the first."""
    return lam * np.sum(beta[:-1] ** 2)


@kata.misconception
def squares_the_sum(beta, lam):
    """You square the sum of the slopes, in which slopes of different signs cancel. Each slope is squared by itself."""
    return lam * np.sum(beta[1:]) ** 2


@kata.misconception(title="takes the root of the sum")
def takes_the_root(beta, lam):
    """You take the root of the sum of the squares, the Euclidean length of the slopes. Here there is no root."""
    return lam * np.linalg.norm(beta[1:])


@kata.misconception(title="takes the absolute values")
def takes_the_absolute_values(beta, lam):
    """You add the absolute values of the slopes. That is the L1 penalty."""
    return lam * np.sum(np.abs(beta[1:]))


@kata.misconception(title="squares the strength too")
def squares_the_strength(beta, lam):
    """You square the products of strength and slopes. The strength itself is not squared."""
    return np.sum((lam * beta[1:]) ** 2)


@kata.misconception
def leaves_out_the_strength(beta, lam):
    """Your penalty does not depend on its strength."""
    return np.sum(beta[1:] ** 2)

"""Properties of every right sum of squared errors, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._repairs import MEAN, MINUTES, OF_6_AND_18, OF_10_AND_12, OF_THE_BEST_LINE

kata = Kata("sse(y: (n), yhat: (n)) -> ()", n=st.integers(2, 5))
kata.domain(n=arg.size(0, 2000), y=arg.real(-1e6, 1e6), yhat=arg.real(-1e6, 1e6))
kata.mistakes(say={
    "is_divided_by_n": "You divide by the number of samples. That is the mean squared error, not the sum.",
})
kata.hints(
    "One residual is 1 and another is -1. Should they cancel?",
    "If every sample occurs twice, what happens to the sum?",
    "Work in this order: the residuals, their squares, the sum of the squares.",
)

kata.contract(points=1)
kata.agreement(points=8)
kata.edge("Without samples the sum is 0.", points=1, n=0)
kata.edge("Perfect predictions have a sum of 0.", points=0, yhat=arg("y"))
kata.edge("With one sample it is the square of the residual.", points=0, n=1)
kata.example("Residuals of -1, 5 and 0.", expected=26.0,
             y=np.array([23.0, 29.0, 46.0]), yhat=np.array([22.0, 34.0, 46.0]))
for words, minutes, total in (
    ("The mean of 14 repairs", MEAN, 27768.357142857145),
    ("10 minutes and 12 for each part", OF_10_AND_12, 4993.0),
    ("6 minutes and 18 for each part", OF_6_AND_18, 5001.0),
    ("The best line through 14 repairs", OF_THE_BEST_LINE, 348.84837092731806),
):
    kata.example(f"{words}.", expected=total, y=MINUTES, yhat=minutes)
kata.example("A small residual keeps its digits beside large numbers.", expected=2.0**-20,
             y=np.array([1e6]), yhat=np.array([1e6 - 2.0**-10]))


@kata.property(points=0)
def grows_with_the_square_of_the_scale(sse, y, yhat):
    """Residuals that are three times as large make a sum that is nine times as large."""
    same(sse(3 * y, 3 * yhat), 9 * sse(y, yhat))


@kata.property(points=0)
def adds_up_over_parts_of_the_data(sse, y, yhat):
    """The sum for the first sample and the sum for the others add up to the sum for all."""
    same(sse(y[:1], yhat[:1]) + sse(y[1:], yhat[1:]), sse(y, yhat))


@kata.property(points=0)
def is_n_times_the_variance_for_the_mean(sse, y):
    """If every prediction is the mean of the observed values, the result is n times their variance."""
    same(sse(y, np.full(len(y), y.mean())), len(y) * y.var())


@kata.misconception(title="takes a mean of no samples")
def takes_a_mean_and_multiplies_by_n(y, yhat):
    """You multiply the mean of the squares by n. Without samples there is no mean, but there is a sum."""
    return np.mean((yhat - y) ** 2) * len(y)


@kata.misconception
def squares_the_sum_of_the_residuals(y, yhat):
    """You square the sum of the residuals, in which residuals of opposite signs cancel. For a model that predicts the
    mean it would be 0."""
    return np.sum(yhat - y) ** 2


@kata.misconception
def adds_the_absolute_residuals(y, yhat):
    """You add up the absolute residuals instead of their squares."""
    return np.sum(np.abs(yhat - y))


@kata.misconception
def takes_the_root(y, yhat):
    """You take the root of the sum, the length of the vector of residuals. The result is the sum itself."""
    return np.sqrt(np.sum((yhat - y) ** 2))


@kata.misconception
def adds_the_residuals_without_squares(y, yhat):
    """You add up the residuals as they are. Those of opposite signs cancel, and a bad model can have a sum of 0."""
    return np.sum(yhat - y)


@kata.misconception(title="replaces the predictions by the mean")
def uses_the_mean_of_the_observed_values(y, yhat):
    """You compare the observed values with their mean and ignore the predictions. That is the total sum of squares."""
    return np.sum((y - y.mean()) ** 2) if len(y) else 0.0


@kata.misconception(title="compares the predictions with the mean")
def uses_the_mean_in_place_of_the_targets(y, yhat):
    """You compare the predictions with the mean of the observed values. That is the explained sum of squares, not
    the residual one."""
    return np.sum((yhat - y.mean()) ** 2) if len(y) else 0.0


@kata.misconception
def subtracts_the_squares(y, yhat):
    """You subtract the squares of the observed values from the squares of the predictions. A square of a
    difference is not a difference of squares."""
    return np.sum(yhat**2 - y**2)

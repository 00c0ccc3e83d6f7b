"""Properties of all right residuals, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._repairs import MEAN, MINUTES, OF_6_AND_18, OF_10_AND_12, OF_THE_BEST_LINE

kata = Kata("residuals(y: (n), yhat: (n)) -> (n)", n=st.integers(2, 5))
kata.domain(n=arg.size(0, 2000), y=arg.real(-1e6, 1e6), yhat=arg.real(-1e6, 1e6))
kata.mistakes(say={
    "exchanges_y_and_yhat":
        "You subtract the predictions from the observed values, as most statistics texts do. Here a residual is "
        "positive where the prediction is too high.",
    "drops_the_sign":
        "You drop the signs of the residuals. They say whether a prediction is too high or too low.",
})
kata.hints(
    "A prediction of 12 for an observed value of 10 is too high. Which sign should its residual have?",
    "Does your result say for each sample how wrong its prediction is, and in which direction?",
)

kata.contract(points=1)
kata.agreement(points=9)
kata.edge("The residuals of perfect predictions are 0.", points=0, yhat=arg("y"))
kata.edge("One sample has one residual.", points=0, n=1)
kata.edge("Without samples there are no residuals.", points=0, n=0)
kata.example("One prediction is too low, one too high, one right.", expected=np.array([-1.0, 5.0, 0.0]),
             y=np.array([23.0, 29.0, 46.0]), yhat=np.array([22.0, 34.0, 46.0]))
for words, minutes, left in (
    ("The mean of 14 repairs", MEAN, [
        74.21428571428571, 68.21428571428571, 48.21428571428571, 33.21428571428571, 23.214285714285708,
        10.214285714285708, 1.2142857142857082, 0.2142857142857082, -11.785714285714292, -21.785714285714292,
        -51.78571428571429, -47.78571428571429, -56.78571428571429, -68.78571428571429]),
    ("10 minutes and 12 for each part", OF_10_AND_12,
     [-1, 5, -3, -6, -16, -17, -14, -15, -15, -13, -31, -27, -24, -36]),
    ("6 minutes and 18 for each part", OF_6_AND_18, [1, 13, 11, 14, 4, 9, 18, 17, 23, 31, 19, 23, 32, 20]),
    ("The best line through 14 repairs", OF_THE_BEST_LINE, [
        -3.3295739348371356, 6.179197994987433, 1.687969924812002, 2.1967418546365707, -7.803258145363429,
        -5.2944862155388535, 1.2142857142857082, 0.2142857142857082, 3.72305764411027, 9.231829573934846,
        -5.259398496240578, -1.2593984962405784, 5.249373433583997, -6.750626566416003]),
):
    kata.example(f"{words}.", expected=np.array(left, dtype=np.float64), y=MINUTES, yhat=minutes)


@kata.property(points=0)
def leaves_nothing_to_add(residuals, y, yhat):
    """The observed values plus the residuals are the predictions."""
    same(y + residuals(y, yhat), yhat)


@kata.property(points=0)
def changes_sign_if_the_arguments_change_places(residuals, y, yhat):
    """If observed and predicted values change places, every residual changes its sign."""
    same(residuals(yhat, y), -residuals(y, yhat))


@kata.property(points=0, by=st.integers(1, 9))
def rises_with_the_predictions(residuals, y, yhat, by):
    """Predictions that are higher by the same amount have residuals that are higher by that amount."""
    same(residuals(y, yhat + by), residuals(y, yhat) + by)


@kata.property(points=0)
def adds_up_to_0_for_the_mean(residuals, y):
    """If every prediction is the mean of the observed values, the residuals add up to 0, up to rounding."""
    same(residuals(y, np.full(len(y), y.mean())).sum(), 0.0, atol=1e-9)


@kata.misconception
def returns_the_sum(y, yhat):
    """You add the residuals up, and those of opposite signs cancel. Each sample has its own residual."""
    return np.sum(yhat - y)


@kata.misconception
def squares_the_residuals(y, yhat):
    """You return the squares, as for a loss. A residual keeps its sign and its size."""
    return (yhat - y) ** 2


@kata.misconception(title="replaces the predictions by their mean")
def uses_the_mean_prediction(y, yhat):
    """You compare every observed value with the mean of the predictions. Each value has its own prediction."""
    return (yhat.mean() if len(y) else 0) - y


@kata.misconception(title="replaces the predictions by the observed mean")
def uses_the_mean_of_the_observed_values(y, yhat):
    """You compare every observed value with their mean, and ignore the predictions. A residual is the error of a
    prediction."""
    return (y.mean() if len(y) else 0) - y


@kata.misconception
def removes_the_mean_of_the_residuals(y, yhat):
    """Your residuals always add up to 0, as if their mean were subtracted. Only some models have such residuals."""
    return yhat - y - ((yhat - y).mean() if len(y) else 0)


@kata.misconception
def divides_by_the_observed_value(y, yhat):
    """You divide each residual by the observed value. A relative error has no meaning where that is 0."""
    return (yhat - y) / np.where(y == 0, 1, y)


@kata.misconception(title="divides by the spread", convention="standardised residuals in statistics")
def divides_by_the_spread(y, yhat):
    """You divide the residuals by their standard deviation. Here they keep the unit of the data."""
    return (yhat - y) / ((yhat - y).std() or 1) if len(y) else yhat - y

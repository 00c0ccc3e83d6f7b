"""Properties of every right mean absolute error, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._regression import declare_claims_and_mistakes

kata = Kata("mae(y: (n), yhat: (n)) -> ()", n=st.integers(2, 5))
kata.domain(n=arg.size(1, 2000), y=arg.real(-1000, 1000), yhat=arg.real(-1000, 1000))
kata.hints(
    "One error is 1 and another is -1. Should they cancel?",
    "Two errors are 0 and 4, or they are 2 and 2. Which of the two has the larger mean absolute error?",
    "Work in this order: the errors, their absolute values, the mean of these.",
)

kata.contract(points=1)
kata.agreement(points=9)
kata.edge("The loss of perfect predictions is 0.", points=0, yhat=arg("y"))
kata.edge("With one sample it is the size of the error.", points=0, n=1)
kata.example(
    "Errors of 1, 0 and -3 give 4/3.",
    expected=4 / 3,
    y=np.array([1.0, 2.0, 3.0]),
    yhat=np.array([2.0, 2.0, 0.0]),
)
kata.example(
    "Errors of 1 and -1 do not cancel.", expected=1.0, y=np.array([0.0, 0.0]), yhat=np.array([1.0, -1.0])
)


@kata.property(points=0)
def grows_with_the_scale(mae, y, yhat):
    """Errors that are three times as large make a loss that is three times as large, whatever their sign."""
    same(mae(-3 * y, -3 * yhat), 3 * mae(y, yhat))


@kata.property(points=0)
def never_exceeds_the_root_of_the_mean_square(mae, y, yhat):
    """The mean absolute error lies between 0 and the root of the mean squared error."""
    assert -1e-12 <= mae(y, yhat) <= np.sqrt(np.mean((yhat - y) ** 2)) * (1 + 1e-9) + 1e-12


declare_claims_and_mistakes(kata, lambda y, yhat: np.abs(yhat - y))


@kata.misconception
def takes_the_absolute_value_of_the_mean(y, yhat):
    """You take the absolute value of the mean error. By then, errors of different signs have already cancelled."""
    return np.abs(np.mean(yhat - y))


@kata.misconception(title="takes the mean squared error")
def squares_the_errors(y, yhat):
    """You take the mean of the squared errors, the MSE. Here an error counts by its size, not by its square."""
    return np.mean((yhat - y) ** 2)


@kata.misconception
def takes_the_root_of_the_mean_square(y, yhat):
    """Your result is the root of the mean squared error, the RMSE. It weighs large errors more than small ones."""
    return np.sqrt(np.mean((yhat - y) ** 2))


@kata.misconception
def takes_the_median(y, yhat):
    """You take the median of the absolute errors, which ignores how large the largest ones are. A mean counts all."""
    return np.median(np.abs(yhat - y))


@kata.misconception
def takes_the_largest_error(y, yhat):
    """You return the largest absolute error. The other errors count too."""
    return np.max(np.abs(yhat - y))


@kata.misconception
def subtracts_the_absolute_values(y, yhat):
    """You take absolute values of targets and predictions before you subtract, so a prediction of -2 is perfect for a
    target of 2. The difference comes first."""
    return np.mean(np.abs(np.abs(yhat) - np.abs(y)))


@kata.misconception(convention="the mean absolute percentage error, MAPE")
def divides_by_the_target(y, yhat):
    """You divide each error by its target. Here the errors are absolute, not relative."""
    return np.mean(np.abs((yhat - y) / np.where(y == 0, 1.0, y)))

"""Properties of every right mean squared error, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._regression import declare_claims_and_mistakes

kata = Kata("mse(y: (n), yhat: (n)) -> ()", n=st.integers(2, 5))
kata.domain(n=arg.size(1, 2000), y=arg.real(-1000, 1000), yhat=arg.real(-1000, 1000))
kata.hints(
    "One error is 1 and another is -1. Should they cancel?",
    "If every sample occurs twice, the predictions are as good as before. Does your result change?",
    "Work in this order: the errors, their squares, the mean of the squares.",
)

kata.contract(points=1)
kata.agreement(points=9)
kata.edge("The loss of perfect predictions is 0.", points=0, yhat=arg("y"))
kata.edge("With one sample it is the square of the error.", points=0, n=1)
kata.example("Errors of 1, 0 and -2 give 5/3.", expected=5 / 3,
             y=np.array([1.0, 2.0, 3.0]), yhat=np.array([2.0, 2.0, 1.0]))
kata.example("A small error keeps its digits beside large numbers.", expected=(1000 - 999.9999) ** 2,
             y=np.array([1000.0]), yhat=np.array([999.9999]))


@kata.property(points=0)
def grows_with_the_square_of_the_scale(mse, y, yhat):
    """Errors that are three times as large make a loss that is nine times as large."""
    same(mse(3 * y, 3 * yhat), 9 * mse(y, yhat))


@kata.property(points=0)
def exchanges_targets_and_predictions(mse, y, yhat):
    """The loss does not change when targets and predictions change places."""
    same(mse(yhat, y), mse(y, yhat))


declare_claims_and_mistakes(kata, lambda y, yhat: (yhat - y) ** 2)


@kata.misconception
def squares_the_mean_error(y, yhat):
    """You square the mean of the errors, so that errors of different signs cancel. Each error is squared by itself."""
    return np.mean(yhat - y) ** 2


@kata.misconception
def takes_the_root(y, yhat):
    """Your result is the root of the mean squared error, the RMSE. Return the mean itself."""
    return np.sqrt(np.mean((yhat - y) ** 2))


@kata.misconception
def takes_the_mean_absolute_error(y, yhat):
    """You take the mean of the absolute errors, which is another loss, the MAE. Here the errors are squared."""
    return np.mean(np.abs(yhat - y))


@kata.misconception
def subtracts_the_squares(y, yhat):
    """You subtract the squared targets from the squared predictions. The difference is squared, not each part."""
    return np.mean(yhat**2 - y**2)

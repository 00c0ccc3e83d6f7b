"""Properties of every right gradient of the mean squared error, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, mistakes, same, st

kata = Kata("mse_grad(y: (n), yhat: (n)) -> (n)", n=st.integers(2, 5))
kata.domain(n=arg.size(1, 2000), y=arg.real(-1000, 1000), yhat=arg.real(-1000, 1000))
kata.hints(
    "A prediction is too high. Does the loss rise or fall if it rises further? Which sign has the derivative?",
    "The loss is a sum of n terms, divided by n. In how many terms does one prediction occur?",
    "What is the derivative of a square? Multiply it by the factor of the mean.",
)
kata.mistakes(
    say={
        "has_the_wrong_sign": "Your gradient has the wrong sign: a step against it would make the loss rise.",
        "is_n_times_too_large": "Your gradient is n times too large. It belongs to the sum of the squared errors.",
        "is_half_as_large": "Your gradient is half as large. It belongs to half of the mean squared error.",
    }
)

kata.contract(points=1)
kata.agreement(points=9)
kata.edge("For perfect predictions the gradient is 0.", points=0, yhat=arg("y"))
kata.edge("With one sample it is twice the error.", points=0, n=1)
kata.example(
    "Errors of 1, 0, -2 and 4 give 1/2, 0, -1 and 2.",
    expected=np.array([0.5, 0.0, -1.0, 2.0]),
    y=np.array([1.0, 2.0, 3.0, 0.0]),
    yhat=np.array([2.0, 2.0, 1.0, 4.0]),
)


def loss(y, yhat):
    """The mean squared error: ``(n),(n)->()``."""
    return np.mean((yhat - y) ** 2)


@kata.property(points=0)
def is_the_slope_of_the_loss(mse_grad, y, yhat):
    """If a prediction rises by 1/4 or falls by 1/4, the difference of the two losses is half its derivative. For a
    square this is exact."""
    up, down = yhat.copy(), yhat.copy()
    up[0] += 0.25
    down[0] -= 0.25
    same(mse_grad(y, yhat)[0] / 2, loss(y, up) - loss(y, down))


@kata.property(points=0)
def changes_sign_with_the_error(mse_grad, y, yhat):
    """If targets and predictions change places, every error and every derivative changes its sign."""
    same(mse_grad(yhat, y), -mse_grad(y, yhat))


@kata.property(points=0)
def sums_to_twice_the_mean_error(mse_grad, y, yhat):
    """If all predictions rise together, the loss changes at twice the mean error, the sum of all derivatives."""
    same(np.sum(mse_grad(y, yhat)), 2 * np.mean(yhat - y))


@kata.property(points=0)
def leads_to_the_targets(mse_grad, y, yhat):
    """A step of n/2 times the gradient leads from the predictions to the targets."""
    same(yhat - len(y) / 2 * mse_grad(y, yhat), y)


@kata.misconception
def returns_a_single_number(y, yhat):
    """You return one number for all samples, such as the loss itself. Each prediction has its own derivative."""
    return np.mean((yhat - y) ** 2)


@kata.misconception
def keeps_the_squares(y, yhat):
    """You return the squared errors divided by n, the terms of the loss. A derivative has the sign of the error."""
    return (yhat - y) ** 2 / len(y)


@kata.misconception
def gives_all_predictions_the_mean(y, yhat):
    """Every entry of your gradient is the same, made from the mean error. Each prediction has its own error."""
    return np.full(len(y), 2 * np.mean(yhat - y))


@kata.misconception
def subtracts_the_predictions_and_sums(y, yhat):
    """You return twice the target minus the prediction. The sign is wrong, and the loss is a mean, not a sum."""
    return 2 * (y - yhat)


@kata.misconception(convention="the loss 1/2 Σ (ŷ - y)²", title="returns the errors")
def returns_the_errors(y, yhat):
    """You return the errors themselves, the gradient of half the sum of squares. Here the loss is a mean, without the
    factor 1/2."""
    return yhat - y


@kata.misconception
def uses_the_absolute_error(y, yhat):
    """You return the gradient of the mean absolute error, which has the same size for every error. Here a larger error
    has a larger derivative."""
    return np.sign(yhat - y) / len(y)


@kata.misconception
def takes_the_gradient_of_the_root(y, yhat):
    """You return the gradient of the root of the mean squared error, which is NaN for perfect predictions. The loss
    has no root here."""
    error = yhat - y
    return error / len(y) / np.sqrt(np.mean(error**2))


def by_quotients(quotient, y, yhat):
    """The gradient from difference quotients of the loss."""
    return mistakes.gradient(lambda at: loss(y, at), yhat, quotient)


for wrong in mistakes.by_differences(by_quotients, steps={"forward": (4, 5, 6, 7, 8), "central": (5, 6)}):
    kata.misconception(wrong)

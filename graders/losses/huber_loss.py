"""Properties of every right Huber loss, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st

kata = Kata("huber_loss(y: (n), yhat: (n), delta: ()) -> ()", n=st.integers(2, 5),
            delta=st.sampled_from([0.5, 1.0, 1.5, 2.0, 3.0]))
kata.domain(n=arg.size(1, 2000), y=arg.real(-1000, 1000), yhat=arg.real(-1000, 1000), delta=arg.real(0.001, 10000))
kata.hints(
    "Two errors are -4 and 0.5, and delta is 1. Which of the two lies on the parabola, and which on a line?",
    "An error of exactly delta lies on both. Do both of your formulas give the same number there?",
    "Choose a formula for each error by its size, not by its sign and not for all errors together. "
    "`np.where` chooses entry by entry.",
)
kata.mistakes(say={
    "is_twice_as_large": "Your loss is twice as large. Some books define it so, without the factors 1/2.",
})
kata.equivalent("huber_loss_numpy: <= -> < in error <= delta", reason="both formulas agree at delta")

kata.contract(points=1)
kata.agreement(points=9)
kata.edge("An error of exactly delta has half the square of delta as its loss.", points=0, delta=1.5,
          y=st.arrays(arg("n"), elements=st.just(2.0)), yhat=st.arrays(arg("n"), elements=st.sampled_from([0.5, 3.5])))
kata.edge("If no error reaches delta, the loss is half of the mean squared error.", points=0, delta=100.0)
kata.edge("If all errors exceed delta, the loss grows with their absolute values.", points=0, delta=0.25,
          y=st.arrays(arg("n"), elements=st.sampled_from([3.0, 5.0])),
          yhat=st.arrays(arg("n"), elements=st.sampled_from([1.0, 8.0, -2.5])))
kata.example("An error of 1.5 has a loss of 1.125 if delta is 1.5.", expected=1.125,
             y=np.array([0.0]), yhat=np.array([1.5]), delta=1.5)
kata.example("Errors of 1 and -4 give 3.25 if delta is 2.", expected=3.25,
             y=np.array([0.0, 5.0]), yhat=np.array([1.0, 1.0]), delta=2.0)
kata.example("Errors of 2000 and 100 give 192500 if delta is 200.", expected=192500.0,
             y=np.array([-1000.0, 0.0]), yhat=np.array([1000.0, 100.0]), delta=200.0)


@kata.property(points=0)
def does_not_jump_at_delta(huber_loss, y, delta):
    """Just below delta and just above it an error has almost the same loss."""
    below = huber_loss(y, y + delta * (1 - 1e-7), delta)
    same(huber_loss(y, y + delta * (1 + 1e-7), delta), below, rtol=1e-6)


@kata.property(points=0)
def treats_both_signs_alike(huber_loss, y, yhat, delta):
    """The loss does not change when targets and predictions change places."""
    same(huber_loss(yhat, y, delta), huber_loss(y, yhat, delta))


@kata.property(points=0)
def lies_below_both_others(huber_loss, y, yhat, delta):
    """The loss exceeds neither half of the mean squared error nor delta times the mean absolute error."""
    error = np.abs(yhat - y)
    highest = min(np.mean(error**2) / 2, delta * np.mean(error))
    assert -1e-12 <= huber_loss(y, yhat, delta) <= highest * (1 + 1e-9) + 1e-12


@kata.property(points=0)
def grows_with_the_square_of_the_scale(huber_loss, y, yhat, delta):
    """If errors and delta are three times as large, the loss is nine times as large."""
    same(huber_loss(3 * y, 3 * yhat, 3 * delta), 9 * huber_loss(y, yhat, delta))


def mean(error, delta, small, large):
    """The mean of ``small`` where an error is at most ``delta``, and of ``large`` elsewhere."""
    return np.mean(np.where(np.abs(error) <= delta, small, large))


def line(error, delta):
    """The losses on the line: ``(n),()->(n)``."""
    return delta * np.abs(error) - delta**2 / 2


@kata.misconception
def exchanges_the_two_formulas(y, yhat, delta):
    """You square large errors and use the line for small ones. It is the large errors that should count less."""
    e = yhat - y
    return mean(e, delta, line(e, delta), e**2 / 2)


@kata.misconception(title="subtracts delta on the line")
def subtracts_delta(y, yhat, delta):
    """On the line you subtract delta itself. Unless delta is 2, line and parabola then do not meet."""
    e = yhat - y
    return mean(e, delta, e**2 / 2, delta * np.abs(e) - delta)


@kata.misconception(title="subtracts the whole square of delta")
def subtracts_the_whole_square(y, yhat, delta):
    """You subtract the square of delta on the line. At an error of delta your line is at 0, below the parabola."""
    e = yhat - y
    return mean(e, delta, e**2 / 2, delta * (np.abs(e) - delta))


@kata.misconception
def subtracts_nothing_on_the_line(y, yhat, delta):
    """Your line is delta times the absolute error. At an error of delta it lies above the parabola, so that the loss
    jumps."""
    e = yhat - y
    return mean(e, delta, e**2 / 2, delta * np.abs(e))


@kata.misconception(title="leaves out the half of the parabola")
def leaves_out_the_half(y, yhat, delta):
    """You use the whole square of small errors. At an error of delta the loss then jumps down to the line."""
    e = yhat - y
    return mean(e, delta, e**2, line(e, delta))


@kata.misconception
def compares_the_signed_error(y, yhat, delta):
    """You compare the signed error with delta, so that every negative error counts as small. Its size decides."""
    e = yhat - y
    return np.mean(np.where(e <= delta, e**2 / 2, line(e, delta)))


@kata.misconception(title="leaves out the absolute value on the line")
def leaves_out_the_absolute_value(y, yhat, delta):
    """Your line falls for negative errors, so that a large negative error has a negative loss."""
    e = yhat - y
    return mean(e, delta, e**2 / 2, delta * e - delta**2 / 2)


@kata.misconception
def chooses_one_formula_for_all(y, yhat, delta):
    """You use the parabola only if all errors are small, and the line for all errors otherwise. Each error has its own
    formula."""
    e = yhat - y
    return np.mean(e**2 / 2 if (np.abs(e) <= delta).all() else line(e, delta))


@kata.misconception(convention="the smooth L1 loss", title="divides by delta")
def divides_by_delta(y, yhat, delta):
    """You divide the loss by delta, so that the slope of the line is 1. Here it is delta."""
    e = yhat - y
    return mean(e, delta, e**2 / 2, line(e, delta)) / delta


@kata.misconception(convention="the pseudo-Huber loss", title="uses a curve without two parts")
def uses_one_smooth_curve(y, yhat, delta):
    """You use one smooth curve for all errors. Here small errors have a parabola and large ones a line."""
    return np.mean(delta**2 * (np.sqrt(1 + ((yhat - y) / delta) ** 2) - 1))

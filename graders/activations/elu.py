"""Properties of every right exponential linear unit, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._careless import loses_the_order, needs_one_truth_value, vectorizes_an_empty_array
from ._inputs import at_the_kink, far_out, finer, half


def left(x, alpha):
    """The formula for negative numbers, without overflow for others: ``(n),()->(n)``."""
    return alpha * np.expm1(np.minimum(x, 0))


def right(x, alpha=1.0):
    """The unit itself: ``(n),()->(n)``."""
    return np.maximum(x, 0) + left(x, alpha)


alphas = st.sampled_from([2.0, 0.5, 3.0, 1.5, 0.25]) | st.integers(100, 4000).map(lambda k: k / 1000)
bent = st.integers(-15, -1).map(lambda k: k / 10)  # where the curve is far from its limit
kata = Kata("elu(x: (n), alpha: ()) -> (n)", x=st.arrays(arg("n"), elements=half | finer | bent),
            alpha=alphas)
kata.domain(n=arg.size(0, 2000), x=arg.real(-1000, 1000), alpha=arg.real(0, 10))
kata.hints(
    "Draw the curve for alpha = 2. What are its values at 3, at 0 and at -1000?",
    "Which part of the formula for the left side makes the two sides meet at 0?",
    "Compute both sides for the whole array and choose between them entry by entry, but keep the exponent from "
    "becoming positive.",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("Far from 0 the value is right, without NaN and without an exception.", points=2,
          x=st.arrays(arg("n"), elements=far_out),
          hint="What is exp(1000), and what is that times 0? For which entries do you need the exponential?")
kata.edge("Without numbers the result is empty.", points=1, n=0, x=np.zeros(0))
kata.edge("Close to 0 the two sides meet.", points=0, x=st.arrays(arg("n"), elements=at_the_kink))
kata.edge("With an alpha of 0 it is the rectifier.", points=0, alpha=0.0)
kata.example("With alpha = 2 the curve levels off at -2.", expected=np.array([3.0, 0.0, -2.0]),
             x=np.array([3.0, 0.0, -1000.0]), alpha=2.0)


@kata.property(points=0)
def keeps_positive_numbers(elu, x, alpha):
    """Positive numbers stay as they are, whatever alpha is."""
    same(elu(np.abs(x), alpha), np.abs(x))


@kata.property(points=0)
def scales_the_left_side_with_alpha(elu, x, alpha):
    """On the left, three times the alpha gives three times the value."""
    same(elu(-np.abs(x), 3 * alpha), 3 * elu(-np.abs(x), alpha))


@kata.property(points=0)
def rises_from_minus_alpha(elu, x, alpha):
    """No value is below -alpha, and a larger number never has a smaller value."""
    values = elu(np.sort(x), alpha)
    assert (values >= -alpha - 1e-12).all()
    assert (np.diff(values) >= -1e-12).all()


@kata.misconception
def leaves_out_the_minus_1(x, alpha):
    """On the left you return alpha times e^x, which is positive. At 0 your curve jumps from alpha to 0."""
    return np.where(x > 0, x, left(x, alpha) + alpha)


@kata.misconception(title="uses the exponential on both sides")
def bends_on_the_right_as_well(x, alpha):
    """You use the exponential for positive numbers as well, where it grows without limit. They stay unchanged."""
    return alpha * (np.exp(x) - 1)


@kata.misconception(title="multiplies infinity by 0", hint="np.where chooses without multiplying.")
def multiplies_infinity_by_0(x, alpha):
    """For a large positive x your result is NaN: e^x overflows to infinity, and multiplied by 0, or by False, that is
    NaN."""
    return x * (x > 0) + alpha * (np.exp(x) - 1) * (x <= 0)


@kata.misconception(title="takes the exponential of -x")
def reverses_the_exponent(x, alpha):
    """On the left you use e^(-x), which grows without limit there. The curve levels off."""
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(-x, 700)))


@kata.misconception(title="takes the larger of both sides")
def takes_the_larger_side(x, alpha):
    """You take the larger of x and the left side. With an alpha above 1, x itself is larger just below 0."""
    return np.maximum(x, left(x, alpha))


@kata.misconception(title="takes the larger value on both sides")
def takes_the_larger_value(x, alpha):
    """You take the larger of x and alpha times (e^x - 1), but for positive x the second is often larger as well. The
    sign of x decides which of the two counts."""
    return np.maximum(x, alpha * (np.exp(x) - 1))


@kata.misconception(title="leaves out alpha")
def leaves_out_alpha(x, alpha):
    """Your curve does not depend on alpha, which says how deep the left side goes."""
    return right(x)


@kata.misconception
def scales_both_sides(x, alpha):
    """You multiply the right side by alpha as well. Positive numbers stay unchanged."""
    return alpha * right(x)


@kata.misconception
def subtracts_1_after_the_product(x, alpha):
    """On the left you multiply by alpha before you subtract 1. Unless alpha is 1, your curve jumps at 0."""
    return np.where(x > 0, x, left(x, alpha) + alpha - 1)


@kata.misconception(title="returns the slope")
def returns_the_slope(x, alpha):
    """You return the slope of the unit. Return its value."""
    return np.where(x > 0, 1.0, left(x, alpha) + alpha)


loses_the_order(kata, right)
vectorizes_an_empty_array(kata, right)
needs_one_truth_value(kata, right)


@kata.misconception(convention="the rectifier", title="returns 0 on the left")
def returns_0_on_the_left(x, alpha):
    """You replace negative numbers by 0. Here the curve goes down to -alpha."""
    return np.maximum(x, 0)


@kata.misconception(convention="the leaky rectifier", title="continues on the left with a straight line")
def leaks(x, alpha):
    """You multiply negative numbers by alpha. Here the left side is a curve that levels off."""
    return np.where(x > 0, x, alpha * x)


@kata.misconception(convention="CELU", title="divides the exponent by alpha")
def returns_celu(x, alpha):
    """You divide the exponent by alpha, which makes the curve smooth at 0 for every alpha. Here the exponent is x."""
    return np.maximum(x, 0) + (alpha * np.expm1(np.minimum(x, 0) / alpha) if alpha else 0)


kata.mistakes(say={"drops_the_sign": "On the left your values are positive. The curve goes down to -alpha there."})

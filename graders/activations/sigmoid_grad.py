"""Properties that every right derivative of the sigmoid has, and common mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._imprecise import computes_in_single_precision
from ._inputs import exp, far_out, finer, half, plain_sigmoid, sigmoid
from ._slopes import declare_mistakes
from .sigmoid import kata as value

kata = Kata("sigmoid_grad(x: (n)) -> (n)", x=st.arrays(arg("n"), elements=half | finer))
kata.domain(n=arg.size(1, 1200), x=arg.real())
kata.hints(
    "What is the sigmoid at 0, and what is its slope there? Try your formula there.",
    "The derivative is written in terms of the sigmoid's value. Which value is that when `x` is given?",
    "Where is the sigmoid flat? What should the derivative be there?",
    "What does your sigmoid return at -1000, and at 1000? Is any intermediate result infinite?",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("Far from 0 the derivative fades to 0, without NaN and without an exception.", points=2,
          x=st.arrays(arg("n"), elements=far_out))
kata.example("The derivative is largest at 0, where it is a quarter.", expected=np.array([0.25]), x=np.zeros(1))
kata.example("At 2 the derivative is 0.10499.", expected=np.array([0.10499358540350652]),
             x=np.array([2.0]))
kata.example("The derivative is almost a quarter near 0 and almost 0 at -20.", x=np.array([0.001, -20.0]),
             expected=np.array([0.24999993750002082, 2.0611536139418e-09]))

kata.equivalent("_sigmoid: + -> - in 1.0 + np.tanh(0.5 * x)",
                reason="that is the sigmoid of -x, and the derivative is even")
kata.equivalent("_sigmoid: 0.5 -> -0.5 in 0.5 * x", reason="that is the sigmoid of -x, and the derivative is even")

@kata.property(points=0)
def is_even(sigmoid_grad, x):
    """The sigmoid is as steep at -x as at x."""
    same(sigmoid_grad(-x), sigmoid_grad(x))

@kata.property(points=0)
def is_at_most_a_quarter(sigmoid_grad, x):
    """The derivative is never negative and never above a quarter."""
    assert (np.abs(sigmoid_grad(x) - 0.125) <= 0.125 + 1e-12).all()

@kata.property(points=0)
def fades_with_distance(sigmoid_grad, x):
    """The further an entry is from 0, the smaller the derivative."""
    assert (np.diff(sigmoid_grad(np.sort(np.abs(x)))) <= 1e-12).all()

@kata.misconception
def divides_by_one_minus_the_sigmoid(x):
    """You divide the sigmoid by 1 minus the sigmoid. The quotient is e^x, which grows without bound."""
    return sigmoid(x) / (1 - sigmoid(x))

@kata.misconception
def squares_the_sigmoid(x):
    """You square the sigmoid, so your result goes to 1 on the right. The curve is flat there, so its slope goes to
    0."""
    return sigmoid(x) ** 2

@kata.misconception(convention="code that passes the activation instead of the input")
def takes_x_for_the_activation(x):
    """You use x where the formula has the sigmoid of x. Here x is the input of the sigmoid."""
    return x * (1 - x)

@kata.misconception
def takes_the_rule_for_tanh(x):
    """You apply the derivative rule of tanh to the sigmoid's value. The two curves have different rules."""
    return 1 - sigmoid(x) ** 2

@kata.misconception
def loses_the_square(x):
    """You lose the square of the denominator. The result does not fade to 0 on the left, and far out it is infinity
    divided by infinity."""
    return np.exp(-x) / (1 + np.exp(-x))

@kata.misconception
def returns_one_minus_the_sigmoid(x):
    """You return 1 minus the sigmoid. That is only one of two factors, and it does not fade to 0 on the left."""
    return 1 - sigmoid(x)

@kata.misconception
def mixes_up_the_signs_in_the_denominator(x):
    """Your exponent has a minus sign in the numerator and none in the denominator. The result falls from infinity on
    the left and has no peak."""
    return np.exp(-x) / (1 + np.exp(x))

@kata.misconception
def leaves_out_the_brackets(x):
    """You multiply by 1 and then subtract the sigmoid, because multiplication binds more tightly than subtraction. The
    result is always 0."""
    return sigmoid(x) * 1 - sigmoid(x)

@kata.misconception
def mixes_value_and_input(x):
    """You subtract the input from 1, not the sigmoid's value. One of your factors is an activation and the other is
    not."""
    return sigmoid(x) * (1 - x)

@kata.misconception
def divides_infinity_by_infinity(x):
    """Your exponential of -x overflows for a very negative x and is in both numerator and denominator. Infinity
    divided by infinity is NaN."""
    return np.exp(-x) / (1 + np.exp(-x)) ** 2

@kata.misconception
def overflows_on_the_right(x):
    """Your exponential of x overflows for a very large x and is in both numerator and denominator. Infinity divided by
    infinity is NaN."""
    return np.exp(x) / (1 + np.exp(x)) ** 2

@kata.misconception
def decides_0_or_1(x):
    """Your derivative is either 0 or 1, as for a step or a rectifier. The sigmoid's slope changes gradually."""
    return np.where(x > 0, 1.0, 0.0)

@kata.misconception
def saturates_near_0(x):
    """You treat inputs close to 0 as saturated, perhaps because of the phrase "very small inputs". That means very
    negative inputs; near 0 the sigmoid is steepest."""
    return np.where(np.abs(x) < 0.01, 0.0, sigmoid(x) * (1 - sigmoid(x)))

@kata.misconception
def takes_the_absolute_value_in_the_numerator_only(x):
    """You use |x| in the numerator and x in the denominator. Each is half of a formula that is right by itself, but on
    the left the two do not fit together."""
    return np.exp(-np.abs(x)) / (1 + np.exp(-x)) ** 2

@kata.misconception
def takes_the_absolute_value_in_the_denominator_only(x):
    """You use |x| in the denominator and x in the numerator. Each is half of a formula that is right by itself, but on
    the left the two do not fit together."""
    return np.exp(-x) / (1 + np.exp(-np.abs(x))) ** 2

def in_halves(x):
    """The sigmoid with the exponential that cannot overflow: ``(n)->(n)``."""
    e = exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))

def rule(s):
    """The slope, from the sigmoid's value: ``(n)->(n)``."""
    return s * (1 - s)

declare_mistakes(kata, plain_sigmoid, rule, lambda x: (x >= 0) & (x <= 1), beyond=6, curve=in_halves)
computes_in_single_precision(kata, lambda x: rule(plain_sigmoid(x)))

@kata.misconception
def stretches_the_peak_to_1(x):
    """You scale the derivative so that its peak is 1. The sigmoid is not that steep."""
    return 4 * sigmoid(x) * (1 - sigmoid(x))

kata.mistakes(
    # The result is always 0 for a more plausible reason.
    without=["truncates_the_result", "rounds_to_whole_numbers"],
    say={"has_the_wrong_sign": "Your slope is negative, but the sigmoid rises everywhere. "
                               "The exponent -x has a derivative of its own."},
)
kata.inherit(value, lambda wrong: lambda x: rule(wrong(x)), without=[
    "leaves_out_the_minus", "uses_vectorize_on_an_empty_array", "patches_infinity_only", "returns_0_on_overflow",
    "replaces_nan_by_zero", "shifts_all_by_the_largest", "subtracts_the_maximum_from_infinity", "squeezes_with_tanh",
    "returns_the_derivative",
])

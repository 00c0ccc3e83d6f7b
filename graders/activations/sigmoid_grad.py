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
    "Where is the sigmoid steepest, and where is it flat? What should the derivative be there?",
    "At x = 0 the sigmoid is a half. What does the formula give there, and what does your code return?",
    "Compute the sigmoid of every entry first, store it, and use nothing but the stored values in the formula.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("Far from 0 the derivative tends to 0, without NaN and without an exception.", points=2,
          hint="What does your sigmoid return at -1000 and at 1000? Is any intermediate result infinite?",
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
    """The derivative lies between 0 and a quarter, so through ten sigmoids a gradient shrinks at least by a million."""
    assert (np.abs(sigmoid_grad(x) - 0.125) <= 0.125 + 1e-12).all()

@kata.property(points=0)
def fades_with_distance(sigmoid_grad, x):
    """The further an entry is from 0, the smaller the derivative."""
    assert (np.diff(sigmoid_grad(np.sort(np.abs(x)))) <= 1e-12).all()

@kata.misconception
def divides_by_one_minus_the_sigmoid(x):
    """You divide the sigmoid by 1 minus the sigmoid, which gives e^x and grows without bound. The slope never exceeds
    a quarter."""
    return sigmoid(x) / (1 - sigmoid(x))

@kata.misconception
def squares_the_sigmoid(x):
    """Your result is the square of the sigmoid and tends to 1 on the right. The curve is flat there."""
    return sigmoid(x) ** 2

@kata.misconception(convention="code that passes the activation instead of the input",
                    title="treats x as the output of the sigmoid")
def takes_x_for_the_activation(x):
    """You use x where the formula has the sigmoid of x. Here x is the input of the sigmoid."""
    return x * (1 - x)

@kata.misconception(title="uses the rule for tanh")
def takes_the_rule_for_tanh(x):
    """Your result is 1 minus the square of the sigmoid. That is the rule for tanh; the sigmoid has another one."""
    return 1 - sigmoid(x) ** 2

@kata.misconception(title="leaves out the square of the denominator")
def loses_the_square(x):
    """Your result tends to 1 on the left, where the curve is flat, and far out it is NaN from ∞/∞. Perhaps the square
    of the denominator is missing."""
    return np.exp(-x) / (1 + np.exp(-x))

@kata.misconception
def returns_one_minus_the_sigmoid(x):
    """You return only one of the two factors; it tends to 1 on the left, where the curve is flat."""
    return 1 - sigmoid(x)

@kata.misconception(title="has different exponents in numerator and denominator")
def mixes_up_the_signs_in_the_denominator(x):
    """Your result is e^(-x) / (1 + e^x), which falls from infinity on the left and has no peak. Perhaps a minus sign
    is missing in the denominator."""
    return np.exp(-x) / (1 + np.exp(x))

@kata.misconception(title="returns 0 everywhere")
def leaves_out_the_brackets(x):
    """Your result is always 0. Perhaps brackets are missing: in `s * 1 - s` the multiplication comes first."""
    return sigmoid(x) * 1 - sigmoid(x)

@kata.misconception(title="mixes the sigmoid's value and its input")
def mixes_value_and_input(x):
    """You multiply the sigmoid by 1 - x. The second factor needs the sigmoid's value, not its input."""
    return sigmoid(x) * (1 - x)

@kata.misconception(hint="The derivative is the same at x and at -x. For which of the two is the exponential small?")
def divides_infinity_by_infinity(x):
    """For a very negative x your result is NaN: e^(-x) overflows in both numerator and denominator, and ∞/∞ is NaN."""
    return np.exp(-x) / (1 + np.exp(-x)) ** 2

@kata.misconception(hint="The derivative is the same at x and at -x. For which of the two is the exponential small?")
def overflows_on_the_right(x):
    """For a very large x your result is NaN: e^x overflows in both numerator and denominator, and ∞/∞ is NaN."""
    return np.exp(x) / (1 + np.exp(x)) ** 2

@kata.misconception(title="returns only 0 and 1")
def decides_0_or_1(x):
    """You return a step from 0 to 1, as for a rectifier. The sigmoid's slope changes gradually."""
    return np.where(x > 0, 1.0, 0.0)

@kata.misconception(title="returns 0 near 0")
def saturates_near_0(x):
    """You return 0 near 0, but there the sigmoid is steepest. It saturates for large |x|."""
    return np.where(np.abs(x) < 0.01, 0.0, sigmoid(x) * (1 - sigmoid(x)))

@kata.misconception(title="uses |x| in the numerator only")
def takes_the_absolute_value_in_the_numerator_only(x):
    """On the left the numerator and the denominator of your fraction have different exponents, as if |x| were used in
    the numerator only."""
    return np.exp(-np.abs(x)) / (1 + np.exp(-x)) ** 2

@kata.misconception(title="uses |x| in the denominator only")
def takes_the_absolute_value_in_the_denominator_only(x):
    """On the left the numerator and the denominator of your fraction have different exponents, as if |x| were used in
    the denominator only."""
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

@kata.misconception(title="scales the peak to 1")
def stretches_the_peak_to_1(x):
    """Your slope is four times too large: its peak is 1. The sigmoid is not that steep."""
    return 4 * sigmoid(x) * (1 - sigmoid(x))

@kata.misconception(title="multiplies the derivative by x")
def multiplies_by_x(x):
    """Your result contains a factor x too many. It belongs to the derivative with respect to a weight."""
    return x * rule(sigmoid(x))

@kata.misconception(title="adds up all entries", hint="`*` multiplies entry by entry; np.dot and np.sum add up.")
def adds_up_the_entries(x):
    """You return one number, the sum over all entries. Return a derivative for each entry."""
    return rule(sigmoid(x)).sum()

kata.mistakes(
    # The result is always 0 for a more plausible reason.
    without=["truncates_the_result", "rounds_to_whole_numbers"],
    say={"has_the_wrong_sign": "Your slope is negative, but the sigmoid rises everywhere. "
                               "A difference may be reversed, or the minus of -x lost."},
)
kata.inherit(value, lambda wrong: lambda x: rule(wrong(x)), without=[
    "leaves_out_the_minus", "forgets_the_other_side", "uses_vectorize_on_an_empty_array", "patches_infinity_only",
    "returns_0_on_overflow",
    "replaces_nan_by_zero", "shifts_all_by_the_largest", "subtracts_the_maximum_from_infinity", "squeezes_with_tanh",
    "returns_the_derivative",
])

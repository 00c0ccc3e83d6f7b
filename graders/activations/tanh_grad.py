"""Properties that every right derivative of tanh has, and common mistakes."""

import math

import numpy as np

from gradkata import Kata, arg, same, st
from ._careless import uses_the_type_of_the_first_result
from ._inputs import far_out, finer, half, sigmoid
from ._slopes import declare_mistakes

kata = Kata("tanh_grad(x: (n)) -> (n)", x=st.arrays(arg("n"), elements=half | finer))
kata.domain(n=arg.size(1, 1200), x=arg.real())
kata.hints(
    "Where is tanh steepest, and where is it flat? What should the derivative be there?",
    "At x = 0 tanh is 0. What does the formula give there, and what does your code return?",
    "Compute tanh of every entry first, store it, and square the stored values, not x.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("Far from 0 the derivative tends to 0, without NaN and without an exception.", points=2,
          hint="Is any intermediate result infinite at 1000 or at -1000? np.tanh does not overflow.",
          x=st.arrays(arg("n"), elements=far_out | half))
kata.example("The derivative is largest at 0, where it is 1.", expected=np.ones(1), x=np.zeros(1))

@kata.property(points=0)
def is_even(tanh_grad, x):
    """The curve is as steep at -x as at x."""
    same(tanh_grad(-x), tanh_grad(x))

@kata.property(points=0)
def is_almost_1_near_0(tanh_grad, x):
    """The derivative lies between 1 - x² and 1, and is never negative: near 0 gradients pass almost unchanged."""
    slopes = tanh_grad(x)
    same(slopes, np.clip(slopes, np.maximum(0, 1 - x**2), 1))

@kata.property(points=0)
def is_made_of_the_slope_of_a_sigmoid(tanh_grad, x):
    """tanh'(x) = 4 σ'(2x), because tanh(x) = 2 σ(2x) - 1."""
    s = sigmoid(2 * x)
    same(tanh_grad(x), 4 * s * (1 - s))

@kata.misconception
def forgets_the_square(x):
    """Your result is 1 - tanh(x). On the left, where the curve is flat, it is above 1."""
    return 1 - np.tanh(x)

@kata.misconception(title="uses the rule for the sigmoid")
def takes_the_rule_for_the_sigmoid(x):
    """You apply the derivative rule of the sigmoid to tanh's value. The two curves have different rules."""
    return np.tanh(x) * (1 - np.tanh(x))

@kata.misconception
def differentiates_the_sigmoid(x):
    """You return the derivative of the sigmoid. Both curves are S-shaped, but tanh is 4 times as steep at 0."""
    return sigmoid(x) * (1 - sigmoid(x))

@kata.misconception(convention="code that passes the activation instead of the input",
                    title="treats x as the output of tanh")
def takes_x_for_the_activation(x):
    """You use x where the formula has tanh of x. Here x is the input of tanh."""
    return 1 - x**2

@kata.misconception
def adds_the_square(x):
    """Your result is largest where the curve is flat, as if the square were added to 1."""
    return 1 + np.tanh(x) ** 2

@kata.misconception
def squares_the_argument(x):
    """Your result is 1 - tanh(x²). The notation tanh² x means the square of the value."""
    return 1 - np.tanh(x**2)

@kata.misconception
def squares_the_difference(x):
    """You square the whole difference of 1 and tanh. Only tanh is squared."""
    return (1 - np.tanh(x)) ** 2

@kata.misconception
def doubles_instead_of_squaring(x):
    """Your result is 1 - 2 tanh(x). `**` squares, `*` multiplies."""
    return 1 - 2 * np.tanh(x)

@kata.misconception
def returns_only_the_square(x):
    """You return the square of tanh. That is how far the slope is below 1."""
    return np.tanh(x) ** 2

@kata.misconception
def divides_by_cosh_once(x):
    """You return 1/cosh(x). At 1 that is 0.65; compare it with a central difference there."""
    return np.exp(-np.logaddexp(x, -x)) * 2

@kata.misconception(title="differentiates tan")
def differentiates_the_tangent(x):
    """You return 1 + tan²(x), the derivative of the tangent of an angle. The rule for the hyperbolic tangent has
    another sign."""
    return 1 + np.tan(x) ** 2

@kata.misconception
def differentiates_the_arc_tangent(x):
    """You return the derivative of the arc tangent, which is S-shaped too. Its slope tends to 0 much more slowly."""
    return 1 / (1 + x**2)

@kata.misconception(hint="np.tanh gives ±1 where the exponentials overflow.")
def divides_infinity_by_infinity(x):
    """For large |x| your result is NaN: the exponentials overflow in numerator and denominator, and ∞/∞ and ∞ - ∞ are
    NaN."""
    return 1 - ((np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))) ** 2

@kata.misconception
def overflows_on_the_right(x):
    """For a very large x your result is NaN: e^(2x) overflows in both numerator and denominator, and ∞/∞ is NaN."""
    return 4 * np.exp(2 * x) / (1 + np.exp(2 * x)) ** 2

@kata.misconception(title="lets math.cosh overflow")
def overflows_cosh(x):
    """math.cosh raises OverflowError where NumPy's cosh returns infinity. Far out the slope is almost 0, which is not
    an error."""
    return np.array([1 / math.cosh(value) ** 2 for value in x])

@kata.misconception(title="uses x for tanh of x near 0")
def takes_the_argument_for_tanh_near_0(x):
    """Near 0 you use x itself for tanh of x. That is accurate to a few digits only."""
    return 1 - np.where(np.abs(x) < 0.1, x, np.tanh(x)) ** 2

@kata.misconception(title="differentiates twice")
def differentiates_twice(x):
    """Your result is 0 at 0, where the curve is steepest: it is the second derivative of tanh. Perhaps the power rule
    was applied to the formula."""
    return -2 * np.tanh(x) * (1 - np.tanh(x) ** 2)

@kata.misconception(title="doubles the argument")
def doubles_the_argument(x):
    """Your result is 1 - tanh²(2x). The factor 2 belongs to the formula that makes tanh of a sigmoid."""
    return 1 - np.tanh(2 * x) ** 2

declare_mistakes(kata, np.tanh, lambda t: 1 - t**2, lambda x: np.abs(x) <= 1, beyond=5, curve=np.tanh)
uses_the_type_of_the_first_result(kata, lambda x: 1 - np.tanh(x) ** 2, lambda first: abs(first) > 20)
kata.mistakes(say={
    "has_the_wrong_sign": "Your slope is negative, but tanh rises everywhere. Perhaps the difference is reversed.",
})

@kata.misconception(convention="LeCun's scaled tanh, 1.7159 tanh(2x/3)", title="scales tanh")
def scales_as_lecun_does(x):
    """You differentiate LeCun's scaled tanh. Here tanh itself is meant."""
    return 1.7159 * 2 / 3 * (1 - np.tanh(2 * x / 3) ** 2)

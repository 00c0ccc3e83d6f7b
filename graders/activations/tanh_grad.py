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
    "What is tanh at 0, and how steep is it there? Try your formula there.",
    "In tanh² x, what is squared: the argument, or the value?",
    "The derivative is written in terms of tanh's value. Which value is that when `x` is given?",
    "Is any intermediate result infinite at 1000 or at -1000?",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("Far from 0 the derivative fades to 0, without NaN and without an exception.", points=2,
          x=st.arrays(arg("n"), elements=far_out | half))
kata.example("The derivative is largest at 0, where it is 1.", expected=np.ones(1), x=np.zeros(1))

@kata.property(points=0)
def is_even(tanh_grad, x):
    """The curve is as steep at -x as at x."""
    same(tanh_grad(-x), tanh_grad(x))

@kata.property(points=0)
def lies_between_0_and_1(tanh_grad, x):
    """The derivative is never negative and never above 1."""
    assert (np.abs(tanh_grad(x) - 0.5) <= 0.5 + 1e-12).all()

@kata.property(points=0)
def is_made_of_the_slope_of_a_sigmoid(tanh_grad, x):
    """The slope of tanh at x is 4 times the slope of the sigmoid at 2x."""
    s = sigmoid(2 * x)
    same(tanh_grad(x), 4 * s * (1 - s))

@kata.misconception
def forgets_the_square(x):
    """You subtract tanh itself from 1, not its square. On the left, where the curve is flat, your result is above 1."""
    return 1 - np.tanh(x)

@kata.misconception
def takes_the_rule_for_the_sigmoid(x):
    """You apply the derivative rule of the sigmoid to tanh's value. The two curves have different rules."""
    return np.tanh(x) * (1 - np.tanh(x))

@kata.misconception
def differentiates_the_sigmoid(x):
    """You return the derivative of the sigmoid. Both curves are S-shaped, but tanh is 4 times as steep at 0."""
    return sigmoid(x) * (1 - sigmoid(x))

@kata.misconception(convention="code that passes the activation instead of the input")
def takes_x_for_the_activation(x):
    """You use x where the formula has tanh of x. Here x is the input of tanh."""
    return 1 - x**2

@kata.misconception
def adds_the_square(x):
    """You add the square of tanh to 1. Then the slope would be largest where the curve is flat."""
    return 1 + np.tanh(x) ** 2

@kata.misconception
def squares_the_argument(x):
    """You square x before you apply tanh. The notation means the square of the value."""
    return 1 - np.tanh(x**2)

@kata.misconception
def squares_the_difference(x):
    """You square the whole difference of 1 and tanh. Only tanh is squared."""
    return (1 - np.tanh(x)) ** 2

@kata.misconception
def doubles_instead_of_squaring(x):
    """You multiply tanh by 2 instead of squaring it."""
    return 1 - 2 * np.tanh(x)

@kata.misconception
def returns_only_the_square(x):
    """You return the square of tanh. That is how far the slope is below 1."""
    return np.tanh(x) ** 2

@kata.misconception
def divides_by_cosh_once(x):
    """You divide 1 by cosh only once. It occurs twice in the denominator."""
    return np.exp(-np.logaddexp(x, -x)) * 2

@kata.misconception
def differentiates_the_tangent(x):
    """You return the derivative of the tangent of an angle. That of the hyperbolic tangent has a different sign in
    it."""
    return 1 + np.tan(x) ** 2

@kata.misconception
def differentiates_the_arc_tangent(x):
    """You return the derivative of the arc tangent, which is S-shaped too. Its slope fades much more slowly."""
    return 1 / (1 + x**2)

@kata.misconception
def divides_infinity_by_infinity(x):
    """You build tanh from exponentials that overflow in numerator and denominator. Infinity divided by infinity, or
    infinity minus infinity, is NaN."""
    return 1 - ((np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))) ** 2

@kata.misconception
def overflows_on_the_right(x):
    """Your exponential of 2x overflows for a very large x and is in both numerator and denominator. Infinity divided
    by infinity is NaN."""
    return 4 * np.exp(2 * x) / (1 + np.exp(2 * x)) ** 2

@kata.misconception
def overflows_cosh(x):
    """math.cosh raises OverflowError where NumPy's cosh returns infinity. Far out the slope is 0, which is not an
    error."""
    return np.array([1 / math.cosh(value) ** 2 for value in x])

@kata.misconception
def takes_the_argument_for_tanh_near_0(x):
    """Near 0 you use x itself instead of tanh of x. That is accurate to a few digits only, and the grader compares
    nine."""
    return 1 - np.where(np.abs(x) < 0.1, x, np.tanh(x)) ** 2

declare_mistakes(kata, np.tanh, lambda t: 1 - t**2, lambda x: np.abs(x) <= 1, beyond=5, curve=np.tanh)
uses_the_type_of_the_first_result(kata, lambda x: 1 - np.tanh(x) ** 2, lambda first: abs(first) > 20)
kata.mistakes(say={
    "has_the_wrong_sign": "You subtract 1 from the square, so your slope is negative. tanh rises everywhere.",
})

@kata.misconception(convention="LeCun's scaled tanh, 1.7159 tanh(2x/3)")
def scales_as_lecun_does(x):
    """You differentiate a tanh that is stretched in both directions. This kata asks for tanh itself."""
    return 1.7159 * 2 / 3 * (1 - np.tanh(2 * x / 3) ** 2)

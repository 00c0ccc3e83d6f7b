"""Properties of every right hyperbolic tangent, and the usual mistakes."""

import math

import numpy as np

from gradkata import Kata, arg, same, st
from ._careless import loses_the_order, needs_one_truth_value, vectorizes_an_empty_array
from ._inputs import far_out, finer, half, sigmoid

kata = Kata("tanh_act(x: (n)) -> (n)", x=st.arrays(arg("n"), elements=half | finer))
kata.domain(n=arg.size(0, 2000), x=arg.real(also=(np.inf, -np.inf)))
kata.hints(
    "What are e^1000 and e^(-1000) in floating point? Which of the two is harmless?",
    "Divide numerator and denominator by e^x. Which exponential is left, and for which x can it overflow?",
    "If you know the value at |x|, how do you get the value at -|x|?",
    "e^(-2|x|) never overflows. Write the value at |x| with it alone, and give the result the sign of x.",
)

kata.contract(points=1)
kata.agreement(points=5)
kata.edge("Far from 0 the value is 1 or -1, without NaN and without an exception.", points=2,
          hint="Which exponential overflows there?", x=st.arrays(arg("n"), elements=far_out))
kata.edge("Infinities among other numbers give 1 and -1.", points=1,
          hint="Infinity divided by infinity, and infinity times 0, are NaN. Where does your code do that?",
          x=st.arrays(arg("n"), elements=st.sampled_from([np.inf, -np.inf]) | half))
kata.edge("Without numbers the result is empty.", points=1, n=0, x=np.zeros(0))
kata.example("The value at 0 is 0, and at -1000 it is -1.", expected=np.array([0.0, -1.0]), x=np.array([0.0, -1000.0]))


@kata.property(points=0)
def is_odd(tanh_act, x):
    """If a number changes its sign, so does its value."""
    same(tanh_act(-x), -tanh_act(x))


@kata.property(points=0)
def rises_from_minus_1_to_1(tanh_act, x):
    """The values lie between -1 and 1, and a larger number never has a smaller value."""
    values = tanh_act(np.sort(x))
    assert (np.abs(values) <= 1 + 1e-12).all()
    assert (np.diff(values) >= -1e-12).all()


@kata.property(points=0)
def is_a_stretched_sigmoid(tanh_act, x):
    """Half of the value at x/2, plus a half, is the sigmoid of x."""
    same(0.5 + 0.5 * tanh_act(x / 2), sigmoid(x))


@kata.misconception(hint="Divide numerator and denominator by the larger exponential.")
def divides_infinity_by_infinity(x):
    """For a large x your result is NaN: an exponential overflows in numerator and denominator, and ∞/∞ is NaN."""
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))


@kata.misconception(title="divides infinity by infinity on the right")
def overflows_on_the_right(x):
    """For a large positive x your result is NaN: e^(2x) overflows in numerator and denominator, and ∞/∞ is NaN. On the
    other side of 0 your form is safe."""
    return (np.exp(2 * x) - 1) / (np.exp(2 * x) + 1)


@kata.misconception(title="divides infinity by infinity on the left")
def overflows_on_the_left(x):
    """For a very negative x your result is NaN: e^(-2x) overflows in numerator and denominator, and ∞/∞ is NaN. On the
    other side of 0 your form is safe."""
    return (1 - np.exp(-2 * x)) / (1 + np.exp(-2 * x))


@kata.misconception(title="lets math.exp overflow")
def overflows_the_exponential(x):
    """Your function raises OverflowError for a large x, as math.exp does where NumPy's exp returns infinity. A large
    number is not an error."""
    return np.array([(math.exp(v) - math.exp(-v)) / (math.exp(v) + math.exp(-v)) for v in x])


@kata.misconception(title="leaves out the parentheses")
def leaves_out_the_parentheses(x):
    """Your result exceeds 1. Perhaps parentheses are missing: division binds more tightly than addition and
    subtraction."""
    return np.exp(x) - np.exp(-x) / np.exp(x) + np.exp(-x)


@kata.misconception(title="leaves out the denominator")
def leaves_out_the_denominator(x):
    """You return half the difference of the exponentials, which is the hyperbolic sine. It is unbounded."""
    return np.sinh(x)


@kata.misconception(title="does not double the argument of the sigmoid")
def does_not_double_the_argument(x):
    """You stretch σ(x) to the range from -1 to 1, but not its argument. Your curve rises half as fast as tanh."""
    return 2 * sigmoid(x) - 1


@kata.misconception
def returns_the_sigmoid(x):
    """You return the sigmoid, which is never negative. The values of tanh run from -1 to 1."""
    return sigmoid(x)


@kata.misconception(title="returns the slope")
def returns_the_slope(x):
    """You return the slope of tanh. Return its value."""
    return 1 - np.tanh(x) ** 2


needs_one_truth_value(kata, np.tanh)
vectorizes_an_empty_array(kata, np.tanh)
loses_the_order(kata, np.tanh)


@kata.misconception(convention="LeCun et al., who scale the curve", title="returns 1.7159 tanh(2x/3)")
def scales_the_curve(x):
    """Your curve runs from -1.7159 to 1.7159. Here tanh itself is meant."""
    return 1.7159 * np.tanh(2 * x / 3)


@kata.misconception(convention="PyTorch's Hardtanh", title="uses three straight lines")
def uses_three_straight_lines(x):
    """You limit the number itself to the range from -1 to 1. Here the curve is meant, which bends everywhere."""
    return np.clip(x, -1, 1)


kata.mistakes(say={
    "drops_the_sign": "At -x your result is that of x. Perhaps the sign does not come back after you took |x|.",
})

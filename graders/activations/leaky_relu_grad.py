"""Properties that every right derivative of the leaky rectifier has, and common mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._careless import uses_the_type_of_the_first_result
from ._inputs import at_the_kink, far_out, off_the_kink, sort_out
from ._rectifiers import declare_mistakes

kata = Kata("leaky_relu_grad(x: (n)) -> (n)", x=st.arrays(arg("n"), elements=off_the_kink))
kata.domain(n=arg.size(1, 1200), x=arg.real(-1000, 1000, least=1e-6))
kata.hints(
    "Draw the function. How steep is it to the right of 0, and how steep to the left?",
    "What is the slope at 3, at -0.5 and at -3? What decides between the two slopes?",
    "The result holds only two different numbers. Choose between them for each entry by comparing it with 0.",
)

kata.contract(points=1)
kata.agreement(points=5)
kata.edge("Close to the kink each side has its own slope.", points=2, x=st.arrays(arg("n"), elements=at_the_kink),
          hint="At which x exactly does your answer change from one slope to the other?")
kata.edge("Far from the kink the slope is the same as near it.", points=2, x=st.arrays(arg("n"), elements=far_out),
          hint="Does the slope at -1000 differ from the slope at -1?")
kata.example("The slopes at 3, -0.5 and -0.000001 are 1, 0.01 and 0.01.",
             expected=np.array([1.0, 0.01, 0.01]), x=np.array([3.0, -0.5, -1e-6]))
kata.example("If all entries are negative, all slopes are small.", expected=np.array([0.01, 0.01]),
             x=np.array([-3.0, -0.5]))

kata.equivalent("leaky_relu_grad_numpy: > -> >= in x > 0", reason="they differ only at 0, which does not occur")

@kata.property(points=0)
def mixes_1_and_the_slope_of_the_rectifier(leaky_relu_grad, x):
    """The slope is 0.01 plus 0.99 times the slope of the rectifier, so some gradient always passes."""
    same(leaky_relu_grad(x), 0.01 + 0.99 * (x > 0))

@kata.property(points=0)
def has_no_unit(leaky_relu_grad, x):
    """Scaling the input by a positive number leaves the slopes unchanged."""
    same(leaky_relu_grad(8 * x), leaky_relu_grad(x))

@kata.property(points=0)
def leads_back_to_the_function(leaky_relu_grad, x):
    """The slope times x is the function, which is a straight line through 0 on either side."""
    same(leaky_relu_grad(x) * x, np.maximum(x, 0.01 * x))

@kata.misconception(title="has a negative slope on the left")
def negates_the_leak(x):
    """Your slope is negative where x is negative. From left to right the function rises everywhere."""
    return sort_out(x, 1, -0.01)

@kata.misconception
def returns_the_value_on_the_left(x):
    """For negative x you return the function's value. The slope of a straight line is the same everywhere."""
    return np.where(x > 0, 1.0, 0.01 * x)

@kata.misconception
def returns_1_everywhere(x):
    """You return 1 everywhere, but on the left the function is much less steep. Perhaps 0.01 is filled in first, and
    then every positive slope is set to 1."""
    return np.ones_like(x)

@kata.misconception(title="has a slope of 0.1 on the left")
def leaks_a_tenth(x):
    """Your slope on the left is 0.1. Here it is another number."""
    return sort_out(x, 1, 0.1)

@kata.misconception(title="has a slope of 0.001 on the left")
def leaks_a_thousandth(x):
    """Your slope on the left is 0.001. Here it is another number."""
    return sort_out(x, 1, 0.001)

@kata.misconception
def reverses_the_comparison(x):
    """You return the small slope on the right and 1 on the left. Positive numbers pass unchanged."""
    return sort_out(x, 0.01, 1)

@kata.misconception(title="adds the small slope to 1 on the left")
def adds_the_leak_on_the_left(x):
    """Your slope on the left is 1.01. The small slope replaces the 1 there."""
    return sort_out(x, 1, 1.01)

@kata.misconception(title="adds the small slope on both sides")
def adds_the_leak_everywhere(x):
    """Your slope on the right is 1.01. The small slope belongs to the left side only."""
    return sort_out(x, 1.01, 0.01)

@kata.misconception
def compares_with_the_slope(x):
    """You return the small slope up to x = 0.01. Perhaps `x` is compared with the slope; the function bends at 0."""
    return np.where(x > 0.01, 1.0, 0.01)

@kata.misconception
def compares_with_a_small_positive_number(x):
    """Just right of 0 you return the slope of the left side, as if you compared x with a small positive number. The
    slope changes at 0."""
    return np.where(x > 1e-5, 1.0, 0.01)

@kata.misconception(title="returns the loss of slope on the left")
def returns_what_leaks_away(x):
    """Your slope on the left is 0.99. The function rises there by 0.01 for each unit of x."""
    return sort_out(x, 1, 0.99)

@kata.misconception
def returns_the_value_on_the_right(x):
    """For positive x you return the function's value, x. The slope of a straight line is the same everywhere."""
    return np.where(x > 0, x, 0.01)

declare_mistakes(kata, 0.01, the_1=1.0, the_leak=0.01)
uses_the_type_of_the_first_result(kata, lambda x: sort_out(x, 1, 0.01), lambda first: first > 0)
# More plausible mistakes sort the slopes, drop their digits and move the kink.
kata.mistakes(without=["is_sorted", "is_sorted_in_descending_order", "truncates_the_arguments", "truncates_the_result",
                       "rounds_to_whole_numbers", "rounds_to_1_decimals"])

@kata.misconception(convention="the plain rectifier", title="has a slope of 0 on the left")
def does_not_leak(x):
    """Your slope on the left is 0. Here some gradient passes there."""
    return sort_out(x, 1, 0)

@kata.misconception(convention="tf.nn.leaky_relu; DCGAN (Radford et al. 2016)", title="has a slope of 0.2 on the left")
def leaks_a_fifth(x):
    """Your slope on the left is 0.2. Here it is that of the original paper."""
    return sort_out(x, 1, 0.2)

@kata.misconception(convention="the layer LeakyReLU of Keras", title="has a slope of 0.3 on the left")
def leaks_three_tenths(x):
    """Your slope on the left is 0.3. Here it is that of the original paper."""
    return sort_out(x, 1, 0.3)

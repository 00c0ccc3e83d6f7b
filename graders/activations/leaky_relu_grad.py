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
    "Does the slope at -3 differ from the slope at -0.5?",
    "What decides between the two slopes: an entry itself, or the array as a whole?",
    "At which x exactly does your answer change from one slope to the other?",
)

kata.contract(points=1)
kata.agreement(points=5)
kata.edge("Close to the kink each side has its own slope.", points=2, x=st.arrays(arg("n"), elements=at_the_kink))
kata.edge("Far from the kink the slope is the same as near it.", points=2, x=st.arrays(arg("n"), elements=far_out))
kata.example("The statement's numbers.", expected=np.array([1.0, 0.01, 0.01]), x=np.array([3.0, -0.5, -1e-6]))
kata.example("If all entries are negative, all slopes are small.", expected=np.array([0.01, 0.01]),
             x=np.array([-3.0, -0.5]))

kata.equivalent("leaky_relu_grad_numpy: > -> >= in x > 0", reason="they differ only at 0, which is never passed")

@kata.property(points=0)
def is_1_or_a_hundredth(leaky_relu_grad, x):
    """The derivative takes only two values, 1 and 0.01."""
    grad = leaky_relu_grad(x)
    assert ((np.abs(grad - 1) < 1e-9) | (np.abs(grad - 0.01) < 1e-9)).all()

@kata.property(points=0)
def has_no_unit(leaky_relu_grad, x):
    """Multiplying every entry by 8 changes no slope."""
    same(leaky_relu_grad(8 * x), leaky_relu_grad(x))

@kata.property(points=0)
def leads_back_to_the_function(leaky_relu_grad, x):
    """The slope times x is the function, which is a straight line through 0 on either side."""
    same(leaky_relu_grad(x) * x, np.maximum(x, 0.01 * x))

@kata.misconception
def negates_the_leak(x):
    """Your slope on the left is negative, as if the function decreased there. It increases, only slowly."""
    return sort_out(x, 1, -0.01)

@kata.misconception
def returns_the_value_on_the_left(x):
    """You return 1 on the right, but on the left the function's value instead of its slope. A straight line has the
    same slope everywhere."""
    return np.where(x > 0, 1.0, 0.01 * x)

@kata.misconception
def returns_1_everywhere(x):
    """You return 1 everywhere, as when you fill in 0.01 first and then set every positive slope to 1. On the left the
    function is much less steep."""
    return np.ones_like(x)

@kata.misconception
def leaks_a_tenth(x):
    """Your slope on the left is 0.1. The statement asks for another one."""
    return sort_out(x, 1, 0.1)

@kata.misconception
def leaks_a_thousandth(x):
    """Your slope on the left is 0.001. The statement asks for another one."""
    return sort_out(x, 1, 0.001)

@kata.misconception
def reverses_the_comparison(x):
    """You return the small slope on the right and 1 on the left. Positive numbers pass unchanged."""
    return sort_out(x, 0.01, 1)

@kata.misconception
def adds_the_leak_on_the_left(x):
    """You start with 1 everywhere and add the leak on the left. The leak replaces the 1 there."""
    return sort_out(x, 1, 1.01)

@kata.misconception
def adds_the_leak_everywhere(x):
    """You add the leak to the slope of the rectifier on both sides. On the right nothing leaks."""
    return sort_out(x, 1.01, 0.01)

@kata.misconception
def compares_with_the_slope(x):
    """You compare x with the slope 0.01. The function bends at 0."""
    return np.where(x > 0.01, 1.0, 0.01)

@kata.misconception
def compares_with_a_small_positive_number(x):
    """You compare x with a small positive number instead of 0. Just right of 0 the slope is already 1."""
    return np.where(x > 1e-5, 1.0, 0.01)

declare_mistakes(kata, 0.01, the_1=1.0, the_leak=0.01)
uses_the_type_of_the_first_result(kata, lambda x: sort_out(x, 1, 0.01), lambda first: first > 0)
# The slopes are sorted, lose their digits, and the kink is moved, by more plausible mistakes.
kata.mistakes(without=["is_sorted", "is_sorted_in_descending_order", "truncates_the_arguments", "truncates_the_result",
                       "rounds_to_whole_numbers", "rounds_to_1_decimals"])

@kata.misconception(convention="the plain rectifier")
def does_not_leak(x):
    """You return 0 on the left, as for the rectifier without a leak. This one has a small slope there."""
    return sort_out(x, 1, 0)

@kata.misconception(convention="TensorFlow's leaky_relu and many GANs: 0.2")
def leaks_a_fifth(x):
    """Your slope on the left is 0.2. This kata uses the slope of the original paper."""
    return sort_out(x, 1, 0.2)

@kata.misconception(convention="Keras, whose LeakyReLU has the slope 0.3")
def leaks_three_tenths(x):
    """Your slope on the left is 0.3. This kata uses the slope of the original paper."""
    return sort_out(x, 1, 0.3)

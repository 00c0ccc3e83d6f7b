"""Properties that every right derivative of the rectifier has, and common mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._careless import needs_one_truth_value
from ._imprecise import adds_epsilons
from ._inputs import at_the_kink, far_out, off_the_kink, sigmoid, sort_out
from ._rectifiers import declare_mistakes

kata = Kata("relu_grad(x: (n)) -> (n)", x=st.arrays(arg("n"), elements=off_the_kink))
kata.domain(n=arg.size(1, 1200), x=arg.real(-1000, 1000, least=1e-6))
kata.hints(
    "Draw max(0, x). How steep is it to the right of 0, and how steep to the left?",
    "What is the slope at 3, at 0.5 and at -2? What decides between the two slopes?",
    "What does `x > 0` return for an array, and how do you turn that into floats?",
)

kata.contract(points=1)
kata.agreement(points=5)
kata.edge("Close to the kink each side has its own slope.", points=2, x=st.arrays(arg("n"), elements=at_the_kink),
          hint="At which x exactly does your answer change from one slope to the other?")
kata.edge("Far from the kink the slope is the same as near it.", points=2, x=st.arrays(arg("n"), elements=far_out),
          hint="Does the slope at 1000 differ from the slope at 1?")
kata.example("The slopes at 3, -0.5 and 0.000001 are 1, 0 and 1.",
             expected=np.array([1.0, 0.0, 1.0]), x=np.array([3.0, -0.5, 1e-6]))
kata.example("The slopes at 32, 890.123 and -67.89 are 1, 1 and 0.",
             expected=np.array([1.0, 1.0, 0.0]), x=np.array([32.0, 890.123, -67.89]))
kata.example("If all entries are negative, all slopes are 0.", expected=np.zeros(2), x=np.array([-3.0, -0.5]))

kata.equivalent("relu_grad_numpy: swap arguments in np.where(x > 0, 1.0, 0.0)",
                reason="1.0 counts as true, and NumPy converts the comparison to float because of 0.0")
kata.equivalent("relu_grad_numpy: > -> >= in x > 0", reason="they differ only at 0, which does not occur")

@kata.property(points=0)
def is_0_or_1(relu_grad, x):
    """The derivative takes only two values, 0 and 1."""
    grad = relu_grad(x)
    assert ((grad == 0) | (grad == 1)).all()

@kata.property(points=0)
def has_no_unit(relu_grad, x):
    """Scaling the input by a positive number leaves the slopes unchanged."""
    same(relu_grad(8 * x), relu_grad(x))

@kata.property(points=0)
def passes_either_x_or_minus_x(relu_grad, x):
    """Either x or -x passes, never both: their slopes add up to 1."""
    same(relu_grad(x) + relu_grad(-x), np.ones(len(x)))

@kata.property(points=0)
def leads_back_to_the_rectifier(relu_grad, x):
    """The slope times x is the rectifier, which is a straight line through 0 on either side."""
    same(relu_grad(x) * x, np.maximum(x, 0))

@kata.misconception
def returns_1_everywhere(x):
    """You return 1 everywhere, but on the left the rectifier is flat. Perhaps you compare its output with 0, which is
    never negative."""
    return np.ones_like(x)

@kata.misconception
def reverses_the_comparison(x):
    """You return 1 on the left and 0 on the right. The rectifier is flat where x is negative."""
    return sort_out(x, 0, 1)

@kata.misconception(title="returns Booleans", hint="Which call turns an array of Booleans into floats?")
def returns_truth_values(x):
    """You return True and False. A slope is a number that gradients are multiplied by."""
    return x > 0

@kata.misconception(title="writes into the argument")
def works_in_place(x):
    """Your slopes are right, but you write them into `x`. The caller still needs the original array."""
    x[:] = x > 0
    return x

@kata.misconception(title="leaves the negative entries unchanged")
def keeps_the_negative_entries(x):
    """Where x is negative you return x itself. Perhaps only the positive entries of a copy of `x` are overwritten."""
    return np.where(x > 0, 1.0, x)

needs_one_truth_value(kata, lambda x: float(x[0] > 0))
declare_mistakes(kata, 0.0, the_1=1.0)
adds_epsilons(kata, lambda epsilon, x: np.maximum(x, 0) / (np.abs(x) + epsilon))
# The slopes are sorted, and the kink is moved, by more plausible mistakes.
kata.mistakes(without=["is_sorted", "is_sorted_in_descending_order", "truncates_the_arguments", "changes_x"])

@kata.misconception(convention="the leaky rectifier", title="keeps a small slope on the left")
def leaks(x):
    """Your slope on the left is 0.01. Here the rectifier is flat there."""
    return sort_out(x, 1, 0.01)

@kata.misconception(convention="ReLU6 in mobile networks, which is capped at 6", title="is flat above 6")
def ends_at_6(x):
    """Your slope is 0 above 6 as well. Here the rectifier has no upper limit."""
    return np.where(x < 6, sort_out(x, 1, 0), 0.0)

@kata.misconception(convention="softplus, the smooth rectifier")
def differentiates_softplus(x):
    """You return the slope of softplus, which changes gradually. Here the slope jumps at 0."""
    return sigmoid(x)

"""Properties that every right derivative of the rectifier has, and common mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._imprecise import adds_epsilons
from ._inputs import at_the_kink, far_out, off_the_kink, sigmoid, sort_out
from ._rectifiers import declare_mistakes

kata = Kata("relu_grad(x: (n)) -> (n)", x=st.arrays(arg("n"), elements=off_the_kink))
kata.domain(n=arg.size(1, 1200), x=arg.real(-1000, 1000, least=1e-6))
kata.hints(
    "Draw max(0, x). How steep is it to the right of 0, and how steep to the left?",
    "What decides between the two slopes: an entry itself, or the array as a whole?",
    "Is a truth value a number? How do you turn the result of a comparison into numbers?",
    "At which x exactly does your answer change from one slope to the other?",
)

kata.contract(points=1)
kata.agreement(points=5)
kata.edge("Close to the kink each side has its own slope.", points=2, x=st.arrays(arg("n"), elements=at_the_kink))
kata.edge("Far from the kink the slope is the same as near it.", points=2, x=st.arrays(arg("n"), elements=far_out))
kata.example("The statement's numbers.", expected=np.array([1.0, 0.0, 1.0]), x=np.array([3.0, -0.5, 1e-6]))
kata.example("If all entries are negative, all slopes are 0.", expected=np.zeros(2), x=np.array([-3.0, -0.5]))

kata.equivalent("relu_grad_numpy: swap arguments in np.where(x > 0, 1.0, 0.0)",
                reason="1.0 counts as true, and NumPy converts the comparison to float because of 0.0")
kata.equivalent("relu_grad_numpy: > -> >= in x > 0", reason="they differ only at 0, which is never passed")

@kata.property(points=0)
def is_0_or_1(relu_grad, x):
    """The derivative takes only two values, 0 and 1."""
    grad = relu_grad(x)
    assert ((grad == 0) | (grad == 1)).all()

@kata.property(points=0)
def has_no_unit(relu_grad, x):
    """Multiplying every entry by 8 changes no slope."""
    same(relu_grad(8 * x), relu_grad(x))

@kata.property(points=0)
def leads_back_to_the_rectifier(relu_grad, x):
    """The slope times x is the rectifier, which is a straight line through 0 on either side."""
    same(relu_grad(x) * x, np.maximum(x, 0))

@kata.misconception
def returns_1_everywhere(x):
    """You return 1 everywhere, as when you compare the rectifier's output, which is never negative, with 0. On the
    left the rectifier is flat."""
    return np.ones_like(x)

@kata.misconception
def reverses_the_comparison(x):
    """You return 1 on the left and 0 on the right. The rectifier is flat where x is negative."""
    return sort_out(x, 0, 1)

@kata.misconception
def returns_truth_values(x):
    """You return True and False. A slope is a number that is multiplied by others."""
    return x > 0

@kata.misconception
def works_in_place(x):
    """Your values are right, but you write them into the argument. The caller still needs the original array."""
    x[:] = x > 0
    return x

declare_mistakes(kata, 0.0, the_1=1.0)
adds_epsilons(kata, lambda epsilon, x: np.maximum(x, 0) / (np.abs(x) + epsilon))
# The slopes are sorted, and the kink is moved, by more plausible mistakes.
kata.mistakes(without=["is_sorted", "is_sorted_in_descending_order", "truncates_the_arguments", "changes_x"])

@kata.misconception(convention="the leaky rectifier")
def leaks(x):
    """You keep a slope of 0.01 on the left. The plain rectifier is flat there."""
    return sort_out(x, 1, 0.01)

@kata.misconception(convention="ReLU6 in mobile networks, which is capped at 6")
def ends_at_6(x):
    """You stop the gradient above 6 as well. The plain rectifier has no upper limit."""
    return np.where(x < 6, sort_out(x, 1, 0), 0.0)

@kata.misconception(convention="softplus, the smooth rectifier")
def differentiates_softplus(x):
    """You return the slope of softplus, which bends gradually. The rectifier has a kink."""
    return sigmoid(x)

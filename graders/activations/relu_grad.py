"""What must hold of any right derivative of the rectifier, and the ways it usually goes wrong."""

import numpy as np

from graders import Kata, arg, same, st
from graders.activations._inputs import at_the_kink, change_in_place, difference, far_out
from graders.activations._inputs import off_the_kink, sigmoid, sort_out

kata = Kata("relu_grad(x: (n)) -> (n)", x=st.arrays(arg("n"), elements=off_the_kink))
kata.hints(
    "Draw max(0, x). How steep is it on the right of 0, and how steep on the left?",
    "What decides between the two slopes: an entry itself, or the array as a whole?",
    "Is a truth value a number? How do you make numbers of a comparison?",
    "How near to 0 does your answer change from one slope to the other?",
)

kata.contract(points=1)
kata.agreement(points=5)
kata.edge("Close to the kink each side has its own slope.", points=2, x=st.arrays(arg("n"), elements=at_the_kink))
kata.edge("Far from the kink the slope is the same as near it.", points=2, x=st.arrays(arg("n"), elements=far_out))
kata.example("The statement's numbers.", expected=np.array([1.0, 0.0, 1.0]), x=np.array([3.0, -0.5, 1e-6]))
kata.example("Where all entries are negative, nothing passes.", expected=np.zeros(2), x=np.array([-3.0, -0.5]))

kata.equivalent("relu_grad_numpy: swap arguments in np.where(x > 0, 1.0, 0.0)",
                reason="1.0 counts as true, and beside 0.0 the comparison becomes the floats 1.0 and 0.0")
kata.equivalent("relu_grad_numpy: > -> >= in x > 0", reason="they differ at 0 alone, which is never asked")

@kata.property(points=0)
def is_0_or_1(relu_grad, x):
    """The derivative has two values, 0 and 1."""
    grad = relu_grad(x)
    assert ((grad == 0) | (grad == 1)).all()

@kata.property(points=0)
def has_no_unit(relu_grad, x):
    """Making every entry 8 times as large changes no slope."""
    same(relu_grad(8 * x), relu_grad(x))

@kata.property(points=0)
def leads_back_to_the_rectifier(relu_grad, x):
    """Slope times x is the rectifier: it is a straight line on either side."""
    same(relu_grad(x) * x, np.maximum(x, 0))

@kata.misconception
def returns_the_value(x):
    """You return the rectifier itself. Its slope is asked for, which is as large at 1 as at 10."""
    return np.maximum(x, 0)

@kata.misconception
def returns_the_sign(x):
    """You return the sign, which is the slope of |x|. The rectifier does not fall on the left; it is flat."""
    return np.sign(x)

@kata.misconception
def lets_everything_pass(x):
    """You return 1 everywhere, as when the rectifier's output, which is never negative, is compared with 0. On the
    left the rectifier is flat."""
    return np.ones_like(x)

@kata.misconception
def turns_the_comparison(x):
    """You return 1 on the left and 0 on the right. The rectifier is flat where x is negative."""
    return sort_out(x, 0, 1)

@kata.misconception
def returns_truth_values(x):
    """You return True and False. A slope is a number, to be multiplied with others."""
    return x > 0

@kata.misconception
def asks_whether_all_are_positive(x):
    """You decide for the whole array at once, and call it positive when all entries are. Every entry has a slope
    of its own."""
    return np.full_like(x, (x > 0).all())

@kata.misconception
def asks_whether_any_is_positive(x):
    """You decide for the whole array at once, and call it positive when some entry is. Every entry has a slope of
    its own."""
    return np.full_like(x, (x > 0).any())

@kata.misconception
def finds_the_largest_entry(x):
    """You take the maximum over the array, and only the largest entry passes. The rectifier compares each entry with
    0 and with no other."""
    return np.where((x == x.max()) & (x > 0), 1.0, 0.0)

@kata.misconception
def begins_at_1(x):
    """Your slope changes at 1. The rectifier bends at 0."""
    return np.where(x >= 1, 1.0, 0.0)

@kata.misconception
def looks_at_the_first_entry(x):
    """You look at the first entry alone and give its slope to all of them."""
    return np.full_like(x, x[0] > 0)

@kata.misconception
def leaves_out_the_last(x):
    """Your loop ends one entry early, so the last one keeps the slope that you began with."""
    return np.append(sort_out(x[:-1], 1, 0), 0.0)

@kata.misconception
def takes_a_difference(x):
    """You take a difference quotient. Near the kink the step reaches across it, and far away it is lost in
    rounding."""
    return difference(lambda z: np.maximum(z, 0), x)

@kata.misconception
def takes_small_numbers_for_0(x):
    """You treat everything within 1e-5 of the kink as the kink itself. Only 0 is, and it is not asked."""
    return np.where(np.abs(x) < 1e-5, 0.5, sort_out(x, 1, 0))

@kata.misconception
def passes_a_little_on_the_left(x):
    """You compare x with a small negative number where 0 belongs. Just left of 0 the slope is 0 already."""
    return np.where(x < -1e-5, 0.0, 1.0)

@kata.misconception
def adds_an_epsilon(x):
    """You divide the rectifier by |x| and a small number. That guards against 0, and makes every slope too small."""
    return np.maximum(x, 0) / (np.abs(x) + 1e-8)

@kata.misconception
def blurs_the_kink(x):
    """You replace the jump by a steep curve. Close to the kink that has neither slope."""
    return sigmoid(2000 * x)

@kata.misconception
def works_in_place(x):
    """Your values are right, but you write them into the argument. Whoever called you still needs it."""
    return change_in_place(x, sort_out(x, 1, 0))

@kata.misconception(convention="the leaky rectifier")
def leaks(x):
    """You keep a slope of 0.01 on the left. The plain rectifier is flat there."""
    return sort_out(x, 1, 0.01)

@kata.misconception(convention="ReLU6 of mobile networks, which ends at 6")
def ends_at_6(x):
    """You stop the gradient above 6 as well. The plain rectifier has no end."""
    return np.where(x < 6, sort_out(x, 1, 0), 0.0)

@kata.misconception(convention="softplus, the smooth rectifier")
def derives_softplus(x):
    """You return the slope of softplus, which bends gradually. The rectifier has a kink."""
    return sigmoid(x)

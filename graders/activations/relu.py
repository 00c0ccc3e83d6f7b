"""Properties of every right rectifier, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._careless import loses_the_order, needs_one_truth_value
from ._inputs import at_the_kink, finer, half


def right(x):
    """The rectifier: ``(n)->(n)``."""
    return np.maximum(x, 0)


kata = Kata("relu(x: (n)) -> (n)", x=st.arrays(arg("n"), elements=half | finer))
kata.domain(n=arg.size(0, 2000), x=arg.real(-1000, 1000))
kata.hints(
    "Draw max(0, x). What becomes of 3, of 0.5 and of -2?",
    "Each entry is compared with 0 by itself. Which of `np.max` and `np.maximum` compares entry by entry?",
)

kata.contract(points=1)
kata.agreement(points=8)
kata.edge("Close to 0 positive numbers stay and negative ones become 0.", points=0,
          x=st.arrays(arg("n"), elements=at_the_kink))
kata.edge("Without numbers the result is empty.", points=1, n=0, x=np.zeros(0))
kata.example("3, -0.5 and 0 give 3, 0 and 0.", expected=np.array([3.0, 0.0, 0.0]), x=np.array([3.0, -0.5, 0.0]))


@kata.property(points=0)
def changes_nothing_the_second_time(relu, x):
    """Applied to its own result, the rectifier changes nothing."""
    same(relu(relu(x)), relu(x))


@kata.property(points=0)
def splits_a_number_into_two_parts(relu, x):
    """The result for x minus the result for -x is x."""
    same(relu(x) - relu(-x), x)


@kata.property(points=0)
def keeps_its_shape_on_every_positive_scale(relu, x):
    """Numbers that are eight times as large have results that are eight times as large, and very small ones keep
    their digits."""
    same(relu(8 * x), 8 * relu(x))
    same(relu(x / 2**60) * 2**60, relu(x))


@kata.property(points=0)
def is_never_negative(relu, x):
    """No result is negative."""
    assert (relu(x) >= 0).all()


@kata.misconception
def keeps_the_negative_numbers(x):
    """You keep the negative numbers and replace the positive ones by 0. The rectifier passes on what is positive."""
    return np.minimum(x, 0)


@kata.misconception
def returns_the_absolute_value(x):
    """You return the absolute value, so that -3 and 3 have the same result. What is negative becomes 0."""
    return np.abs(x)


@kata.misconception(title="has an upper limit of 1")
def clips_at_1(x):
    """You limit the result to the range from 0 to 1. The rectifier has no upper limit."""
    return np.clip(x, 0, 1)


@kata.misconception(title="writes into the argument", hint="Does `y = x` make a copy?")
def works_in_place(x):
    """Your values are right, but you write them into `x`. The caller still needs the original array."""
    x[x < 0] = 0
    return x


@kata.misconception(title="compares the whole array at once")
def takes_the_largest_entry(x):
    """All your results are the largest entry, or 0. Perhaps np.max is used where two numbers are to be compared. Each
    entry is compared with 0 by itself."""
    return np.full_like(x, np.max(x, initial=0.0))


@kata.misconception(title="uses Python's max on an array", hint="np.maximum compares entry by entry.")
def uses_the_builtin_max(x):
    """Your function works for at most one number and raises ValueError for more, as Python's `max` does: it needs one
    truth value for the whole comparison."""
    return max(0, x)


@kata.misconception(title="returns the slope")
def returns_the_slope(x):
    """You return 1 for positive numbers. That is the slope of the rectifier, not its value."""
    return np.where(x > 0, 1.0, 0.0)


@kata.misconception(title="leaves out the negative entries")
def drops_the_negative_entries(x):
    """Your result is shorter than `x`, because you keep only the positive entries. A negative entry becomes a 0 in its
    place."""
    return x[x > 0]


@kata.misconception(title="gives all results the type of the first")
def uses_the_type_of_the_first_result(x):
    """If the first result is the integer 0, the others are truncated to integers, as with np.vectorize, which also
    refuses an empty array."""
    return np.vectorize(lambda value: value if value > 0 else 0)(x)


needs_one_truth_value(kata, right)
loses_the_order(kata, right)


@kata.misconception(convention="the leaky rectifier", title="keeps a small part of negative numbers")
def leaks(x):
    """You return a hundredth of each negative number. Here a negative number becomes 0."""
    return np.where(x > 0, x, 0.01 * x)


@kata.misconception(convention="ReLU6 in mobile networks", title="has an upper limit of 6")
def ends_at_6(x):
    """You limit the result to 6. Here the rectifier has no upper limit."""
    return np.clip(x, 0, 6)


@kata.misconception(convention="softplus, the smooth rectifier")
def returns_softplus(x):
    """Your curve bends gradually, and is above 0 on the left as well. Here it is exactly 0 there."""
    return np.logaddexp(0, x)

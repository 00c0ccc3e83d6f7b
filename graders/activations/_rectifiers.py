"""Common mistakes in the slope of a rectifier, whatever its slope on the left."""

import numpy as np

from gradkata import mistakes
from ._careless import leaves_one_out, loses_the_order
from ._inputs import sigmoid, sort_out


def declare_mistakes(kata, left, **starts):
    """Declare wrong answers for a slope of ``left`` on the left and 1 on the right; ``starts`` names the initial
    values of loops."""

    def right(x):
        return sort_out(x, 1, left)

    def value(x):
        return np.maximum(x, left * x)

    @kata.misconception(title="returns the value instead of the slope",
                        hint="The function is a straight line on either side of 0. How steep is each?")
    def returns_the_value(x):
        """You return the function's value. Its slope is the same at 1 and at 10."""
        return value(x)

    @kata.misconception(title="returns the value if all entries are positive")
    def returns_x_where_all_are_positive(x):
        """If all entries are positive, you return x, which is the function's value. Its slope is the same at 1 and at
        10."""
        return x.copy() if (x > 0).all() else right(x)

    @kata.misconception
    def returns_the_sign(x):
        """You return the sign of x, which is the slope of |x|. This function does not decrease on the left."""
        return np.sign(x)

    @kata.misconception(title="clips x to the range of the slopes")
    def clips_the_numbers(x):
        """You clip x to the range between the two slopes, so 0.3 stays 0.3. Each slope is one of two numbers."""
        return np.clip(x, left, 1)

    @kata.misconception(title="decides once for the whole array")
    def asks_whether_all_are_positive(x):
        """All your slopes are equal: those of the right side if all entries are positive, otherwise those of the left.
        Each entry has its own slope."""
        return np.full_like(x, 1 if (x > 0).all() else left)

    @kata.misconception(title="decides once for the whole array")
    def asks_whether_any_is_positive(x):
        """All your slopes are equal: those of the right side if any entry is positive, otherwise those of the left.
        Each entry has its own slope."""
        return np.full_like(x, 1 if (x > 0).any() else left)

    @kata.misconception(title="gives all entries the slope of the first")
    def looks_at_the_first_entry(x):
        """All your slopes are that of the first entry. Each entry has its own slope."""
        return np.full_like(x, right(x[:1])[0])

    @kata.misconception(title="compares each entry with the largest")
    def finds_the_largest_entry(x):
        """Only the largest entry can have the slope of the right side. Perhaps np.max is used for np.maximum. Compare
        each entry with 0, not with the others."""
        return np.where(x == x.max(), right(x), left)

    @kata.misconception(title="changes the slope at 1 instead of 0")
    def puts_the_kink_at_1(x):
        """Your slope changes at 1. Perhaps `x` is truncated to integers. The function bends at 0."""
        return np.where(x >= 1, 1.0, left)

    @kata.misconception(title="treats numbers near 0 as 0")
    def treats_small_numbers_as_0(x):
        """Within 1e-5 of 0 you return the mean of the two slopes. Only 0 itself is the kink, and 0 does not occur."""
        return np.where(np.abs(x) < 1e-5, (1 + left) / 2, right(x))

    @kata.misconception
    def compares_with_a_small_negative_number(x):
        """Just left of 0 you return the slope of the right side, as if you compared x with a small negative number.
        The slope changes at 0."""
        return np.where(x < -1e-5, left, 1.0)

    @kata.misconception(title="replaces the jump by a steep curve")
    def blurs_the_kink(x):
        """Close to 0 your values lie between the two slopes. The slope jumps from one to the other."""
        return left + (1 - left) * sigmoid(2000 * x)

    loses_the_order(kata, right)
    leaves_one_out(kata, right, **starts)
    for wrong in mistakes.by_differences(lambda quotient, x: quotient(value, x)):
        kata.misconception(wrong)

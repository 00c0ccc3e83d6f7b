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

    @kata.misconception
    def returns_the_value(x):
        """You return the function itself. The kata asks for its slope, which is the same at 1 and at 10."""
        return value(x)

    @kata.misconception
    def returns_x_where_all_are_positive(x):
        """You return x itself if all entries are positive. That is the function's value, and the kata asks for its
        slope."""
        return x.copy() if (x > 0).all() else right(x)

    @kata.misconception
    def returns_the_sign(x):
        """You return the sign, which is the slope of |x|. This function does not decrease on the left."""
        return np.sign(x)

    @kata.misconception
    def clips_the_numbers(x):
        """You clip x to the range between the two slopes, so 0.3 stays 0.3. The slope is always one of two numbers."""
        return np.clip(x, left, 1)

    @kata.misconception
    def asks_whether_all_are_positive(x):
        """You decide once for the whole array, and treat it as positive if all entries are. Every entry has its own
        slope."""
        return np.full_like(x, 1 if (x > 0).all() else left)

    @kata.misconception
    def asks_whether_any_is_positive(x):
        """You decide once for the whole array, and treat it as positive if any entry is. Every entry has its own
        slope."""
        return np.full_like(x, 1 if (x > 0).any() else left)

    @kata.misconception
    def looks_at_the_first_entry(x):
        """You look only at the first entry and give its slope to all of them."""
        return np.full_like(x, right(x[:1])[0])

    @kata.misconception
    def finds_the_largest_entry(x):
        """You take the maximum over the array, so only the largest entry passes. Each entry is compared with 0, not
        with the others."""
        return np.where(x == x.max(), right(x), left)

    @kata.misconception
    def puts_the_kink_at_1(x):
        """Your slope changes at 1, as when int() truncates 0.5 to 0. The function bends at 0."""
        return np.where(x >= 1, 1.0, left)

    @kata.misconception
    def treats_small_numbers_as_0(x):
        """You treat everything within 1e-5 of the kink as the kink itself. Only 0 is the kink, and 0 is never
        passed."""
        return np.where(np.abs(x) < 1e-5, (1 + left) / 2, right(x))

    @kata.misconception
    def compares_with_a_small_negative_number(x):
        """You compare x with a small negative number instead of 0. Just left of 0 the function already has the slope
        of the left side."""
        return np.where(x < -1e-5, left, 1.0)

    @kata.misconception
    def blurs_the_kink(x):
        """You replace the jump by a steep curve. Close to the kink its values are neither of the two slopes."""
        return left + (1 - left) * sigmoid(2000 * x)

    loses_the_order(kata, right)
    leaves_one_out(kata, right, **starts)
    for wrong in mistakes.by_differences(lambda quotient, x: quotient(value, x)):
        kata.misconception(wrong)

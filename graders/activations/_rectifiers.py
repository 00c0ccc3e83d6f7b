"""The ways in which the slope of a rectifier goes wrong, whatever its slope on the left."""

import numpy as np

from ._careless import leaves_one_out, loses_the_order, works_in_place
from ._imprecise import differences
from ._inputs import sigmoid, sort_out


def mistakes(left, **starts):
    """Wrong answers for a slope of ``left`` on the left and 1 on the right; ``starts`` is what loops begin with."""

    def right(x):
        return sort_out(x, 1, left)

    def value(x):
        return np.maximum(x, left * x)

    def returns_the_value(x):
        """You return the function itself. Its slope is asked for, which is as large at 1 as at 10."""
        return value(x)

    def returns_x_where_all_are_positive(x):
        """You return x itself where all of it is positive. That is the function's value, and its slope is asked for."""
        return x.copy() if (x > 0).all() else right(x)

    def returns_the_sign(x):
        """You return the sign, which is the slope of |x|. This function does not fall on the left."""
        return np.sign(x)

    def clips_the_numbers(x):
        """You cut the numbers of x off where the slopes lie, and 0.3 stays 0.3. A slope is one of two numbers."""
        return np.clip(x, left, 1)

    def asks_whether_all_are_positive(x):
        """You decide for the whole array at once, and call it positive when all entries are. Every entry has a slope
        of its own."""
        return np.full_like(x, 1 if (x > 0).all() else left)

    def asks_whether_any_is_positive(x):
        """You decide for the whole array at once, and call it positive when some entry is. Every entry has a slope
        of its own."""
        return np.full_like(x, 1 if (x > 0).any() else left)

    def looks_at_the_first_entry(x):
        """You look at the first entry alone and give its slope to all of them."""
        return np.full_like(x, right(x[:1])[0])

    def finds_the_largest_entry(x):
        """You take the maximum over the array, and only the largest entry passes. Each entry is compared with 0 and
        with no other."""
        return np.where(x == x.max(), right(x), left)

    def begins_at_1(x):
        """Your slope changes at 1, as when int() makes 0 of 0.5. The function bends at 0."""
        return np.where(x >= 1, 1.0, left)

    def takes_small_numbers_for_0(x):
        """You treat everything within 1e-5 of the kink as the kink itself. Only 0 is, and it is not asked."""
        return np.where(np.abs(x) < 1e-5, (1 + left) / 2, right(x))

    def passes_a_little_on_the_left(x):
        """You compare x with a small negative number where 0 belongs. Just left of 0 the slope is that of the left."""
        return np.where(x < -1e-5, left, 1.0)

    def blurs_the_kink(x):
        """You replace the jump by a steep curve. Close to the kink that has neither slope."""
        return left + (1 - left) * sigmoid(2000 * x)

    alone = (
        returns_the_value, returns_x_where_all_are_positive, returns_the_sign, clips_the_numbers,
        asks_whether_all_are_positive, asks_whether_any_is_positive, looks_at_the_first_entry,
        finds_the_largest_entry, begins_at_1, takes_small_numbers_for_0, passes_a_little_on_the_left, blurs_the_kink,
    )  # fmt: skip
    shared = (works_in_place(right), *loses_the_order(right), *leaves_one_out(right, **starts))
    return (*alone, *shared, *differences(value))

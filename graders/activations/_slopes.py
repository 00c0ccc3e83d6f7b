"""Common mistakes in slopes that are computed from the unit's own value, as for S-shaped units."""

import numpy as np

from gradkata import mistakes
from . import _careless as careless
from ._imprecise import uses_tables


def declare_mistakes(kata, unit, rule, fits, *, beyond, curve):
    """Declare wrong answers for the slope ``rule(unit(x))``.

    ``fits`` says which entries could be a value of the unit; further out than ``beyond`` the unit looks
    saturated, and ``curve`` is the unit in the form used for difference quotients.
    """

    def right(x):
        return rule(unit(x))

    @kata.misconception(title="applies the unit twice")
    def activates_twice(x):
        """You apply the unit to its own value before you use the formula, which holds for the value at x."""
        return rule(unit(unit(x)))

    @kata.misconception(title="returns the value instead of the slope")
    def returns_the_value(x):
        """You return the value of the unit. Return its slope."""
        return unit(x)

    @kata.misconception(title="stops at the first large entry")
    def breaks_at_a_large_entry(x):
        """From the first entry beyond ±700 on, all your results are 0. Perhaps `break` ends your loop there, where the
        next entry should follow."""
        return np.where(np.logical_or.accumulate(np.abs(x) > 700), 0.0, right(x))

    @kata.misconception
    def has_a_negative_slope_on_the_left(x):
        """Your slope is negative to the left of 0. The curve rises there too, more and more steeply."""
        return np.where(x < 0, -1, 1) * right(x)

    @kata.misconception
    def has_a_negative_slope_on_the_right(x):
        """Your slope is negative to the right of 0. The curve rises there too, less and less steeply."""
        return np.where(x > 0, -1, 1) * right(x)

    careless.calls_it_saturated(kata, right, beyond)
    careless.loses_the_order(kata, right)
    careless.guesses_what_it_was_given(kata, right, rule, fits)
    uses_tables(kata, right)
    for wrong in mistakes.by_differences(lambda quotient, x: quotient(curve, x)):
        kata.misconception(wrong)

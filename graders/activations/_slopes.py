"""Common mistakes in slopes that are computed from the unit's own value, as for S-shaped units."""

from . import _careless as careless
from . import _imprecise as imprecise


def mistakes(unit, rule, fits, *, beyond, curve):
    """Wrong answers for the slope ``rule(unit(x))``.

    ``fits`` says which entries could be a value of the unit; further out than ``beyond`` the unit looks
    saturated, and ``curve`` is the unit in the form used for difference quotients.
    """

    def right(x):
        return rule(unit(x))

    def activates_twice(x):
        """You apply the unit to its own value before you use the formula. The formula holds for the value itself."""
        return rule(unit(unit(x)))

    def returns_the_value(x):
        """You return the value of the unit itself. The kata asks for its slope."""
        return unit(x)

    return (
        activates_twice, returns_the_value, careless.calls_it_saturated(right, beyond), careless.works_in_place(right),
        careless.breaks_at_a_large_entry(right), *careless.loses_the_order(right), *careless.falls_on_one_side(right),
        *careless.guesses_what_it_was_given(right, rule, fits), *imprecise.single_precision(right),
        *imprecise.tables(right), *imprecise.differences(curve),
    )  # fmt: skip

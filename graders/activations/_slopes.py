"""The ways in which a slope goes wrong that is a rule in the unit's own value, as those of S-shaped units are."""

from . import _careless as careless
from . import _imprecise as imprecise


def mistakes(unit, rule, fits, *, beyond, curve):
    """Wrong answers for the slope ``rule(unit(x))``.

    ``fits`` tells which x might be a value of the unit; further out than ``beyond`` the unit looks saturated, and
    ``curve`` is the unit as differences are taken of it.
    """

    def right(x):
        return rule(unit(x))

    def activates_twice(x):
        """You put the unit's value through the unit once more before you use the formula. It holds for the value
        itself."""
        return rule(unit(unit(x)))

    def returns_the_value(x):
        """You return the value of the unit itself. Its slope is asked for."""
        return unit(x)

    return (
        activates_twice, returns_the_value, careless.calls_it_saturated(right, beyond), careless.works_in_place(right),
        careless.ends_the_loop_far_out(right), *careless.loses_the_order(right), *careless.falls_on_one_side(right),
        *careless.guesses_what_it_was_given(right, rule, fits), *imprecise.single_precision(right),
        *imprecise.tables(right), *imprecise.differences(curve),
    )  # fmt: skip

"""Properties of every right linear activation, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._careless import vectorizes_an_empty_array

kata = Kata("linear_activation(x: (n), a: (), b: ()) -> (n)", n=st.integers(1, 4))
kata.domain(n=arg.size(0, 2000), x=arg.real(-1000, 1000), a=arg.real(-100, 100), b=arg.real(-100, 100))
kata.hints(
    "What is the value where x is 0, and how much does it grow from there to x = 1?",
    "Does b depend on x? Does the slope?",
    "NumPy multiplies an array by a number, and adds a number to an array, entry by entry.",
)

kata.contract(points=1)
kata.agreement(points=8)
kata.edge("Without numbers the result is empty.", points=1, n=0)
kata.edge("With a slope of 0 every value is b.", points=0, a=0.0)
kata.edge("With a slope of 1 and b = 0 nothing changes.", points=0, a=1.0, b=0.0)
kata.example("The line 2x - 3 has the values -5, -3 and 2 at -1, 0 and 2.5.", expected=np.array([-5.0, -3.0, 2.0]),
             x=np.array([-1.0, 0.0, 2.5]), a=2.0, b=-3.0)


@kata.property(points=0)
def has_the_same_slope_everywhere(linear_activation, x, a, b):
    """From any x to x + 1 the value grows by a."""
    same(linear_activation(x + 1, a, b) - linear_activation(x, a, b), np.full(len(x), a))


@kata.property(points=0)
def makes_one_line_of_two(linear_activation, x, a, b):
    """Two such activations in a row are one: a line of a line is a line."""
    same(linear_activation(linear_activation(x, a, b), 2.0, -3.0), linear_activation(x, 2 * a, 2 * b - 3))


@kata.property(points=0)
def crosses_the_axis_at_b(linear_activation, x, a, b):
    """At 0 the value is b, whatever the slope is."""
    same(linear_activation(np.zeros(len(x)), a, b), np.full(len(x), b))


@kata.misconception(title="leaves out b")
def leaves_out_the_shift(x, a, b):
    """Your line always passes through the origin. Its value at 0 is b."""
    return a * x


@kata.misconception(title="multiplies b by x")
def scales_the_shift(x, a, b):
    """You multiply b by x as well, as if it were part of the slope. It is the same at every x."""
    return (a + b) * x


@kata.misconception(title="adds b before it multiplies")
def shifts_before_it_scales(x, a, b):
    """You add b to x before you multiply by a, so that b is scaled as well."""
    return a * (x + b)


@kata.misconception(title="returns the slope")
def returns_the_slope(x, a, b):
    """You return the slope for every entry. Return the value, which changes with x."""
    return np.full(len(x), a)


@kata.misconception(title="limits the result to the range from 0 to 1")
def clips_to_the_unit_interval(x, a, b):
    """You limit the values to the range from 0 to 1. A linear unit may return any number."""
    return np.clip(a * x + b, 0, 1)


@kata.misconception(title="replaces negative values by 0")
def applies_a_rectifier(x, a, b):
    """You replace negative values by 0. A linear unit may return any number."""
    return np.maximum(a * x + b, 0)


@kata.misconception(title="ignores a and b", convention='libraries, where "linear" is the identity')
def returns_the_argument(x, a, b):
    """You return the entries of `x` as they are. Here the line has a slope and a shift."""
    return x.copy()


@kata.misconception(title="divides by the slope")
def solves_for_x(x, a, b):
    """You solve the equation of the line for the point where its value is x. Here x is the point."""
    return (x - b) / a if a else x.copy()


vectorizes_an_empty_array(kata, lambda x, a, b: a * x + b)

"""Properties of every right slope of a secant, and the usual mistakes."""

import math

import numpy as np

from gradkata import Kata, arg, inputs, same, st


@st.composite
def beside(draw, x):
    """A number other than x: ordinary lines are not vertical."""
    return x + draw(inputs.halves.filter(bool))


kata = Kata("secant_slope(x1: (), y1: (), x2: (), y2: ()) -> ()", x2=beside(arg("x1")))
kata.domain(x1=arg.real(-1e6, 1e6), y1=arg.real(-1e6, 1e6), x2=arg.real(-1e6, 1e6), y2=arg.real(-1e6, 1e6))
kata.hints(
    "A path climbs 6 metres over a distance of 2 metres. How much does it climb per metre?",
    "If you exchange the points, both differences change their signs. What happens to the slope?",
    "Compare the two x first. If they differ, divide the difference of y by that of x, both in brackets.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("Two points of equal height have the slope 0.", points=0, y2=arg("y1"))
kata.edge(
    "A vertical line has no slope: NaN.",
    points=2,
    x2=arg("x1"),
    hint="Compare x1 and x2 before you divide.",
    y2=beside(arg("y1")),
)
kata.edge("One point alone has no secant: NaN.", points=0, x2=arg("x1"), y2=arg("y1"))
kata.example("From (1, 2) to (3, 8) the slope is 3.", expected=3.0, x1=1.0, y1=2.0, x2=3.0, y2=8.0)
kata.example("The points of a line that is not vertical may be close together.", expected=3.0,
             x1=0.0, y1=0.0, x2=2.0**-24, y2=3 * 2.0**-24)
kata.example("Two x may differ by little compared with their size.", expected=-2.0,
             x1=1e6, y1=0.0, x2=999995.0, y2=10.0)


@kata.property(points=0)
def does_not_depend_on_the_order(secant_slope, x1, y1, x2, y2):
    """The line is the same if its points are exchanged."""
    same(secant_slope(x2, y2, x1, y1), secant_slope(x1, y1, x2, y2))


@kata.property(points=0)
def is_the_factor_of_x_on_a_line(secant_slope, x1, y1, x2):
    """On the line y = 3x + c the slope is 3 everywhere, whatever c is."""
    same(secant_slope(x1, 3 * x1 + y1, x2, 3 * x2 + y1), 3.0)


@kata.property(points=0)
def is_the_sum_of_both_x_on_a_parabola(secant_slope, x1, x2):
    """Between two points of y = x² the slope is x1 + x2, which tends to 2x when they move together."""
    same(secant_slope(x1, x1**2, x2, x2**2), x1 + x2)


@kata.property(points=0)
def grows_with_the_height(secant_slope, x1, y1, x2, y2):
    """If all heights are doubled, so is the slope."""
    same(secant_slope(x1, 2 * y1, x2, 2 * y2), 2 * secant_slope(x1, y1, x2, y2))


def line(x1, y1, x2, y2):
    """The slope, and NaN for a vertical line: ``(),(),(),()->()``."""
    return divided(y2 - y1, x2 - x1)


def divided(a, b):
    """The quotient, and NaN for a division by 0: ``(),()->()``."""
    return a / b if b else math.nan


@kata.misconception(title="turns the fraction upside down")
def inverts_the_fraction(x1, y1, x2, y2):
    """You divide the difference of x by that of y. Your result gets smaller as the line gets steeper."""
    return divided(x2 - x1, y2 - y1) if x1 != x2 else math.nan


@kata.misconception
def leaves_out_the_brackets(x1, y1, x2, y2):
    """In your formula the division comes before the subtractions, so that only two of the coordinates are divided."""
    return y2 - y1 / x2 - x1


@kata.misconception
def returns_the_angle(x1, y1, x2, y2):
    """You return the angle between the line and the x-axis. The slope is its tangent."""
    return math.atan(line(x1, y1, x2, y2))


@kata.misconception(title="divides by the distance along the x-axis")
def takes_the_absolute_run(x1, y1, x2, y2):
    """You divide by the absolute difference of the x, so that the slope has the wrong sign if the points come in the
    other order."""
    return divided(y2 - y1, abs(x2 - x1))


@kata.misconception(title="divides the coordinates of one point")
def divides_the_second_point(x1, y1, x2, y2):
    """You divide the coordinates of the second point. That is the slope of the line from the origin to it."""
    return divided(y2, x2) if x1 != x2 else math.nan


@kata.misconception(title="subtracts within each point")
def subtracts_within_each_point(x1, y1, x2, y2):
    """You subtract the x of each point from its y. A slope compares one point with the other."""
    return divided(y2 - x2, y1 - x1) if x1 != x2 else math.nan


@kata.misconception(title="divides by 0 for a vertical line")
def divides_by_zero(x1, y1, x2, y2):
    """For a vertical line your function raises ZeroDivisionError. It has to return NaN there."""
    return float(y2 - y1) / float(x2 - x1)


@kata.misconception(title="returns infinity for a vertical line")
def is_infinite_for_a_vertical_line(x1, y1, x2, y2):
    """You return an infinity for a vertical line. Its sign would depend on the order of the points: there
    is no slope."""
    with np.errstate(all="ignore"):
        return float(np.float64(y2 - y1) / np.float64(x2 - x1))


@kata.misconception(title="returns 0 for a vertical line")
def is_flat_for_a_vertical_line(x1, y1, x2, y2):
    """You return 0 for a vertical line. That is the slope of a horizontal one."""
    return line(x1, y1, x2, y2) if x1 != x2 else 0.0


kata.mistakes(
    # They equal the wrong sign, which says more.
    without=["exchanges_x1_and_x2", "exchanges_y1_and_y2"],
    say={
        "drops_the_sign": "You return the absolute value of the slope. A falling line has a negative slope.",
        "has_the_wrong_sign": "Your slope is negative where the line rises, and positive where it falls.",
    },
)

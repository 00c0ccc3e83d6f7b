"""Properties of every right vector between two points, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st

kata = Kata("vector_between(a: (d), b: (d)) -> (d)", d=st.integers(2, 4))
kata.domain(d=arg.size(0, 2000), a=arg.real(-1e16, 1e16), b=arg.real(-1e16, 1e16))
kata.hints(
    "You walk from 3 to 5 on a number line. How far do you move, and with which sign? And from 5 to 3?",
    "Draw (1, 1) and (3, 2) on paper, with an arrow from the first to the second. How far does it go right and up?",
    "Start at A and add your vector. Where do you arrive?",
)

kata.contract(points=1)
kata.agreement(points=8)
kata.edge("From a point to itself all components are 0.", points=0, b=arg("a"))
kata.edge("Points on a line have one coordinate.", points=1, d=1)
kata.edge("Points without coordinates give an empty vector.", points=0, d=0)
kata.edge(
    "From the origin the components are those of the other point.",
    points=0,
    a=st.arrays(arg("d"), elements=st.just(0.0)),
)
kata.example(
    "From (1, 1) to (3, 2) it is (2, 1).",
    expected=np.array([2.0, 1.0]),
    a=np.array([1.0, 1.0]),
    b=np.array([3.0, 2.0]),
)


@kata.property(points=0)
def leads_from_the_first_point_to_the_second(vector_between, a, b):
    """The first point plus the vector is the second point."""
    same(a + vector_between(a, b), b)


@kata.property(points=0)
def changes_sign_with_the_direction(vector_between, a, b):
    """The way back is the opposite vector."""
    same(vector_between(b, a), -vector_between(a, b))


@kata.property(points=0, c=st.arrays(arg("d"), elements=inputs.halves))
def adds_up_along_a_path(vector_between, a, b, c):
    """From A to B and on to C is the same as from A to C."""
    same(vector_between(a, b) + vector_between(b, c), vector_between(a, c))


@kata.property(points=0, c=st.arrays(arg("d"), elements=inputs.halves))
def does_not_depend_on_the_origin(vector_between, a, b, c):
    """If both points move in the same way, the vector stays the same."""
    same(vector_between(a + c, b + c), vector_between(a, b))


@kata.misconception(title="returns the distance")
def returns_the_length(a, b):
    """You return one number, the distance between the points. A vector has a component for each coordinate."""
    return np.linalg.norm(b - a)


@kata.misconception
def adds_the_points(a, b):
    """You add the coordinates. The sum depends on the position of the origin; the vector between two points does
    not."""
    return a + b


@kata.misconception
def returns_the_midpoint(a, b):
    """You return the point in the middle of A and B. That is a position, not the vector from one point to the other."""
    return (a + b) / 2


@kata.misconception
def returns_the_end_point(a, b):
    """You return the coordinates of B. They are the vector from the origin, not from A."""
    return b.copy()


@kata.misconception(title="returns two components only")
def has_two_components(a, b):
    """You compute two components, whatever the number of coordinates is."""
    return np.array([b[0] - a[0], b[1] - a[1]]) if len(a) else np.zeros(0)


@kata.misconception(title="scales the vector to length 1")
def keeps_only_the_direction(a, b):
    """You divide the vector by its length. It has the right direction, but does not reach B."""
    return (b - a) / (np.linalg.norm(b - a) or 1.0)


kata.mistakes(
    without=["exchanges_a_and_b"],  # equals the wrong sign
    say={
        "drops_the_sign": "You return absolute values. They say how far to move, but not in which direction.",
        "has_the_wrong_sign": "Your vector leads from B to A. It begins at A.",
    },
)

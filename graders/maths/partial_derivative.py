"""Properties of every right partial derivative, and the usual mistakes."""

import numpy as np

from gradkata import Kata, Tolerance, arg, functions, same, st


@st.composite
def last(draw, d):
    """The last index of an axis."""
    return d - 1


# Right answers divide numbers of up to 1e7 by steps of 0.01 in different orders.
kata = Kata(
    "partial_derivative(f: (d) -> (), x: (d), i: i8, h: ()) -> ()",
    tolerance=Tolerance(rtol=1e-9, atol=1e-6),
    d=st.integers(2, 3),
    h=st.sampled_from([0.5, 0.25, 0.1, 1.0]),
)
kata.domain(d=arg.size(1, 5), x=arg.real(-5, 5), i=arg.whole(0, "d-1"), h=arg.real(0.01, 1))
kata.hints(
    "Which entries of x must stay the same?",
    "Make two copies of x. In which entry do they differ, and by how much?",
    "Make a vector of zeros with `h` at the index `i`. Call `f` at x plus and minus this vector, and divide the "
    "difference by the distance between the two points.",
)

kata.contract(points=1)
kata.agreement(points=9)
kata.edge("With one variable it is the central difference.", points=0, d=1)
kata.edge("The first variable has the index 0.", points=0, i=0)
kata.edge("The last variable has the index d-1.", points=0, i=last(arg("d")))

power = functions.product(  # x⁴y
    functions.quadratic([[1, 0], [0, 0]]),
    functions.quadratic([[1, 0], [0, 0]]),
    functions.quadratic(np.zeros((2, 2)), [0, 1]),
)
kata.example(
    "For x⁴y at (2, 3) it is 16 along y.", expected=16.0, f=power, x=np.array([2.0, 3.0]), i=1, h=0.5
)
kata.example(
    "For x⁴y at (2, 3) with steps of 0.5 it is 102 along x.",
    expected=102.0,
    f=power,
    x=np.array([2.0, 3.0]),
    i=0,
    h=0.5,
)
kata.example(
    "For x⁴y at (2, 3) with steps of 0.1 it is 96.24 along x.",
    expected=96.24,
    f=power,
    x=np.array([2.0, 3.0]),
    i=0,
    h=0.1,
)


@kata.property(points=0)
def finds_the_factor_in_a_sum(partial_derivative, x, i, h):
    """For x[0] + 2 x[1] + 3 x[2] + … it is the factor of the variable that changes."""
    d = len(x)
    same(partial_derivative(functions.quadratic(np.zeros((d, d)), np.arange(1, d + 1)), x, i, h), i + 1)


@kata.property(points=0)
def is_0_for_a_variable_that_does_not_occur(partial_derivative, x, i, h):
    """A function that does not contain the variable does not change with it."""
    others = np.diag(np.arange(len(x)) != i).astype(float)
    same(partial_derivative(functions.quadratic(others), x, i, h), 0.0)


@kata.property(points=0)
def is_exact_for_a_sum_of_squares(partial_derivative, x, i, h):
    """For the sum of the squares it is 2 x[i], with every step."""
    same(partial_derivative(functions.quadratic(np.eye(len(x))), x, i, h), 2 * x[i])


def quotient(f, x, step, distance):
    """The difference of f at both sides of x, divided by a distance: ``(d),(d),()->()``."""
    return (f(x + step) - f(x - step)) / distance


def along(x, i, h):
    """A step of h along an axis: ``(d),(),()->(d)``."""
    return h * np.eye(len(x))[i]


@kata.misconception
def moves_every_variable(f, x, i, h):
    """You add the step to all entries of x. All variables but one must stay the same."""
    return quotient(f, x, h * np.ones(len(x)), 2 * h)


@kata.misconception(title="counts the variables from 1")
def takes_the_axis_before(f, x, i, h):
    """You move the variable before the one with the index i. The first variable has the index 0."""
    return quotient(f, x, along(x, i - 1, h), 2 * h)


@kata.misconception(title="takes a step in one direction only")
def takes_the_forward_difference(f, x, i, h):
    """You compare a step forwards with x itself. The central difference has a point on each side of x."""
    return (f(x + along(x, i, h)) - f(x)) / h


@kata.misconception
def goes_back_to_x_only(f, x, i, h):
    """Your second point is x itself, so that the two points are h apart, but you divide by 2h."""
    return (f(x + along(x, i, h)) - f(x)) / (2 * h)


@kata.misconception(title="sets the other variables to 0")
def sets_the_others_to_zero(f, x, i, h):
    """You set all other variables to 0. They keep the values that they have in x."""
    return quotient(f, along(x, i, x[i]), along(x, i, h), 2 * h)


@kata.misconception(title="uses one array for both points")
def uses_one_array_for_both(f, x, i, h):
    """Both of your points are the same array, so that the two values of f are equal."""
    below = above = x.copy()
    below[i] -= h
    above[i] += h
    return (f(above) - f(below)) / (2 * h)


@kata.misconception(title="returns the whole gradient")
def returns_all_partial_derivatives(f, x, i, h):
    """You return the quotients of all variables. The result is that of one variable, a number."""
    return np.array([quotient(f, x, along(x, axis, h), 2 * h) for axis in range(len(x))])


@kata.misconception(title="ignores the given step")
def ignores_the_step(f, x, i, h):
    """Your result does not depend on `h`. It is close to the derivative, but it is not the quotient for the given
    step."""
    return quotient(f, x, along(x, i, 1e-5), 2e-5)

"""Properties of every right central difference, and the usual mistakes."""

from gradkata import Kata, Tolerance, arg, functions, same, st

# Right answers divide numbers of up to 1e8 by steps of 0.01 in different orders.
kata = Kata(
    "central_difference(f: () -> (), x: (), h: ()) -> ()",
    tolerance=Tolerance(rtol=1e-9, atol=1e-6),
    h=st.sampled_from([0.5, 0.25, 0.1, 1.0]),
)
kata.domain(x=arg.real(-5, 5), h=arg.real(0.01, 1))
kata.hints(
    "Which two points of the graph does the secant go through? Where is x between them?",
    "How far apart are these two points along the x-axis?",
    "Call `f` at `x + h` and at `x - h`, and compute the slope of the secant as in `secant_slope`.",
)

kata.contract(points=1)
kata.agreement(points=9)
kata.edge(
    "On a straight line it is the slope, whatever the step is.", points=0, f=functions.polynomial([2.0, -3.0])
)
kata.edge(
    "At 0 the quotient of an even function is 0.", points=0, f=functions.polynomial([1.0, 0, 2, 0, 1]), x=0.0
)
kata.example("For x² at 3 it is 6.", expected=6.0, f=functions.polynomial([0, 0, 1]), x=3.0, h=0.5)
kata.example(
    "For x³ at 1 with a step of 0.5 it is 3.25.",
    expected=3.25,
    f=functions.polynomial([0, 0, 0, 1]),
    x=1.0,
    h=0.5,
)


@kata.property(points=0)
def is_exact_for_a_parabola(central_difference, x, h):
    """For x² - 3x it is the derivative itself, 2x - 3, with every step."""
    same(central_difference(functions.polynomial([0, -3, 1]), x, h), 2 * x - 3)


@kata.property(points=0)
def has_an_error_that_falls_with_the_square_of_the_step(central_difference, x, h):
    """For x³ the error is h²: half the step gives a quarter of the error."""
    cube = functions.polynomial([0, 0, 0, 1])
    same(
        [central_difference(cube, x, h), central_difference(cube, x, h / 2)],
        [3 * x**2 + h**2, 3 * x**2 + h**2 / 4],
    )


@kata.property(points=0)
def changes_sign_with_the_function(central_difference, x, h):
    """For sin(-x) the quotient is the opposite of that for sin(x)."""
    same(
        central_difference(functions.sines([1], [-1]), x, h),
        -central_difference(functions.sines([1], [1]), x, h),
    )


@kata.misconception(title="takes a step to the right only")
def takes_the_forward_difference(f, x, h):
    """Your secant goes from x to x + h. Its slope is closest to the derivative halfway between them, not at x."""
    return (f(x + h) - f(x)) / h


@kata.misconception(title="takes a step to the left only")
def takes_the_backward_difference(f, x, h):
    """Your secant goes from x - h to x. Its slope is closest to the derivative halfway between them, not at x."""
    return (f(x) - f(x - h)) / h


@kata.misconception(convention="formulas in which h is the distance between the two points", title="takes half steps")
def takes_half_steps(f, x, h):
    """Your points are half a step from x. Here h is the step to each side."""
    return (f(x + h / 2) - f(x - h / 2)) / h


@kata.misconception(title="lets x tend to 0")
def differentiates_at_zero(f, x, h):
    """You compute the quotient at 0, whatever x is. In the limit the step tends to 0, not x."""
    return (f(h) - f(-h)) / (2 * h)


@kata.misconception(title="multiplies by the step")
def leaves_out_the_brackets(f, x, h):
    """You divide by 2 and multiply by the step: `a / 2 * h` is computed from left to right."""
    return (f(x + h) - f(x - h)) / 2 * h


@kata.misconception(title="ignores the given step")
def ignores_the_step(f, x, h):
    """Your result does not depend on `h`. It is close to the derivative, but it is not the quotient for the given
    step."""
    return (f(x + 1e-5) - f(x - 1e-5)) / 2e-5


@kata.misconception(title="takes a step that is too small for floats")
def takes_a_step_of_1e_minus_16(f, x, h):
    """Your step is so small that both points are the same float, and the difference is 0."""
    return (f(x + 1e-16) - f(x - 1e-16)) / 2e-16


@kata.misconception
def adds_the_two_values(f, x, h):
    """You add the values of the function at both points. A slope comes from their difference."""
    return (f(x + h) + f(x - h)) / (2 * h)


@kata.misconception
def takes_the_second_derivative(f, x, h):
    """Your result approximates the second derivative, which says how the slope changes, not how steep the graph is."""
    return (f(x + h) - 2 * f(x) + f(x - h)) / h**2


@kata.misconception(title="uses four points")
def uses_four_points(f, x, h):
    """You combine the values at four points. That is more accurate, but it is not the central difference of two
    points."""
    near, far = f(x + h) - f(x - h), f(x + 2 * h) - f(x - 2 * h)
    return (8 * near - far) / (12 * h)


kata.mistakes(
    say={
        "is_twice_as_large": "Your result is twice as large as the right one. How far apart are your points?"
    }
)

"""Properties of every right least-squares line, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st
from ._repairs import BEST_LINE, MINUTES, PARTS


def has_a_spread(x, y):
    """Whether x is far enough from constant."""
    return np.ptp(x) >= 1


def line(slope, x, y):
    """The line with this slope through the point of the means."""
    return np.array([y.mean() - slope * x.mean(), slope])


def slope(x, y):
    """The right slope."""
    return (x - x.mean()) @ (y - y.mean()) / ((x - x.mean()) @ (x - x.mean()))


@st.composite
def spread(draw, n, offset=0):
    """A feature that is not constant: ``(n)``."""
    return offset + draw(st.arrays(n, elements=inputs.halves).filter(lambda x: has_a_spread(x, None)))


kata = Kata("linreg_fit_simple(x: (n), y: (n)) -> (2)", n=st.integers(2, 5), x=spread(arg("n")))
kata.domain(n=arg.size(2, 2000), x=arg.real(-1e5, 1e5), y=arg.real(-1000, 1000), where=has_a_spread)
kata.hints(
    "Which point does the line always pass through? With this point and the slope, what is its height at x = 0?",
    "Move all points so that both means are 0. Does the slope change?",
    "Work in this order: the two means, the deviations from them, the sum of their products, the sum of the squares of "
    "the deviations of x, the slope, the intercept.",
)

kata.contract(points=1)
kata.agreement(points=7)
# Both rise: next to a slope of 0, the rounding of a right answer would count.
kata.edge("Far from 0 the slope keeps its digits.", points=2, x=spread(arg("n"), offset=90_001.0).map(np.sort),
          y=st.arrays(arg("n"), elements=st.sampled_from([0.5, 1.0, 1.5, 2.0])).map(lambda steps: np.cumsum(steps) - 3),
          n=st.integers(3, 5),
          hint="Do you subtract two numbers that are both much larger than their difference?")
kata.edge("Through two points it is the line that joins them.", points=0, n=2)
kata.edge("Where y is constant, the slope is 0.", points=0, n=3,
          y=st.integers(-3, 3).map(lambda c: np.full(3, float(c))))
kata.example("Three points on a line.", expected=np.array([-2.0, 3.0]),
             x=np.array([1.0, 2.0, 3.0]), y=np.array([1.0, 4.0, 7.0]))
kata.example("For 14 repairs it is 4.16 minutes, plus 15.5 for each part.", expected=BEST_LINE, x=PARTS, y=MINUTES)
for change in ("- -> +", "drop - y.mean()"):
    kata.equivalent(f"linreg_fit_simple_numpy: {change} in y - y.mean()",
                    reason="the deviations of x add up to 0, so that a constant in the other factor changes nothing")
kata.equivalent("linreg_fit_simple_numpy: mean -> sum in y.mean()",
                reason="the deviations of x add up to 0, so that a constant in the other factor changes nothing")


@kata.property(points=0)
def has_residuals_that_add_up_to_0(linreg_fit_simple, x, y):
    """The residuals of the best line add up to 0, and so do their products with x, both up to rounding."""
    b0, b1 = linreg_fit_simple(x, y)
    residuals = b0 + b1 * x - y
    same(residuals.sum(), 0.0, atol=1e-9)
    same(residuals @ x, 0.0, atol=1e-9)


@kata.property(points=0)
def passes_through_the_means(linreg_fit_simple, x, y):
    """The line passes through the point whose coordinates are the means of x and y."""
    b0, b1 = linreg_fit_simple(x, y)
    same(b0 + b1 * x.mean(), y.mean(), atol=1e-10)


@kata.property(points=0)
def follows_a_change_of_the_unit_of_y(linreg_fit_simple, x, y):
    """If y becomes 3 y + 2, both coefficients are tripled, and then 2 is added to the intercept."""
    same(linreg_fit_simple(x, 3 * y + 2), 3 * linreg_fit_simple(x, y) + np.array([2.0, 0.0]), atol=1e-10)


@kata.property(points=0, by=st.integers(1, 9))
def keeps_the_slope_if_all_x_move(linreg_fit_simple, x, y, by):
    """If all x move by the same amount, the slope stays the same."""
    same(linreg_fit_simple(x + by, y)[1], linreg_fit_simple(x, y)[1], atol=1e-10)


@kata.misconception(title="multiplies the sums out")
def multiplies_out(x, y):
    """You subtract the products of the means from sums of products. If x is far from 0, both are large and almost
    equal, so that their difference has few right digits."""
    n = len(x)
    below = (x @ x - n * x.mean() ** 2) or 1
    return line((x @ y - n * x.mean() * y.mean()) / below, x, y)


@kata.misconception(title="does not divide the squared sum by n")
def leaves_n_out_of_the_denominator(x, y):
    """In your denominator you subtract the whole squared sum of x from the sum of the squares. A factor 1/n is
    missing."""
    below = (x @ x - x.sum() ** 2) or 1
    return line((x @ y - x.sum() * y.mean()) / below, x, y)


@kata.misconception(title="mixes n - 1 and n")
def mixes_two_divisors(x, y):
    """Your slope divides a covariance with n - 1 by a variance with n. Both need the same divisor, which then
    cancels."""
    return line(np.cov(x, y)[0, 1] / x.var(), x, y)


@kata.misconception(title="leaves the mean of x out of the intercept")
def subtracts_the_slope_alone(x, y):
    """You subtract the slope alone from the mean of y. The line would pass through the mean of y at x = 1."""
    return np.array([y.mean() - slope(x, y), slope(x, y)])


@kata.misconception(title="adds the slope times the mean of x")
def adds_the_slope_term(x, y):
    """In your intercept the slope has the wrong sign: you move from the point of the means in the wrong direction."""
    return np.array([y.mean() + slope(x, y) * x.mean(), slope(x, y)])


@kata.misconception(title="takes the mean of y as the intercept")
def takes_the_mean_of_y_as_the_intercept(x, y):
    """Your intercept is the mean of y. The line has that height at the mean of x, not where x is 0."""
    return np.array([y.mean(), slope(x, y)])


@kata.misconception(title="predicts x from y")
def predicts_x_from_y(x, y):
    """You fit x as a function of y. That line minimises the residuals of x, and is a different one unless all points
    lie on it."""
    spread_of_y = (y - y.mean()) @ (y - y.mean()) or 1
    return line((x - x.mean()) @ (y - y.mean()) / spread_of_y, y, x)


@kata.misconception
def draws_the_line_through_the_origin(x, y):
    """Your line passes through the origin: the slope is that of a model without intercept."""
    return np.array([0.0, x @ y / (x @ x)])


@kata.misconception
def takes_the_correlation_as_the_slope(x, y):
    """Your slope is the correlation of x and y, which is between -1 and 1. A slope has the unit of y over that of
    x."""
    return line(slope(x, y) * x.std() / (y.std() or 1), x, y)

"""Properties that every right derivative of a composition has, and common mistakes."""

import math

import numpy as np

from gradkata import Kata, arg, inputs, mistakes, same, st
from . import _polynomials as mistaken
from ._polynomials import by_horner, chained, ordinary_at, slope, value

# Dyadic and short, so that every sum is exact and no right answer loses digits when terms cancel.
quarter = st.integers(-8, 8).filter(bool).map(lambda k: k / 4)
polynomial = lambda size: st.arrays(arg(size), elements=inputs.halves)

kata = Kata("chain_rule_compose(outer: (m), inner: (k), x: ()) -> ()", m=st.integers(2, 4), k=st.integers(2, 4),
            outer=polynomial("m"), inner=ordinary_at(arg("x"), arg("k"), inputs.halves),
            x=quarter | st.sampled_from([1000.0, -1000.0]))
kata.domain(m=arg.size(1, 6), k=arg.size(1, 6), outer=arg.real(-20, 20, grid=0.5), inner=arg.real(-20, 20, grid=0.5),
            x=arg.real(-1000, 1000))
kata.hints(
    "m changes twice as fast as x, and z three times as fast as m. How fast does z change with x?",
    "Take m = x² and z = m³ at x = 2. Which number goes into the derivative of z, and which into that of m?",
    "Compute inner(x) first. Then take the derivative of `outer` at that number, that of `inner` at x, and multiply.",
)

kata.contract(points=1)
kata.agreement(points=4)
kata.edge("x = 0 is not a special case.", points=1,
          hint="Does your code divide by x, or raise 0 to a negative power?",
          x=0.0, inner=polynomial("k"))
kata.edge("If inner(x) is 0, the outer slope is taken at 0.", points=1, x=1.0,
          inner=polynomial("k").map(lambda c: np.r_[-c[1:].sum(), c[1:]]))
kata.edge("A constant outside gives 0 whatever is inside.", points=1, m=1,
          hint="How many coefficients does the derivative of a constant have?")
kata.edge("A constant inside gives 0 whatever is outside.", points=1, k=1,
          hint="How many coefficients does the derivative of a constant have?", inner=polynomial("k"))
kata.edge("Zeros at the end of the coefficients change nothing.", points=0, m=st.integers(3, 4),
          outer=polynomial("m").map(lambda c: np.r_[c[:-2], 0.0, 0.0]))
kata.edge("All of six coefficients are used.", points=1,
          hint="Does your code have a loop over all coefficients?",
          m=6, k=st.integers(2, 3), x=st.sampled_from([1.0, 2.0]))
kata.example("With z = m⁴ - 1 and m = x² the slope is 8x⁷.", expected=8 * 1.3**7,
             outer=np.array([-1.0, 0, 0, 0, 1]), inner=np.array([0.0, 0, 1]), x=1.3)
kata.example("A slope may be tiny.", expected=1.25e-10, x=1.25e-10,
             outer=np.array([0.0, 1]), inner=np.array([0.0, 0, 0.5]))
kata.example("With z = 2 - m + m²/2 and m = 1 + 3x the slope at -1 is -9.", expected=-9.0,
             outer=np.array([2.0, -1.0, 0.5]), inner=np.array([1.0, 3.0]), x=-1.0)

@kata.property(points=0)
def is_the_inner_slope_under_the_identity(chain_rule_compose, inner, x):
    """With outer(m) = m only the inner derivative is left."""
    same(chain_rule_compose(np.array([0.0, 1.0]), inner, x), slope(inner, x))

@kata.property(points=0)
def is_the_outer_slope_of_the_identity(chain_rule_compose, outer, x):
    """With inner(x) = x only the outer derivative is left."""
    same(chain_rule_compose(outer, np.array([0.0, 1.0]), x), slope(outer, x))

@kata.property(points=0, x=quarter)
def does_not_depend_on_the_grouping(chain_rule_compose, outer, inner, x):
    """Adding 1 to inner(x) and putting m + 1 into the outer function are the same composition."""
    moved = sum(c * np.r_[[math.comb(i, j) for j in range(i + 1)], np.zeros(len(outer) - i - 1)]
                for i, c in enumerate(outer))
    same(chain_rule_compose(outer, inner + np.eye(len(inner))[0], x), chain_rule_compose(moved, inner, x))

@kata.misconception(title="takes the outer derivative at x",
                    hint="Which number does the outer function get when x goes in?")
def takes_the_outer_slope_at_x(outer, inner, x):
    """You take the outer derivative at x. The input of the outer function is inner(x)."""
    return slope(outer, x) * slope(inner, x)

@kata.misconception(title="leaves out the inner derivative",
                    hint="If x grows a little, by how much does m = inner(x) grow?")
def forgets_the_inner_slope(outer, inner, x):
    """You return the outer derivative alone. How fast inner(x) changes with x is missing."""
    return slope(outer, value(inner, x))

@kata.misconception(title="leaves the outer function undifferentiated")
def forgets_to_differentiate_outside(outer, inner, x):
    """You multiply the inner derivative by the value of the outer function. The other factor is a derivative too."""
    return value(outer, value(inner, x)) * slope(inner, x)

@kata.misconception(title="adds the two derivatives")
def adds_the_factors(outer, inner, x):
    """You add the two derivatives. Rates in a chain multiply."""
    return slope(outer, value(inner, x)) + slope(inner, x)

@kata.misconception(title="divides by the inner derivative")
def divides_by_the_inner_slope(outer, inner, x):
    """You divide by the inner derivative. Rates in a chain multiply."""
    return slope(outer, value(inner, x)) / slope(inner, x)

@kata.misconception
def composes_the_other_way_round(outer, inner, x):
    """You put the outer function into the inner one. x goes into `inner` first."""
    return slope(inner, value(outer, x)) * slope(outer, x)

@kata.misconception
def uses_the_product_rule(outer, inner, x):
    """Your result is the derivative of the product of the two functions. Here one is inside the other."""
    return slope(outer, x) * value(inner, x) + value(outer, x) * slope(inner, x)

@kata.misconception(title="takes the outer derivative at inner'(x)")
def evaluates_the_outer_slope_at_the_inner_slope(outer, inner, x):
    """You take the outer derivative at inner'(x). The input of the outer function is the inner value."""
    return slope(outer, slope(inner, x)) * slope(inner, x)

@kata.misconception(title="takes both derivatives at inner(x)")
def takes_both_slopes_at_inner(outer, inner, x):
    """You take both derivatives at inner(x). The input of the inner function is x itself."""
    return slope(outer, value(inner, x)) * slope(inner, value(inner, x))

@kata.misconception
def returns_the_value(outer, inner, x):
    """You return outer(inner(x)). Return its derivative."""
    return value(outer, value(inner, x))

@kata.misconception
def keeps_the_exponents(outer, inner, x):
    """Each term of your derivatives keeps its power. Differentiation lowers it by one."""
    return x * slope(outer, value(inner, x)) * slope(inner, x) * value(inner, x)

@kata.misconception(title="does not multiply by the exponents")
def forgets_the_exponents(outer, inner, x):
    """You lower each power by one but do not multiply by the old exponent."""
    return value(outer[1:], value(inner, x)) * value(inner[1:], x)

@kata.misconception
def multiplies_by_the_new_exponent(outer, inner, x):
    """You multiply by the exponent after it was lowered. The factor is the old exponent."""
    return chained(outer, inner, x, mistaken.with_new_exponents)

@kata.misconception
def leaves_out_the_highest_power(outer, inner, x):
    """The highest power of each polynomial is missing. Perhaps a range ends one too early."""
    return slope(outer[:-1], value(inner, x)) * slope(inner[:-1], x)

@kata.misconception
def stops_at_the_fourth_power(outer, inner, x):
    """Terms beyond x^4 are missing. Polynomials may have six coefficients."""
    return chained(outer[:5], inner[:5], x)

@kata.misconception(title="stores the derivative as integers")
def works_on_whole_numbers(outer, inner, x):
    """The coefficients of your derivatives are truncated to integers. Perhaps they are stored in an array of
    integers."""
    return chained(outer, inner, x, mistaken.with_whole_coefficients)

@kata.misconception(title="divides by zero at 0")
def divides_by_zero_at_a_constant(outer, inner, x):
    """At 0 your function raises ZeroDivisionError: it divides by 0 or raises 0 to a negative power. Perhaps the
    constant is differentiated like the other terms."""
    return mistaken.with_constants(outer, np.float64(value(inner, x))) * mistaken.with_constants(inner, x)

@kata.misconception(title="gives NaN at 0")
def returns_nan_at_a_constant(outer, inner, x):
    """At 0 your result is NaN: somewhere 0 is divided by 0 or raised to a negative power. Perhaps the constant is
    differentiated like the other terms."""
    return chained(outer, inner, x, mistaken.with_constants_at_once)

@kata.misconception(title="raises IndexError for a constant")
def needs_a_highest_power(outer, inner, x):
    """For a constant your function raises IndexError: the derivative of a constant has no coefficients."""
    return chained(outer, inner, x, mistaken.from_the_highest)

@kata.misconception(convention="np.polyval, where the highest power comes first",
                    title="reads the highest power first")
def reads_the_highest_power_first(outer, inner, x):
    """You treat the first coefficient as that of the highest power. Here `c[i]` multiplies x^i."""
    return chained(outer[::-1], inner[::-1], x)

@kata.misconception(title="returns 0 if inner(x) is 0")
def answers_0_where_the_inner_value_is_0(outer, inner, x):
    """You return 0 if inner(x) is 0. The outer function may be as steep there as anywhere else."""
    return chained(outer, inner, x) if value(inner, x) else 0.0

@kata.misconception(title="returns 0 if x is 0")
def answers_0_at_0(outer, inner, x):
    """You return 0 if x is 0. The derivative of the linear term does not depend on x."""
    return chained(outer, inner, x) if x else 0.0

@kata.misconception
def treats_the_derivative_of_a_constant_as_1(outer, inner, x):
    """You use 1 as the derivative of a constant. A constant does not change at all."""
    return chained(outer, inner, x, mistaken.or_1)

@kata.misconception
def treats_the_derivative_of_an_inner_constant_as_1(outer, inner, x):
    """You use 1 as the derivative of an inner constant. A constant does not change at all."""
    return chained(outer, inner, x, inside=mistaken.or_1)

@kata.misconception(title="composes the two derivatives")
def composes_the_derivatives(outer, inner, x):
    """Your result is outer'(inner'(x)). The derivative of a composition is a product."""
    return slope(outer, slope(inner, x))

@kata.misconception(title="multiplies by the inner value")
def multiplies_by_the_inner_value(outer, inner, x):
    """You multiply the outer derivative by inner(x). The second factor is how fast inner(x) changes with x."""
    return slope(outer, value(inner, x)) * value(inner, x)

def differentiates(scheme):
    """The slope as a difference quotient; how a polynomial is computed decides which digits are left for a large x."""
    return lambda quotient, outer, inner, x: quotient(lambda at: scheme(outer, scheme(inner, at)), x)

for wrong in mistakes.by_differences(differentiates(value)):
    kata.misconception(wrong)

# Wider steps leave the same digits by either scheme.
steps = {"central": (4, 5, 6, 7, 8), "forward": (4, 5, 6, 7, 8)}
for wrong in mistakes.by_differences(differentiates(by_horner), steps=steps):
    title = wrong.__name__.replace("1e_minus_", "1e-").replace("_", " ")
    wrong.__name__ += "_by_horner"
    kata.misconception(wrong, title=title)

"""Properties of every right derivative of a polynomial, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st

kata = Kata("power_rule(c: (k)) -> (max(k-1,1))", k=st.integers(2, 5))
kata.domain(k=arg.size(1, 2000), c=arg.real(-1000, 1000))
kata.hints(
    "How steep is the line 7 + 5x? Which of the two coefficients does its slope depend on?",
    "If `c[3]` is 4, there is a term 4x³. What is its derivative, and at which index is the coefficient of x²?",
    "Leave out `c[0]` and multiply the others by 1, 2, 3, …. What is left of a polynomial that is only a constant?",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge(
    "The derivative of a constant is one coefficient, 0.",
    points=2,
    k=1,
    hint="According to the statement, how many coefficients does the result have for k = 1?",
)
kata.edge(
    "Zeros at the end are kept.",
    points=0,
    k=st.integers(3, 5),
    c=st.arrays(arg("k"), elements=st.sampled_from([1.0, -2.5])).map(lambda c: np.r_[c[:-2], 0.0, 0.0]),
)
kata.edge(
    "Coefficients of 0 in between are kept.",
    points=0,
    k=5,
    c=st.arrays(5, elements=st.sampled_from([3.0, -0.5])).map(lambda c: c * [1, 0, 1, 0, 1]),
)
kata.example(
    "The derivative of x⁵ is 5x⁴.", expected=np.array([0.0, 0, 0, 0, 5]), c=np.array([0.0, 0, 0, 0, 0, 1])
)
kata.example("The derivative of 5x is 5.", expected=np.array([5.0]), c=np.array([0.0, 5]))
kata.example("The derivative of x² is 2x.", expected=np.array([0.0, 2]), c=np.array([0.0, 0, 1]))


@kata.property(points=0)
def does_not_depend_on_the_constant(power_rule, c):
    """If the constant grows, the graph moves up, and its slope stays the same."""
    same(power_rule(c + 7 * (np.arange(len(c)) == 0)), power_rule(c))


@kata.property(points=0)
def is_linear(power_rule, c):
    """The derivative of a polynomial plus three times another one is the same sum of their derivatives."""
    other = np.arange(1.0, len(c) + 1) ** 2
    same(power_rule(c + 3 * other), power_rule(c) + 3 * power_rule(other))


@kata.property(points=0)
def is_0_after_k_derivatives(power_rule, c):
    """After as many derivatives as there are coefficients, 0 is left."""
    derived = c
    for _ in range(len(c)):
        derived = power_rule(derived)
    same(derived, np.zeros(1))


@kata.property(points=0)
def is_the_slope_of_the_graph(power_rule, c):
    """At 0.5 the derivative has the value of the central difference with a tiny step."""
    graph = np.polynomial.Polynomial(c)
    slope = (graph(0.5 + 1e-5) - graph(0.5 - 1e-5)) / 2e-5
    same(np.polynomial.Polynomial(power_rule(c))(0.5), slope, rtol=1e-7, atol=1e-7)


def at_least_one(c):
    """The coefficients, and 0 if there are none: ``(n)->(max(n,1))``."""
    return c if len(c) else np.zeros(1)


@kata.misconception
def keeps_the_exponents(c):
    """You multiply by the exponents but do not lower the powers."""
    return np.arange(len(c)) * c


@kata.misconception
def leaves_out_the_factors(c):
    """You lower the powers, but do not multiply by the old exponents."""
    return at_least_one(c[1:])


@kata.misconception
def multiplies_by_the_new_exponents(c):
    """You multiply by the exponents after lowering them. The factor is the old exponent."""
    return at_least_one(np.arange(len(c) - 1) * c[1:])


@kata.misconception(title="multiplies the wrong coefficients")
def shifts_the_factors_only(c):
    """Your factors are right, but you multiply them by the coefficients of the power below."""
    return at_least_one(np.arange(1, len(c)) * c[:-1])


@kata.misconception
def returns_the_antiderivative(c):
    """You raise the powers and divide: that is the antiderivative, not the derivative."""
    return np.r_[0.0, c / np.arange(1, len(c) + 1)]


@kata.misconception
def keeps_the_constant(c):
    """You keep the constant. It moves the graph up or down and has no slope."""
    return np.r_[c[0] + c[1:2].sum(), np.arange(2, len(c)) * c[2:]]


@kata.misconception(
    convention="np.polyder, where the highest power comes first", title="reads the highest power first"
)
def reads_the_highest_power_first(c):
    """You treat the first coefficient as that of the highest power. Here `c[i]` belongs to xⁱ."""
    return at_least_one(np.polyder(c))


@kata.misconception(title="returns nothing for a constant")
def is_empty_for_a_constant(c):
    """For a constant you return an empty array. Its derivative is the polynomial 0, which has one coefficient."""
    return np.arange(1, len(c)) * c[1:]


@kata.misconception
def returns_a_constant_as_it_is(c):
    """For a constant you return the constant itself. The slope of a horizontal line is 0."""
    return np.arange(1, len(c)) * c[1:] if len(c) > 1 else c.copy()


@kata.misconception(title="leaves out zeros at the end")
def trims_zeros_at_the_end(c):
    """You leave out zeros at the end. The length of the result depends on k alone."""
    return at_least_one(np.trim_zeros(np.arange(1, len(c)) * c[1:], "b"))

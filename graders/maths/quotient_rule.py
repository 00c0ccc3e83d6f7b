"""Properties of every right derivative of a quotient, and the usual mistakes."""

import numpy as np

from gradkata import Kata, Tolerance, arg, inputs, same, st

# The two terms may cancel, and right answers round before or after the division.
kata = Kata(
    "quotient_rule(u: (n), du: (n), v: (n), dv: (n)) -> (n)",
    tolerance=Tolerance(rtol=1e-9, atol=1e-9),
    n=st.integers(2, 4),
    v=st.arrays(arg("n"), elements=inputs.halves.filter(bool)),
)
kata.domain(
    n=arg.size(0, 2000),
    u=arg.real(-1000, 1000),
    du=arg.real(-1000, 1000),
    v=arg.real(-1000, 1000, least=0.01),
    dv=arg.real(-1000, 1000),
)
kata.hints(
    "If both are positive and only the denominator grows, does the quotient grow or fall?",
    "Test your formula with u = v. What is the derivative of a constant 1?",
    "The numerator has two terms, in brackets, and the denominator is the square of `v`. Which term is subtracted?",
)

kata.contract(points=1)
kata.agreement(points=9)
kata.edge(
    "A constant denominator divides the derivative.", points=0, dv=st.arrays(arg("n"), elements=st.just(0.0))
)
kata.edge("The quotient of two equal functions has the derivative 0.", points=0, u=arg("v"), du=arg("dv"))
kata.edge(
    "Where the numerator is 0, its derivative still counts.",
    points=0,
    u=st.arrays(arg("n"), elements=st.just(0.0)),
)
kata.edge("Without points the result is empty.", points=0, n=0, v=np.zeros(0))


@kata.property(points=0)
def gives_the_slope_of_the_sigmoid(quotient_rule, u):
    """For 1 / (1 + e^(-x)) it is s (1 - s), where s is the sigmoid."""
    e = np.exp(-u)
    same(quotient_rule(np.ones(len(u)), np.zeros(len(u)), 1 + e, -e), e / (1 + e) ** 2)


@kata.property(points=0)
def undoes_the_product_rule(quotient_rule, u, du, v, dv):
    """The quotient times v is u, and by the product rule its derivative is u'."""
    same(quotient_rule(u, du, v, dv) * v + u / v * dv, du, atol=1e-9)


@kata.property(points=0)
def is_divided_by_a_factor_of_the_denominator(quotient_rule, u, du, v, dv):
    """If the denominator is three times as large everywhere, the result is a third of what it was."""
    same(quotient_rule(u, du, 3 * v, 3 * dv), quotient_rule(u, du, v, dv) / 3, atol=1e-9)


@kata.misconception(title="adds the terms")
def adds_the_second_term(u, du, v, dv):
    """You add both terms, as for a product. If both functions are positive and the denominator grows, the quotient
    falls."""
    return (du * v + u * dv) / v**2


@kata.misconception(title="does not square the denominator")
def divides_by_v(u, du, v, dv):
    """You divide by the denominator itself. If it is constant, you get u', as if u were not divided at all."""
    return (du * v - u * dv) / v


@kata.misconception
def divides_the_derivatives(u, du, v, dv):
    """You divide the derivative of the numerator by that of the denominator. For x² / x that gives 2x, but x² / x
    is x, with the derivative 1."""
    return du / dv


@kata.misconception(title="divides by the square of the numerator")
def divides_by_the_square_of_u(u, du, v, dv):
    """You divide by the square of the numerator. Where the numerator is 0, that is a division by 0."""
    return (du * v - u * dv) / u**2


@kata.misconception
def applies_the_product_rule(u, du, v, dv):
    """You return the derivative of the product of both functions."""
    return du * v + u * dv


@kata.misconception
def leaves_out_the_division(u, du, v, dv):
    """You return the numerator of the rule alone."""
    return du * v - u * dv


@kata.misconception
def leaves_out_the_brackets(u, du, v, dv):
    """You divide only the second term: without brackets, division comes before subtraction."""
    return du * v - u * dv / v**2


@kata.misconception(title="treats the denominator as constant")
def forgets_the_second_term(u, du, v, dv):
    """Your result has no term with the derivative of the denominator, as if it were constant."""
    return du / v


@kata.misconception(title="pairs each function with its own derivative")
def pairs_each_with_its_own_derivative(u, du, v, dv):
    """You multiply each function by its own derivative. Each term needs one function and the derivative of the
    other."""
    return (u * du - v * dv) / v**2


@kata.misconception(title="divides by 2v")
def doubles_in_place_of_squaring(u, du, v, dv):
    """You divide by twice the denominator. That is its square only for a denominator of 2."""
    return (du * v - u * dv) / (2 * v)


kata.mistakes(
    say={
        "has_the_wrong_sign": "Your result is negative where the numerator alone grows over a positive denominator."
    }
)

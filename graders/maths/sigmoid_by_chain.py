"""Properties of the right local derivatives of the sigmoid and of their product, and the usual mistakes."""

import math

import numpy as np

from gradkata import Kata, arg, inputs, same, st

kata = Kata("sigmoid_by_chain(x: ()) -> (), (), (), ()", x=inputs.halves | inputs.fine | inputs.finer)
kata.domain(x=arg.real(-700, 700))
kata.hints(
    "How does p = -x change when x grows by 1?",
    "What is the input of the last step, 1/q? What is the derivative of 1/q there?",
    "Compute p and q first and store them. Then write one line for each local derivative, and multiply the three.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge(
    "For large |x| all four results are finite.",
    points=2,
    x=st.sampled_from([-700.0, -600.0, -400.0, 400.0, 700.0]),
    hint="Is the square of q too large for a float there? Can you get -1/q² without computing it?",
)
kata.edge("At 0 the slope of the sigmoid is 1/4.", points=0, x=0.0)
kata.example("At 0 the results are -0.25, 1, -1 and 0.25.", expected=(-0.25, 1.0, -1.0, 0.25), x=0.0)
kata.example(
    "At 1 the slope is 0.196612.",
    x=1.0,
    expected=(-0.5344466453887632, 0.36787944117144233, -1.0, 0.19661193324148185),
)

kata.equivalent(
    "sigmoid_by_chain_numpy: * -> / in df_dq * dq_dp * dp_dx", reason="dividing by -1 is multiplying by it"
)


@kata.property(points=0)
def multiplies_the_local_derivatives(sigmoid_by_chain, x):
    """The fourth result is the product of the other three."""
    outer, middle, inner, whole = sigmoid_by_chain(x)
    same(whole, outer * middle * inner)


@kata.property(points=0)
def is_even_in_x(sigmoid_by_chain, x):
    """The sigmoid is as steep at -x as at x, and its slope lies between 0 and 1/4."""
    same(sigmoid_by_chain(-x)[3], sigmoid_by_chain(x)[3])
    assert 0 <= sigmoid_by_chain(x)[3] <= 0.25 + 1e-12


@kata.property(points=0)
def agrees_with_the_central_difference(sigmoid_by_chain, x):
    """The fourth result is close to the central difference of the sigmoid with a tiny step."""
    f = lambda at: 1 / (1 + np.exp(-at))
    same(sigmoid_by_chain(x)[3], (f(x + 1e-5) - f(x - 1e-5)) / 2e-5, rtol=1e-6, atol=1e-9)


def chain(outer, middle, inner=-1.0):
    """Three local derivatives and their product: ``(),(),()->(),(),(),()``."""
    return outer, middle, inner, outer * middle * inner


def exp(x):
    """The exponential, which may become infinite: ``()->()``."""
    return float(np.exp(min(x, 710.0)))


@kata.misconception(title="leaves out the minus of the exponent")
def takes_the_exponential_of_x(x):
    """You compute e^x. The first step is p = -x, and the exponent is p."""
    return chain(-((1 + exp(x)) ** -2), exp(x))


@kata.misconception(title="does not square the denominator")
def loses_the_square(x):
    """Your df/dq is -1/q. The exponent of 1/q is -1, and differentiation lowers it by one."""
    return chain(-1 / (1 + exp(-x)), exp(-x))


@kata.misconception(title="loses the minus of df/dq")
def loses_the_minus_of_the_outer_derivative(x):
    """Your df/dq is positive. If q grows, 1/q gets smaller."""
    return chain((1 + exp(-x)) ** -2, exp(-x))


@kata.misconception(title="takes 1 for dp/dx")
def takes_1_for_the_inner_derivative(x):
    """Your dp/dx is 1. If x grows, p = -x falls."""
    return chain(-((1 + exp(-x)) ** -2), exp(-x), 1.0)


@kata.misconception(title="leaves dp/dx out of the product")
def leaves_out_the_inner_derivative(x):
    """Your df/dx lacks dp/dx, one of the three factors. The slope of a rising curve cannot be negative."""
    outer, middle, inner, whole = chain(-((1 + exp(-x)) ** -2), exp(-x))
    return outer, middle, inner, -whole


@kata.misconception(title="adds the three derivatives")
def adds_the_factors(x):
    """Your df/dx is the sum of the local derivatives. The chain rule multiplies them."""
    outer, middle, inner, _ = chain(-((1 + exp(-x)) ** -2), exp(-x))
    return outer, middle, inner, outer + middle + inner


@kata.misconception(title="takes 1 + e^p for dq/dp")
def keeps_the_constant(x):
    """Your dq/dp contains the constant 1, whose derivative is 0."""
    return chain(-((1 + exp(-x)) ** -2), 1 + exp(-x))


@kata.misconception(title="takes dq/dx for dq/dp")
def differentiates_two_steps_at_once(x):
    """Your dq/dp has a minus sign: it is the derivative of q with respect to x, not to p."""
    return chain(-((1 + exp(-x)) ** -2), -exp(-x))


@kata.misconception(title="takes df/dq at x")
def differentiates_at_x(x):
    """You evaluate the derivative of 1/q at x. The input of the last step is q."""
    return chain(-1 / x**2 if x else -math.inf, exp(-x))


@kata.misconception(title="returns e^(-x) / (1 + e^(-x)) for df/dx")
def returns_one_minus_the_sigmoid(x):
    """Your df/dx tends to 1 for very negative x, where the curve is flat: you do not square the denominator."""
    outer, middle, inner, _ = chain(-((1 + exp(-x)) ** -2), exp(-x))
    return outer, middle, inner, exp(-x) / (1 + exp(-x))


@kata.misconception(title="squares a number that is too large")
def squares_q(x):
    """For a very negative x your function raises OverflowError: the square of q is too large for a
    float."""
    return chain(-1 / (1 + math.exp(-x)) ** 2, math.exp(-x))

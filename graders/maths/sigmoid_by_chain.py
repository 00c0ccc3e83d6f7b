"""Properties of the right local derivatives of the sigmoid and of their product, and the usual mistakes."""

import math

import numpy as np

from gradkata import Kata, arg, inputs, same, st

kata = Kata("sigmoid_by_chain(x: ()) -> (), (), (), ()", x=inputs.halves | inputs.fine | inputs.finer)
kata.domain(x=arg.real(-700, 700))
kata.hints(
    "How does p = -x change when x grows by 1?",
    "Which value does the last step, 1/q, receive? What is the derivative of 1/q at this value?",
    "Compute p and q first and store them. Then write one line for each local derivative, and multiply the three.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge(
    "Far out all four results are finite.",
    points=2,
    x=st.sampled_from([-700.0, -600.0, -400.0, 400.0, 700.0]),
    hint="Is the square of q a float there? Which power of q do you need?",
)
kata.edge("At 0 the sigmoid has the slope of a quarter.", points=0, x=0.0)
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
def multiplies_the_rates_of_the_chain(sigmoid_by_chain, x):
    """The fourth result is the product of the other three."""
    outer, middle, inner, whole = sigmoid_by_chain(x)
    same(whole, outer * middle * inner)


@kata.property(points=0)
def is_even_in_x(sigmoid_by_chain, x):
    """The sigmoid is as steep at -x as at x, and its slope lies between 0 and a quarter."""
    same(sigmoid_by_chain(-x)[3], sigmoid_by_chain(x)[3])
    assert 0 <= sigmoid_by_chain(x)[3] <= 0.25 + 1e-12


@kata.property(points=0)
def agrees_with_the_central_difference(sigmoid_by_chain, x):
    """The fourth result is almost the central difference of the sigmoid with a tiny step."""
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
    """You compute e^x. The first step is p = -x, and the exponential receives p."""
    return chain(-((1 + exp(x)) ** -2), exp(x))


@kata.misconception(title="does not square the denominator")
def loses_the_square(x):
    """Your df/dq is -1/q. The power of 1/q is -1, and differentiation lowers it by one."""
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
    """Your df/dx lacks one of the three factors, and so the slope of a rising curve is negative."""
    outer, middle, inner, whole = chain(-((1 + exp(-x)) ** -2), exp(-x))
    return outer, middle, inner, -whole


@kata.misconception(title="adds the three derivatives")
def adds_the_factors(x):
    """Your df/dx is the sum of the local derivatives. Rates in a chain multiply."""
    outer, middle, inner, _ = chain(-((1 + exp(-x)) ** -2), exp(-x))
    return outer, middle, inner, outer + middle + inner


@kata.misconception(title="takes 1 + e^p for dq/dp")
def keeps_the_constant(x):
    """Your dq/dp contains the constant 1. A constant has no slope."""
    return chain(-((1 + exp(-x)) ** -2), 1 + exp(-x))


@kata.misconception(title="takes dq/dp times the inner derivative")
def differentiates_two_steps_at_once(x):
    """Your dq/dp is the derivative of q with respect to x. With respect to p, the minus of -x does not occur."""
    return chain(-((1 + exp(-x)) ** -2), -exp(-x))


@kata.misconception(title="takes df/dq at x")
def differentiates_at_x(x):
    """You take the derivative of 1/q at x. The last step receives q."""
    return chain(-1 / x**2 if x else -math.inf, exp(-x))


@kata.misconception(title="returns the values of the steps")
def returns_the_values(x):
    """You return p, q and f, the values of the steps. Asked for are their derivatives."""
    q = 1 + exp(-x)
    return -x, q, 1 / q, 1 / q * (1 - 1 / q)


@kata.misconception(title="returns e^(-x) / (1 + e^(-x)) for df/dx")
def returns_one_minus_the_sigmoid(x):
    """Your df/dx tends to 1 on the left, where the curve is flat: the square of the denominator is missing there."""
    outer, middle, inner, _ = chain(-((1 + exp(-x)) ** -2), exp(-x))
    return outer, middle, inner, exp(-x) / (1 + exp(-x))


@kata.misconception(title="squares a number that is too large")
def squares_q(x):
    """For a very negative x your function raises OverflowError: the square of q is no float."""
    return chain(-1 / (1 + math.exp(-x)) ** 2, math.exp(-x))

"""Properties of all right log-odds, and the usual mistakes."""

import math

import numpy as np

from gradkata import Kata, arg, same, st
from ._chances import TABLE, inner, logarithm, near_the_ends, ratio
from .odds import kata as odds

kata = Kata("log_odds(p: (n)) -> (n)", p=st.arrays(arg("n"), elements=inner))
kata.domain(n=arg.size(0, 2000), p=arg.real(0, 1))
kata.mistakes(say={
    "has_the_wrong_sign":
        "Your result has the wrong sign: these are the log-odds against. Likely events have log-odds above 0.",
})
kata.hints(
    "What are the odds for a probability of 1/2, and what is the logarithm of that number?",
    "The sigmoid contains e^(-x). Which logarithm undoes a power of e?",
    "What are the odds of an impossible event, and what is the logarithm of that number in NumPy?",
)

kata.contract(points=1, finite=False)
kata.agreement(points=6)
kata.edge("The log-odds of an impossible event are -inf, those of a certain one inf.", points=1,
          p=st.arrays(arg("n"), elements=st.sampled_from([0.0, 1.0]) | inner),
          hint="What do your division and your logarithm return, or raise, for 0 and for 1?")
kata.edge("Log-odds of almost certain and of almost impossible events keep their digits.", points=1,
          p=st.arrays(arg("n"), elements=near_the_ends),
          hint="Does your code treat 1 - 1e-12 like another probability, such as 1?")
kata.edge("Without probabilities the result is empty.", points=1, n=0,
          hint="Does your code join pieces, or take a maximum? Both fail for an empty array.")
kata.example("Even chances, odds of 4 to 1, and an impossible event.", p=np.array([0.5, 0.8, 0.0]),
             expected=np.array([0.0, 1.3862943611198906, -np.inf]))
kata.example("Odds of 1 to 2, 4, 8, 16 and 32, and the other way round.", p=TABLE, expected=np.array([
    -0.6931471805599453, -1.3862943611198906, -2.0794415416798357, -2.772588722239781, -3.4657359027997265,
    0.6931471805599453, 1.3862943611198906, 2.0794415416798357, 2.772588722239781, 3.4657359027997265,
]))
kata.example("The log-odds of the probability 1e-9.", p=np.array([1e-9]), expected=np.array([-20.72326583594641]))

kata.equivalent("log_odds_numpy: drop divide= in np.errstate(divide='ignore')", reason="a warning changes no result")


@kata.misconception(title="uses the inverse of tanh near 0 and 1")
def uses_the_inverse_of_tanh(p):
    """You compute with 2 p - 1, for example in the inverse of tanh. For a p near 0 this number is rounded to about -1,
    and the digits of p are lost."""
    with np.errstate(divide="ignore"):
        return 2 * np.arctanh(2 * p - 1)


@kata.property(points=0)
def changes_sign_for_the_opposite(log_odds, p):
    """The log-odds of the opposite are the same number with the other sign."""
    same(log_odds(1 - p), -log_odds(p))


@kata.property(points=0)
def is_undone_by_the_sigmoid(log_odds, p):
    """The sigmoid of the log-odds is the probability."""
    same(1 / (1 + np.exp(-np.clip(log_odds(p), -50, 50))), p)


@kata.property(points=0)
def rises_with_the_probability(log_odds, p):
    """A likelier event has larger log-odds."""
    result = log_odds(np.sort(p))
    assert (result[1:] >= result[:-1]).all()


@kata.misconception(title="takes the logarithm to base 2")
def takes_the_binary_logarithm(p):
    """You take the logarithm to base 2. The sigmoid contains e, and would not return the probability."""
    return logarithm(ratio(p, 1 - p)) / math.log(2)


@kata.misconception(title="takes the logarithm to base 10")
def takes_the_decimal_logarithm(p):
    """You take the logarithm to base 10. The sigmoid contains e, and would not return the probability."""
    return logarithm(ratio(p, 1 - p)) / math.log(10)


@kata.misconception(title="takes the logarithm of the probability")
def takes_the_logarithm_of_p(p):
    """You take the logarithm of the probability itself. It is never above 0, so likely events would have
    no positive log-odds."""
    return logarithm(p)


@kata.misconception(title="divides two logarithms")
def divides_two_logarithms(p):
    """You divide the logarithm of p by that of 1 - p. The logarithm of a quotient is not the quotient of the
    logarithms."""
    return ratio(logarithm(p), logarithm(1 - p))


@kata.misconception(title="adds two logarithms")
def adds_two_logarithms(p):
    """You add the logarithms of p and 1 - p. That is the logarithm of their product."""
    return logarithm(p) + logarithm(1 - p)


@kata.misconception(title="adds 1 to the odds")
def adds_one_to_the_odds(p):
    """You take the logarithm of the odds plus 1, which is never below 0. For a probability of 1/2 the result
    is 0."""
    return np.log1p(ratio(p, 1 - p))


@kata.misconception(title="returns the odds")
def returns_the_odds(p):
    """You return the odds, without the logarithm."""
    return ratio(p, 1 - p)


@kata.misconception(title="applies the sigmoid")
def applies_the_sigmoid(p):
    """You apply the sigmoid. It turns log-odds into a probability; here you need its inverse."""
    return 1 / (1 + np.exp(-p))


@kata.misconception(title="fails for an impossible event")
def raises_for_an_impossible_event(p):
    """Your code raises an exception for 0: `math.log(0)` raises ValueError. The limit is -inf."""
    return np.array([math.log(each / (1 - each)) if each < 1 else math.inf for each in p.tolist()])


@kata.misconception(title="replaces infinities by large numbers")
def replaces_infinities_by_large_numbers(p):
    """Instead of -inf and inf you return the smallest and the largest finite number. The limits are infinite."""
    return np.nan_to_num(logarithm(ratio(p, 1 - p)))


kata.inherit(odds, lambda wrong: lambda p: logarithm(wrong(p)), without=[
    "returns_the_odds_against", "replaces_infinity_by_a_large_number", "returns_the_log_odds",
    "divides_one_by_the_opposite", "returns_decimal_odds",
])

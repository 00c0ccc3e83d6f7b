"""Properties of all right odds, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._chances import TABLE, inner, logarithm, near_the_ends, ratio

kata = Kata("odds(p: (n)) -> (n)", p=st.arrays(arg("n"), elements=inner))
kata.domain(n=arg.size(0, 2000), p=arg.real(0, 1))
kata.hints(
    "A team wins 2 of 10 games. How many does it win for each that it loses?",
    "What are the odds of an event that happens half of the time?",
    "What is 1 / 0 in NumPy, and what is it in plain Python?",
)

kata.contract(points=1, finite=False)
kata.agreement(points=6)
kata.edge("A certain event has infinite odds, an impossible one odds of 0.", points=1,
          p=st.arrays(arg("n"), elements=st.sampled_from([0.0, 1.0]) | inner),
          hint="What does your code return, or raise, for a probability of 1?")
kata.edge("Odds of almost certain and of almost impossible events keep their digits.", points=1,
          p=st.arrays(arg("n"), elements=near_the_ends),
          hint="Does your code treat 1 - 1e-12 like another probability, such as 1?")
kata.edge("Without probabilities the result is empty.", points=1, n=0,
          hint="Does your code join pieces, or take a maximum? Both fail for an empty array.")
kata.example("Two wins in ten games.", expected=np.array([0.25]), p=np.array([0.2]))
kata.example("Even chances, two wins in ten games, and a certain event.", expected=np.array([1, 0.25, np.inf]),
             p=np.array([0.5, 0.2, 1.0]))
kata.example("1 to 2, 4, 8, 16 and 32, and the other way round.", p=TABLE,
             expected=np.array([1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 32, 2, 4, 8, 16, 32]))
kata.example("The largest probability below 1 has finite odds.", p=np.array([1 - 2.0**-53]),
             expected=np.array([2.0**53 - 1]))

kata.equivalent("odds_numpy: drop divide= in np.errstate(divide='ignore')", reason="a warning does not change a result")


@kata.property(points=0, p=st.arrays(arg("n"), elements=st.sampled_from([1e-300, 1e-12, 1e-9, 1e-4])))
def keeps_the_digits_of_small_probabilities(odds, p):
    """The odds of an unlikely event, divided by its probability, are 1 over the probability of the opposite."""
    same(odds(p) / p, 1 / (1 - p))


@kata.property(points=0)
def turns_round_for_the_opposite(odds, p):
    """The odds of the opposite are the reciprocal: odds of 4 to 1 become odds of 1 to 4."""
    same(odds(1 - p), ratio(1.0, odds(p)))


@kata.property(points=0)
def leads_back_to_the_probability(odds, p):
    """A probability is its odds o divided by 1 + o."""
    o = odds(p)
    same(ratio(o, 1 + o), p)


@kata.property(points=0)
def rises_with_the_probability(odds, p):
    """A likelier event has larger odds, and odds are never negative."""
    o = odds(np.sort(p))
    assert (o >= 0).all()
    assert (np.diff(o) >= 0).all()


@kata.misconception(title="divides by 1 + p")
def divides_by_one_plus_p(p):
    """You divide by 1 + p. That turns odds into a probability, not a probability into odds."""
    return p / (1 + p)


@kata.misconception(title="returns the odds against", convention="bookmakers")
def returns_the_odds_against(p):
    """You divide the probability of losing by that of winning. Here the odds are those in favour of the event."""
    return ratio(1 - p, p)


@kata.misconception
def takes_percentages(p):
    """You subtract from 100, as if the probabilities were percentages. A certain event has the probability 1."""
    return p / (100 - p)


@kata.misconception(title="divides 1 by the probability of the opposite")
def divides_one_by_the_opposite(p):
    """Your numerator is 1, so that an impossible event has odds of 1, and a probability of 1/2 has odds of 2."""
    return ratio(1.0, 1 - p)


@kata.misconception(title="returns 1 / p", convention="bookmakers' decimal odds")
def returns_decimal_odds(p):
    """You return what a fair bet pays back for each unit staked. A likelier event pays less, but its odds are
    larger."""
    return ratio(1.0, p)


@kata.misconception(title="fails for a certain event")
def raises_for_a_certain_event(p):
    """For a probability of 1 your code raises ZeroDivisionError, as Python's division does. The odds are infinite
    there."""
    return np.array([each / (1 - each) for each in p.tolist()])


@kata.misconception(title="replaces inf by a large number")
def replaces_infinity_by_a_large_number(p):
    """For a probability of 1 you return the largest finite number. The odds are infinite there."""
    return np.nan_to_num(ratio(p, 1 - p))


@kata.misconception(title="adds a small number to the divisor")
def adds_a_small_number_to_the_divisor(p):
    """You add 1e-12 to the divisor. That makes the odds of a certain event finite, and others inexact."""
    return p / (1 - p + 1e-12)


@kata.misconception(title="clips the probabilities", convention="Keras, whose epsilon before a logarithm is 1e-7")
def clips_the_probabilities(p):
    """You move probabilities away from 0 and 1. Here the odds of certain and of almost certain events differ."""
    return np.clip(p, 1e-7, 1 - 1e-7) / (1 - np.clip(p, 1e-7, 1 - 1e-7))


@kata.misconception(title="returns the logarithm of the odds")
def returns_the_log_odds(p):
    """You return the logarithm of the odds, which is negative for unlikely events. Odds are not."""
    return logarithm(ratio(p, 1 - p))


@kata.misconception(title="joins pieces of an empty list")
def joins_an_empty_list(p):
    """You join one piece for each probability, and NumPy cannot join an empty list. Without probabilities the result is
    empty."""
    return np.concatenate([ratio(p[i : i + 1], 1 - p[i : i + 1]) for i in range(len(p))])

"""Properties that every right sigmoid has, and common mistakes."""

import math

import numpy as np

from gradkata import Kata, arg, same, st
from . import _careless as careless
from . import _imprecise as imprecise
from ._inputs import far_out, finer, half, plain_sigmoid
from ._inputs import sigmoid as right

kata = Kata("sigmoid(x: (n)) -> (n)", x=st.arrays(arg("n"), elements=half | finer))
kata.domain(n=arg.size(0, 1200), x=arg.real(also=(np.inf, -np.inf)))
kata.hints(
    "What is e^(-x) for a very large x, and what is left of the fraction then? And for a very negative x?",
    "What does your code do for x = -1000, and for x = 1000? Does an intermediate result become infinite? What is ∞/∞?",
    "e^x stays small for a negative x, e^(-x) for a positive one. Write the fraction with only the one that stays "
    "small, and let each entry choose its form.",
)

kata.contract(points=1)
kata.agreement(points=5)
kata.edge("Far from 0 the tails are right, without NaN and without an exception.", points=2,
          hint="Which exponential overflows there? e^(-|x|) never does.", x=st.arrays(arg("n"), elements=far_out))
kata.edge("Infinities among other numbers give the right answer.", points=1,
          hint="Infinity minus infinity and infinity divided by infinity are NaN. Where does your code do that?",
          x=st.arrays(arg("n"), elements=st.sampled_from([np.inf, -np.inf]) | half))
kata.edge("An empty array gives an empty array.", points=1, n=st.just(0), x=st.arrays(0, elements=half),
          hint="What do max() and np.vectorize do with an empty array?")
kata.example("The sigmoid of 0 is a half.", expected=np.array([0.5]), x=np.zeros(1))

kata.equivalent("sigmoid_numpy: >= -> > in x >= 0", reason="at 0 the exponential is 1 as well")

@kata.property(points=0)
def is_its_own_mirror_image(sigmoid, x):
    """The sigmoid of x and the sigmoid of -x add up to 1."""
    same(sigmoid(-x), 1 - sigmoid(x))

@kata.property(points=0)
def rises_from_0_to_1(sigmoid, x):
    """The values lie between 0 and 1, and a larger entry never has a smaller value."""
    s = sigmoid(np.sort(x))
    assert (np.abs(s - 0.5) <= 0.5 + 1e-12).all()
    assert (np.diff(s) >= -1e-12).all()

@kata.property(points=0)
def has_odds_of_e_to_the_x(sigmoid, x):
    """The odds s / (1 - s) of a result s are e^x, so x is their logarithm."""
    s = sigmoid(np.clip(x, -4, 4))
    same(s, (1 - s) * np.exp(np.clip(x, -4, 4)))

@kata.property(points=0)
def looks_at_one_entry_at_a_time(sigmoid, x):
    """The value of an entry does not depend on the other entries."""
    same(sigmoid(x[:1]), sigmoid(x)[:1])

@kata.misconception(title="has the curve of -x")
def leaves_out_the_minus(x):
    """Your curve falls where it should rise: it is that of -x. Perhaps the minus sign of the exponent is missing."""
    return right(-x)

@kata.misconception(title="leaves the exponential out of the denominator")
def leaves_out_the_brackets(x):
    """Your result is 1 + e^(-x). Perhaps brackets are missing: division binds more tightly than addition, and the
    whole sum belongs in the denominator."""
    return 1 / 1 + np.exp(-x)

@kata.misconception(title="lets math.exp overflow")
def overflows_the_exponential(x):
    """math.exp raises OverflowError where NumPy's exp returns infinity. A sigmoid of almost 0 is not an error."""
    return np.array([1 / (1 + math.exp(-value)) for value in x])

@kata.misconception(title="clips the input at ±20")
def clips_at_twenty(x):
    """Beyond ±20 your sigmoid no longer changes, so sigmoid(-30) comes out as sigmoid(-20), 20,000 times too large."""
    return right(np.clip(x, -20, 20))

@kata.misconception(convention="binary cross-entropy, where a logarithm follows (Keras: 1e-7)",
                    title="clips the result away from 0 and 1")
def keeps_away_from_0_and_1(x):
    """Your sigmoid never comes closer to 0 or 1 than 1e-7. Here it may come arbitrarily close."""
    return np.clip(right(x), 1e-7, 1 - 1e-7)

@kata.misconception(title="leaves out the denominator on the left")
def forgets_the_sum_on_the_left(x):
    """For a negative x your sigmoid is only the exponential. The denominator is missing there."""
    return np.where(x < 0, np.exp(np.minimum(x, 0)), right(x))

@kata.misconception(title="gives the same result for x and -x")
def forgets_the_other_side(x):
    """At -x your result is that of x. The sigmoid of a negative number is below a half; perhaps the formula for
    x < 0 is missing."""
    return right(np.abs(x))

careless.vectorizes_an_empty_array(kata, right)

careless.needs_one_truth_value(kata, right)
careless.calls_it_saturated(kata, right, 10, high=1.0)
careless.loses_the_order(kata, right)
imprecise.computes_in_single_precision(kata, plain_sigmoid)
imprecise.uses_tables(kata, right)
imprecise.adds_epsilons(kata, lambda epsilon, x: 1 / (1 + np.exp(-x) + epsilon))

@kata.misconception(hint="Divide numerator and denominator by e^x. Which exponential is left?")
def divides_infinity_by_infinity(x):
    """For a large x your result is NaN: an exponential that grows with x is in both numerator and denominator, and ∞/∞
    is NaN."""
    return np.exp(x) / (1 + np.exp(x))

@kata.misconception
def chooses_one_formula_for_all(x):
    """You choose one formula for the whole array, so a single negative entry makes large positive ones overflow. Each
    entry needs its own formula."""
    return 1 / (1 + np.exp(-x)) if (x >= 0).all() else np.exp(x) / (1 + np.exp(x))

@kata.misconception(title="handles infinity but not large numbers")
def patches_infinity_only(x):
    """You handle infinity separately, but a large number gives NaN as well: numerator and denominator overflow to
    infinity there, and ∞/∞ is NaN."""
    return np.where(np.isinf(x), x > 0, np.exp(x) / (1 + np.exp(x)))

@kata.misconception
def returns_0_on_overflow(x):
    """You return 0 where e^x overflows. There the curve is highest."""
    return np.where((x > 709.7) & np.isfinite(x), 0.0, right(x))

@kata.misconception(title="replaces NaN by 0")
def replaces_nan_by_zero(x):
    """You return 0 for large x and for infinity, as if a NaN from ∞/∞ were replaced by 0. There the curve is
    highest."""
    return np.where(x > 709.7, 0.0, right(x))

@kata.misconception(title="shifts all exponents by the largest entry")
def shifts_all_by_the_largest(x):
    """You shift all exponents by the largest entry, as softmax does. If that entry is large, the exponentials of
    others become 0 in the denominator too. An empty array has no largest entry."""
    return np.exp(x - x.max()) / (np.exp(x - x.max()) + np.exp(-x.max()))

@kata.misconception(title="shifts all exponents by the largest finite entry")
def shifts_all_by_the_largest_finite_entry(x):
    """You shift all exponents by the largest finite entry, as softmax does. If it is large, the exponentials of others
    become 0 in the denominator too. Each entry is handled separately."""
    top = np.max(x, initial=-np.inf, where=np.isfinite(x))
    return np.where(np.isinf(x), x > 0, np.exp(x - top) / (np.exp(x - top) + np.exp(-top)))

@kata.misconception(title="subtracts infinity from infinity")
def subtracts_the_maximum_from_infinity(x):
    """For x = ∞ your result is NaN. Perhaps you subtract the larger of x and 0 from both exponents: ∞ - ∞ is NaN."""
    top = np.maximum(x, 0)
    return np.exp(x - top) / (np.exp(x - top) + np.exp(-top))

@kata.misconception(title="returns tanh")
def squeezes_with_tanh(x):
    """You return tanh, which runs from -1 to 1. The sigmoid is never negative."""
    return np.tanh(x)

@kata.misconception(title="builds the sigmoid from tanh of the whole argument")
def forgets_to_halve_the_argument(x):
    """You shift and halve tanh(x), which rises twice as fast as the sigmoid. The argument has to change as well."""
    return (1 + np.tanh(x)) / 2

@kata.misconception(title="returns the slope")
def returns_the_derivative(x):
    """You return the slope of the sigmoid. Return its value."""
    return right(x) * (1 - right(x))

@kata.misconception
def normalises_over_all_entries(x):
    """You divide by the sum over all entries, which is softmax. The sigmoid handles each entry separately."""
    e = np.exp(x - x.max())
    return e / e.sum()

@kata.misconception(title="returns a step")
def decides_0_or_1(x):
    """You return a step from 0 to 1. The sigmoid takes every value in between."""
    return np.where(x > 0, 1.0, np.where(x < 0, 0.0, 0.5))

@kata.misconception(title="leaves out the entries that are 0")
def forgets_zero(x):
    """Your sigmoid is 0 where x is 0. Perhaps your two cases are x > 0 and x < 0; one of them has to include 0."""
    return np.where(x != 0, right(x), 0.0)

@kata.misconception(convention="PyTorch's hardsigmoid, for small devices", title="uses three straight lines")
def takes_three_straight_lines(x):
    """You replace the curve by three straight lines. Here the curve itself is meant."""
    return np.clip(x / 6 + 0.5, 0, 1)

@kata.misconception(convention="the bipolar sigmoid, from -1 to 1", title="runs from -1 to 1")
def runs_from_minus_1(x):
    """Your curve runs from -1 to 1. Here it runs from 0 to 1."""
    return 2 * right(x) - 1

@kata.misconception(title="all results get the type of the first one")
def uses_the_type_of_the_first_result(x):
    """np.vectorize gives all results the type of the first one. If that is an integer, such as 0, all others are
    truncated to integers. np.vectorize also refuses an empty array."""
    return np.vectorize(lambda v: 1 / (1 + math.exp(-v)) if v > -700 else 0)(x)

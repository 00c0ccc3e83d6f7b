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
    "What is the result of exp(1000) with `math`, and with NumPy? What is that divided by itself?",
    "Which exponential stays small for a negative x? Can you write the fraction with only that one?",
    "What does your code do with an empty array?",
)

kata.contract(points=1)
kata.agreement(points=5)
kata.edge("Far from 0 the tails are right, without NaN and without an exception.", points=2,
          x=st.arrays(arg("n"), elements=far_out))
kata.edge("Infinities give the limits 0 and 1.", points=1,
          x=st.arrays(arg("n"), elements=st.sampled_from([np.inf, -np.inf]) | half))
kata.edge("An empty array gives an empty array.", points=1, n=st.just(0), x=st.arrays(0, elements=half))
kata.example("The sigmoid of 0 is a half.", expected=np.array([0.5]), x=np.zeros(1))

kata.equivalent("sigmoid_numpy: >= -> > in x >= 0", reason="at 0 the exponential is 1 as well")

@kata.property(points=0)
def is_its_own_mirror_image(sigmoid, x):
    """The values at x and at -x add up to 1."""
    same(sigmoid(-x), 1 - sigmoid(x))

@kata.property(points=0)
def rises_from_0_to_1(sigmoid, x):
    """The values lie between 0 and 1, and a larger entry never has a smaller value."""
    s = sigmoid(np.sort(x))
    assert (np.abs(s - 0.5) <= 0.5 + 1e-12).all()
    assert (np.diff(s) >= -1e-12).all()

@kata.property(points=0)
def looks_at_one_entry_at_a_time(sigmoid, x):
    """The value of an entry does not depend on the other entries."""
    same(sigmoid(x[:1]), sigmoid(x)[:1])

@kata.misconception
def leaves_out_the_minus(x):
    """Your exponential grows with x, so your curve falls where it should rise. It is the mirror image of the
    sigmoid."""
    return right(-x)

@kata.misconception
def leaves_out_the_brackets(x):
    """You divide 1 by 1 and then add the exponential, because division binds more tightly than addition. The whole sum
    belongs in the denominator."""
    return 1 / 1 + np.exp(-x)

@kata.misconception
def overflows_the_exponential(x):
    """math.exp raises OverflowError where NumPy's exp returns infinity. A sigmoid of almost 0 is not an error."""
    return np.array([1 / (1 + math.exp(-value)) for value in x])

@kata.misconception
def clips_at_twenty(x):
    """You clip the input at ±20, so all entries further out get the same value. The tails are small there, but the
    grader compares nine of their digits."""
    return right(np.clip(x, -20, 20))

@kata.misconception(convention="binary cross-entropy, where a logarithm follows (Keras: 1e-7)")
def keeps_away_from_0_and_1(x):
    """You clip the result so that it never comes close to 0 or 1. Here it may come arbitrarily close."""
    return np.clip(right(x), 1e-7, 1 - 1e-7)

@kata.misconception
def uses_vectorize_on_an_empty_array(x):
    """np.vectorize calls your function once to find out the type of its result. For an empty array it cannot do so,
    and raises an exception."""
    return np.vectorize(lambda value: 1 / (1 + np.exp(-value)))(x)

@kata.misconception
def forgets_the_sum_on_the_left(x):
    """For a negative x you return only the exponential. The denominator is missing there."""
    return np.where(x < 0, np.exp(np.minimum(x, 0)), right(x))

careless.calls_it_saturated(kata, right, 10, high=1.0)
careless.loses_the_order(kata, right)
imprecise.computes_in_single_precision(kata, plain_sigmoid)
imprecise.uses_tables(kata, right)
imprecise.adds_epsilons(kata, lambda epsilon, x: 1 / (1 + np.exp(-x) + epsilon))

@kata.misconception
def divides_infinity_by_infinity(x):
    """Your fraction has an exponential that grows with x in both numerator and denominator. For a large x both are
    infinite, and their ratio is NaN."""
    return np.exp(x) / (1 + np.exp(x))

@kata.misconception
def chooses_one_formula_for_all(x):
    """You choose one formula for the whole array, so a single negative entry decides for the positive ones too. Each
    entry needs the formula that does not overflow for it."""
    return 1 / (1 + np.exp(-x)) if (x >= 0).all() else np.exp(x) / (1 + np.exp(x))

@kata.misconception
def patches_infinity_only(x):
    """You handle infinity separately and leave large numbers to a fraction of exponentials that grow with x. Numerator
    and denominator are infinite there as well, and their ratio is NaN."""
    return np.where(np.isinf(x), x > 0, np.exp(x) / (1 + np.exp(x)))

@kata.misconception
def returns_0_on_overflow(x):
    """You return 0 where an exponential overflows. Yours grows with x, so it overflows where the curve is highest."""
    return np.where((x > 709.7) & np.isfinite(x), 0.0, right(x))

@kata.misconception
def replaces_nan_by_zero(x):
    """You replace NaN by 0. The NaN comes from infinity divided by infinity, on the side where the curve is highest."""
    return np.where(x > 709.7, 0.0, right(x))

@kata.misconception
def shifts_all_by_the_largest(x):
    """You shift all exponents by the largest entry, as softmax does. If it is large, the exponentials of other entries
    become 0, also in the denominator. For an empty array, max() raises an exception."""
    return np.exp(x - x.max()) / (np.exp(x - x.max()) + np.exp(-x.max()))

@kata.misconception
def shifts_all_by_the_largest_finite_entry(x):
    """You shift all exponents by the largest finite entry, as softmax does. If it is large, the exponentials of other
    entries become 0, also in the denominator. The sigmoid handles each entry separately."""
    top = np.max(x, initial=-np.inf, where=np.isfinite(x))
    return np.where(np.isinf(x), x > 0, np.exp(x - top) / (np.exp(x - top) + np.exp(-top)))

@kata.misconception
def subtracts_the_maximum_from_infinity(x):
    """You subtract the larger of x and 0 from both exponents. For infinity that is infinity minus infinity, which is
    NaN."""
    top = np.maximum(x, 0)
    return np.exp(x - top) / (np.exp(x - top) + np.exp(-top))

@kata.misconception
def squeezes_with_tanh(x):
    """You return tanh, which runs from -1 to 1. The sigmoid is never negative."""
    return np.tanh(x)

@kata.misconception
def forgets_to_halve_the_argument(x):
    """You build the sigmoid from tanh by shifting and halving its value, but tanh rises twice as fast. Its argument
    has to change as well."""
    return (1 + np.tanh(x)) / 2

@kata.misconception
def returns_the_derivative(x):
    """You return the slope of the sigmoid. This kata asks for its value."""
    return right(x) * (1 - right(x))

@kata.misconception
def normalises_over_all_entries(x):
    """You divide by the sum over all entries, which is softmax. The sigmoid handles each entry separately."""
    e = np.exp(x - x.max())
    return e / e.sum()

@kata.misconception
def decides_0_or_1(x):
    """You return a step from 0 to 1. The sigmoid takes every value in between and rises without a jump."""
    return np.where(x > 0, 1.0, np.where(x < 0, 0.0, 0.5))

@kata.misconception
def forgets_zero(x):
    """You fill in the entries above 0 and those below 0, but skip the entries that are 0. One of the two cases has to
    include them."""
    return np.where(x != 0, right(x), 0.0)

@kata.misconception(convention="PyTorch's hardsigmoid, for small devices")
def takes_three_straight_lines(x):
    """You replace the curve by three straight lines. This kata asks for the curve itself."""
    return np.clip(x / 6 + 0.5, 0, 1)

@kata.misconception(convention="the bipolar sigmoid, from -1 to 1")
def runs_from_minus_1(x):
    """You stretch the curve so that it runs from -1 to 1. Here it runs from 0 to 1."""
    return 2 * right(x) - 1

@kata.misconception(title="All results get the type of the first one")
def uses_the_type_of_the_first_result(x):
    """np.vectorize gives all results the type of the first one. If that is an integer, such as 0, all others are
    truncated to integers. np.vectorize also refuses an empty array."""
    return np.vectorize(lambda v: 1 / (1 + math.exp(-v)) if v > -700 else 0)(x)

"""What must hold of any right sigmoid, and the ways it usually goes wrong."""

import math

import numpy as np

from gradkata import Kata, arg, same, st
from . import _careless as careless
from . import _exponentials as exponentials
from . import _imprecise as imprecise
from ._inputs import far_out, finer, half
from ._inputs import sigmoid as right

kata = Kata("sigmoid(x: (n)) -> (n)", x=st.arrays(arg("n"), elements=half | finer))
kata.hints(
    "What is e^(-x) for a very large x, and what is left of the fraction then? And for a very negative x?",
    "What does exp(1000) come out as, with `math` and with NumPy? What is that divided by itself?",
    "Which exponential stays small for a negative x? Can you write the fraction with that one alone?",
    "What does your code do with an array that has no entries?",
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
    """At -x the sigmoid lacks to 1 what it has at x."""
    same(sigmoid(-x), 1 - sigmoid(x))

@kata.property(points=0)
def rises_from_0_to_1(sigmoid, x):
    """The values lie between 0 and 1, and a larger entry has no smaller one."""
    s = sigmoid(np.sort(x))
    assert (np.abs(s - 0.5) <= 0.5 + 1e-12).all()
    assert (np.diff(s) >= -1e-12).all()

@kata.property(points=0)
def looks_at_one_entry_at_a_time(sigmoid, x):
    """The value at an entry is the same without the others."""
    same(sigmoid(x[:1]), sigmoid(x)[:1])

@kata.misconception
def leaves_out_the_minus(x):
    """Your exponential grows with x, so your curve falls where it should rise. It is the mirror image."""
    return right(-x)

@kata.misconception
def leaves_out_the_brackets(x):
    """You divide 1 by 1 and then add the exponential, because division binds more tightly than addition.
    The whole sum belongs below the line."""
    return 1 / 1 + np.exp(-x)

@kata.misconception
def overflows_the_exponential(x):
    """math.exp raises OverflowError where NumPy's exp gives infinity. A sigmoid of almost 0 is no error."""
    return np.array([1 / (1 + math.exp(-value)) for value in x])

@kata.misconception
def clips_at_twenty(x):
    """You clip the input at ±20, so all that lies further out gets the same value. The tails are small there,
    but nine digits of them are asked."""
    return right(np.clip(x, -20, 20))

@kata.misconception(convention="binary cross-entropy, where a logarithm follows (Keras: 1e-7)")
def keeps_away_from_0_and_1(x):
    """You clip the result so that it never comes close to 0 or 1. Here it may come as close as it likes."""
    return np.clip(right(x), 1e-7, 1 - 1e-7)

@kata.misconception
def vectorizes_nothing(x):
    """np.vectorize calls your function once to learn what it returns. Without an entry it cannot, and raises."""
    return np.vectorize(lambda value: 1 / (1 + np.exp(-value)))(x)

@kata.misconception
def forgets_the_sum_on_the_left(x):
    """For a negative x you return the exponential by itself. What stands below the line is missing there."""
    return np.where(x < 0, np.exp(np.minimum(x, 0)), right(x))

for wrong in (
    careless.calls_it_saturated(right, 10, high=1.0), careless.works_in_place(right), *careless.loses_the_order(right),
    *imprecise.single_precision(imprecise.sigmoid), *imprecise.tables(right),
    *imprecise.adds_epsilons(lambda epsilon, x: 1 / (1 + np.exp(-x) + epsilon)),
    exponentials.divides_infinity_by_infinity, exponentials.chooses_one_formula_for_all,
    exponentials.takes_the_larger_off_infinity, exponentials.shifts_all_by_the_largest,
    exponentials.shifts_all_by_the_largest_finite_entry,
    exponentials.patches_infinity_only, exponentials.takes_an_overflow_for_0, exponentials.takes_nan_for_0,
):
    kata.misconception(wrong)

@kata.misconception
def squeezes_with_tanh(x):
    """You return tanh, which runs from -1 to 1. The sigmoid is never negative."""
    return np.tanh(x)

@kata.misconception
def forgets_to_halve_the_argument(x):
    """You make the sigmoid of a tanh, and move and halve its value, but tanh rises twice as fast. Its argument
    has to change as well."""
    return (1 + np.tanh(x)) / 2

@kata.misconception
def returns_the_derivative(x):
    """You return the slope of the sigmoid, which is another question. Its value is asked for."""
    return right(x) * (1 - right(x))

@kata.misconception
def shares_out_among_the_entries(x):
    """You divide by the sum over all entries, which is softmax. The sigmoid looks at one entry at a time."""
    e = np.exp(x - x.max())
    return e / e.sum()

@kata.misconception
def decides_0_or_1(x):
    """You return a step from 0 to 1. The sigmoid has every value between, and rises without a jump."""
    return np.where(x > 0, 1.0, np.where(x < 0, 0.0, 0.5))

@kata.misconception
def forgets_zero(x):
    """You fill in what is above 0 and what is below 0, and leave 0 itself as it was. It belongs to one side."""
    return np.where(x != 0, right(x), 0.0)

@kata.misconception(convention="PyTorch's hardsigmoid, for small devices")
def takes_three_straight_lines(x):
    """You replace the curve by three straight lines. Here the curve itself is asked for."""
    return np.clip(x / 6 + 0.5, 0, 1)

@kata.misconception(convention="the bipolar sigmoid, from -1 to 1")
def runs_from_minus_1(x):
    """You stretch the curve so that it runs from -1 to 1. Here it runs from 0 to 1."""
    return 2 * right(x) - 1

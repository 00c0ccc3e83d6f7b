"""Properties of every right threshold unit, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st


@st.composite
def off_the_threshold(draw, n, theta):
    """Sums that do not equal the threshold."""
    return draw(st.arrays(n, elements=(inputs.halves | inputs.fine).filter(lambda z: z != theta)))


kata = Kata("threshold_unit(z: (n), theta: ()) -> i8(n)", n=st.integers(1, 5), theta=inputs.halves,
            z=off_the_threshold(arg("n"), arg("theta")))
kata.domain(n=arg.size(0, 2000), z=arg.real(-1000, 1000, also=(np.inf, -np.inf)), theta=arg.real(-1000, 1000))
kata.hints(
    "With a threshold of 1: what is the answer for a sum of 1, and what for one of 0.5?",
    "What is the answer for a sum of -1 if the threshold is -2?",
    "What does `z > theta` return for an array, and which call turns that into integers?",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("Without sums the result is empty.", points=1, n=0, z=np.zeros(0))
kata.edge("A sum that equals the threshold gives 0.", points=2, z=st.arrays(arg("n"), elements=st.just(arg("theta"))))
kata.edge("Infinite sums lie above and below every threshold.", points=0,
          z=st.arrays(arg("n"), elements=st.sampled_from([np.inf, -np.inf])))
kata.example("With a threshold of 1 a sum of 1 gives 0.", expected=np.array([0]), z=np.array([1.0]), theta=1.0)
kata.example("With a threshold of 0.5 a sum of 1 gives 1.", expected=np.array([1]), z=np.array([1.0]), theta=0.5)
kata.example("With a threshold of 1 a sum of 0.6 gives 0.", expected=np.array([0]), z=np.array([0.6]), theta=1.0)
kata.example("With a threshold of 0 a small positive sum gives 1.", expected=np.array([1, 0, 0]),
             z=np.array([0.0001, 0.0, -0.0001]), theta=0.0)
kata.example("The comparison has no tolerance.", expected=np.array([1]), z=np.array([1e-12]), theta=0.0)

kata.equivalent("threshold_unit_numpy: swap arguments in np.where(z > theta, 1, 0)",
                reason="1 counts as true, and NumPy converts the comparison to integers because of 0")


@kata.property(points=0)
def never_falls_as_the_sum_grows(threshold_unit, z, theta):
    """A larger sum never has a smaller answer."""
    fires = threshold_unit(np.sort(z), theta)
    assert (np.diff(fires) >= 0).all()


@kata.property(points=0)
def fires_less_with_a_higher_threshold(threshold_unit, z, theta):
    """A higher threshold never turns a 0 into a 1."""
    assert (threshold_unit(z, theta + 1) <= threshold_unit(z, theta)).all()


@kata.property(points=0, z=st.arrays(arg("n"), elements=inputs.halves))
def depends_on_the_difference_only(threshold_unit, z, theta):
    """If all sums and the threshold grow by 3, nothing changes."""
    same(threshold_unit(z + 3, theta + 3), threshold_unit(z, theta))


@kata.misconception(title="fires at the threshold itself", convention="McCulloch and Pitts's units")
def fires_at_the_threshold(z, theta):
    """You return 1 for a sum that equals the threshold. Here a sum has to exceed it."""
    return np.where(z >= theta, 1, 0)


@kata.misconception
def compares_with_0(z, theta):
    """You compare the sums with 0, whatever the threshold is. It is an argument, and may have either sign."""
    return np.where(z > 0, 1, 0)


@kata.misconception
def compares_with_1(z, theta):
    """You compare the sums with 1, whatever the threshold is. It is an argument, and may have either sign."""
    return np.where(z > 1, 1, 0)


@kata.misconception(title="reverses the comparison")
def fires_below_the_threshold(z, theta):
    """You return 1 for the sums below the threshold. A unit fires if its sum is large."""
    return np.where(z < theta, 1, 0)


@kata.misconception(title="returns -1 instead of 0", convention="texts that label the classes -1 and 1")
def returns_minus_one(z, theta):
    """You return -1 for a unit that does not fire. Here the answers are 0 and 1."""
    return np.where(z > theta, 1, -1)


@kata.misconception(title="returns Booleans", hint="Which call turns an array of Booleans into integers?")
def returns_truth_values(z, theta):
    """You return True and False. Here the answers are the integers 0 and 1."""
    return z > theta


@kata.misconception(title="leaves a gap between 0 and the threshold")
def has_two_cut_offs(z, theta):
    """You return 1 above the threshold and 0 for negative sums, and keep the sums in between. The threshold alone
    decides about every sum."""
    return np.trunc(np.where(z > theta, 1, np.where(z < 0, 0, z))).astype(int)


@kata.misconception(title="lets a large sum through unchanged")
def returns_the_sum(z, theta):
    """You return the sum itself where it exceeds the threshold. The answer only says whether it does."""
    return np.where(z > theta, z, 0).astype(int)


@kata.misconception(title="compares the size of the sum without its sign")
def ignores_the_sign(z, theta):
    """You compare the absolute value of the sum with the threshold. A very negative sum is far below it."""
    return np.where(np.abs(z) > theta, 1, 0)


@kata.misconception(title="uses np.vectorize on an empty array")
def uses_vectorize_on_an_empty_array(z, theta):
    """Your function raises ValueError without sums. Perhaps np.vectorize is the reason: it calls your function once to
    find out the type of its result."""
    return np.vectorize(lambda total: 1 if total > theta else 0)(z)

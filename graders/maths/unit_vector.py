"""Properties of every right unit vector, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st

halves = st.arrays(arg("d"), elements=inputs.halves).filter(lambda v: v.any())

kata = Kata("unit_vector(v: (d)) -> (d)", d=st.integers(2, 4), v=halves)
kata.domain(d=arg.size(0, 2000), v=arg.real(-1e300, 1e300))
kata.hints(
    "What is the length of (3, 4)? By which number do you divide both components to get a length of 1?",
    "What does 0 divided by 0 give, and what does the statement ask for?",
    "What is the square of 3e-200 in float64? Multiply the vector by a number first: its direction stays the same.",
)

kata.contract(points=1)
kata.agreement(points=5)
kata.edge("A vector of zeros stays as it is.", points=2, v=st.arrays(arg("d"), elements=st.just(0.0)))
kata.edge("Without components the result is empty.", points=1, d=0, v=np.zeros(0))
kata.edge(
    "A tiny or huge vector has a direction as well.",
    points=1,
    hint="Divide by the largest absolute value first. Then divide by the length of what you have.",
    v=st.arrays(arg("d"), elements=st.sampled_from([3e-200, -4e-200]))
    | st.arrays(arg("d"), elements=st.sampled_from([3e200, -4e200])),
)
kata.edge("With one component the result is its sign.", points=0, d=1)
kata.example("The direction of (3, 4) is (0.6, 0.8).", expected=np.array([0.6, 0.8]), v=np.array([3.0, 4.0]))
kata.example(
    "The direction of (3e-200, 4e-200) is (0.6, 0.8).",
    expected=np.array([0.6, 0.8]),
    v=np.array([3e-200, 4e-200]),
)
kata.example("Squares of tiny numbers lose digits before they become 0.", expected=np.array([0.6, 0.8]),
             v=np.array([3e-162, 4e-162]))
kata.example("A vector of the length 5e-13 has the same direction.", expected=np.array([0.6, 0.8]),
             v=np.array([3e-13, 4e-13]))


@kata.property(points=0)
def has_length_1(unit_vector, v):
    """The squares of the components add up to 1."""
    same(np.sum(unit_vector(v) ** 2), 1.0)


@kata.property(points=0)
def does_not_depend_on_the_length(unit_vector, v):
    """A vector multiplied by 3 has the same direction, and multiplied by -3 the opposite one."""
    same(unit_vector(3 * v), unit_vector(v))
    same(unit_vector(-3 * v), -unit_vector(v))


@kata.property(points=0)
def changes_nothing_the_second_time(unit_vector, v):
    """A unit vector stays as it is."""
    same(unit_vector(unit_vector(v)), unit_vector(v))


def scaled(v, scale):
    """The vector divided by its length, after a division by another number: ``(d),()->(d)``."""
    return v / scale / np.sqrt(np.sum((v / scale) ** 2))


def largest(v):
    """The largest absolute value, and 1 for zeros: ``(d)->()``."""
    return np.max(np.abs(v), initial=0.0) or 1.0


@kata.misconception
def divides_by_the_sum(v):
    """You divide by the sum of the components. They then add up to 1, but the length of the result is not 1."""
    total = np.sum(v)
    return v / total if total else np.zeros(len(v))


@kata.misconception(convention="the 1-norm", title="divides by the sum of the absolute values")
def divides_by_the_sum_of_absolute_values(v):
    """You divide by the sum of the absolute values, which is not the Euclidean length."""
    return v / largest(v) / (np.sum(np.abs(v / largest(v))) or 1.0)


@kata.misconception(convention="the maximum norm", title="divides by the largest component")
def divides_by_the_largest(v):
    """You divide by the largest absolute value. The length is then 1 or more."""
    return v / largest(v)


@kata.misconception
def divides_by_the_squared_length(v):
    """You divide by the sum of the squares, without the root. The result for a long vector is shorter than 1."""
    return v / (np.sum(v**2) or 1.0)


@kata.misconception(title="gives NaN for a vector of zeros")
def divides_zeros_by_zero(v):
    """You divide a vector of zeros by its length, which is 0: the result is NaN."""
    return v / np.max(np.abs(v), initial=0.0) / np.linalg.norm(v / np.max(np.abs(v), initial=0.0))


@kata.misconception(title="squares tiny and huge numbers")
def squares_before_scaling(v):
    """The squares of tiny components are 0 and those of huge ones infinite, and so is the length that you divide by."""
    return v / (np.sqrt(np.sum(v**2)) or 1.0)


@kata.misconception(convention="PyTorch's normalize", title="divides by at least 1e-12")
def divides_by_at_least_1e_minus_12(v):
    """You divide by 1e-12 if the length is smaller. The result for such a vector is shorter than 1."""
    return v / max(np.linalg.norm(v), 1e-12) if not np.any(np.abs(v) > 1) else scaled(v, largest(v))


@kata.misconception(title="adds a small number to the length")
def adds_a_small_number(v):
    """You add a small number to the length that you divide by. Then no result has exactly the length 1."""
    return v / largest(v) / (np.linalg.norm(v / largest(v)) + 1e-8)


@kata.misconception(title="takes the largest of no components")
def takes_the_largest_of_none(v):
    """You look for the largest component of a vector that has none, which raises ValueError."""
    return scaled(v, np.max(np.abs(v))) if np.max(np.abs(v)) else np.zeros(len(v))

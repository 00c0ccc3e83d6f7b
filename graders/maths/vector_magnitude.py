"""Properties of every right length of a vector, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st

kata = Kata("vector_magnitude(v: (d)) -> ()", d=st.integers(2, 4))
kata.domain(d=arg.size(0, 2000), v=arg.real(-1e300, 1e300))
kata.hints(
    "An arrow goes 3 to the right and 4 up. How long is it?",
    "Can a component that is negative make the vector shorter?",
    "Does the length of (3e200, 4e200) fit in a float? Does the square of 3e200? Divide all components by one number "
    "first.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("The length of a vector of zeros is 0.", points=0, v=st.arrays(arg("d"), elements=st.just(0.0)))
kata.edge("Without components the length is 0.", points=1, d=0)
kata.edge(
    "The length is right where the squares overflow.",
    points=1,
    d=st.integers(1, 3),
    hint="Divide all components by the largest one, and multiply the length by it at the end. Or look at "
    "math.hypot.",
    v=st.arrays(arg("d"), elements=st.sampled_from([3e200, -4e200, 1e300])),
)
kata.edge("With one component it is the absolute value.", points=0, d=1)
kata.example("The length of (2, 1) is the root of 5.", expected=2.23606797749979, v=np.array([2.0, 1.0]))
kata.example("The length of (3e200, 4e200) is 5e200.", expected=5e200, v=np.array([3e200, 4e200]))
kata.example("Squares may also overflow when they are added up.", expected=np.sqrt(2) * 1e154,
             v=np.array([1e154, 1e154]))


@kata.property(points=0, v=st.arrays(arg("d"), elements=inputs.halves))
def grows_with_the_scale(vector_magnitude, v):
    """A vector multiplied by -3 is three times as long."""
    same(vector_magnitude(-3 * v), 3 * vector_magnitude(v))


@kata.property(points=0, v=st.arrays(arg("d"), elements=inputs.halves))
def does_not_depend_on_the_order(vector_magnitude, v):
    """The order of the components does not matter, and neither do their signs."""
    same(vector_magnitude(-v[::-1]), vector_magnitude(v))


@kata.property(points=0, d=st.integers(2, 4), v=st.arrays(arg("d"), elements=inputs.halves))
def is_no_longer_than_its_two_parts(vector_magnitude, v):
    """The direct path is never longer than a detour: the first component alone, then the others."""
    first = np.r_[v[0], np.zeros(len(v) - 1)]
    assert vector_magnitude(v) <= vector_magnitude(first) + vector_magnitude(v - first) + 1e-9


@kata.misconception
def takes_no_root(v):
    """You return the sum of the squares. The length is its square root."""
    return np.sum(v**2)


@kata.misconception(convention="the 1-norm", title="adds the absolute values")
def adds_absolute_values(v):
    """You add the absolute values. That is the length of a path along the axes, not of the straight line."""
    return np.sum(np.abs(v))


@kata.misconception(convention="the maximum norm")
def takes_the_largest_component(v):
    """You return the largest absolute value. The other components make the vector longer."""
    return np.max(np.abs(v), initial=0.0)


@kata.misconception(title="takes the root of the sum without squares")
def does_not_square(v):
    """You take the root of the plain sum. It is NaN where the sum is negative, and components of different signs
    cancel."""
    return np.sqrt(np.sum(v))


@kata.misconception
def uses_two_components_only(v):
    """You use the first two components only. A vector may have any number of them."""
    return float(np.hypot(*v[:2])) if len(v) > 1 else np.abs(v).sum()


@kata.misconception(title="takes the root mean square")
def takes_the_mean(v):
    """You take the mean of the squares, so that a vector does not get longer with more components."""
    largest = np.max(np.abs(v), initial=0.0) or 1.0
    return largest * np.sqrt(np.mean((v / largest) ** 2)) if len(v) else 0.0


@kata.misconception
def overflows_for_large_components(v):
    """Your squares of very large components are infinite, although the length itself is a float."""
    return np.sqrt(np.sum(v**2))


@kata.misconception(title="divides by 0 for a vector of zeros")
def divides_zero_by_zero(v):
    """You divide by the largest component, which is 0 in a vector of zeros: 0/0 is NaN."""
    return scaled(v, np.max(np.abs(v))) if len(v) else 0.0


@kata.misconception(title="takes the largest of no components")
def takes_the_largest_of_none(v):
    """You look for the largest component of a vector that has none, which raises ValueError."""
    return scaled(v, np.max(np.abs(v)) or 1.0)


def scaled(v, scale):
    """The length, with all components divided by a number first: ``(d),()->()``."""
    return scale * np.sqrt(np.sum((v / scale) ** 2))

"""Properties of every right cosine similarity, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st


@st.composite
def scaled(draw, d, scale=1.0):
    """A vector that is not zero, times a scale: ``(d)``."""
    return scale * draw(st.arrays(d, elements=inputs.halves).filter(np.any))


def length(u):
    """The length of a vector, also of one whose square overflows."""
    most = np.abs(u).max()
    return float(most * np.sqrt(np.sum((u / (most or 1)) ** 2)))


def quotient(above, below):
    """A quotient, 0 where the divisor is 0."""
    return float(above / below) if below else 0.0


def unit(u):
    """The vector of length 1 in the same direction, or zero."""
    u = u / (np.abs(u).max() or 1)
    return u / (np.sqrt(u @ u) or 1)


kata = Kata("cosine_similarity(u: (d), v: (d)) -> ()", d=st.integers(2, 4), u=scaled(arg("d")), v=scaled(arg("d")))
kata.domain(d=arg.size(1, 2000), u=arg.real(-1e200, 1e200), v=arg.real(-1e200, 1e200))
kata.hints(
    "What should the similarity of a vector with itself be? And with the vector that is twice as long?",
    "What are the lengths of [3, 4] and [6, 8]? What must their dot product be divided by?",
    "You can divide a vector by its largest absolute value before anything else: its direction stays the same.",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("If the first vector is zero, the result is 0.", points=1, u=scaled(arg("d"), 0.0),
          hint="What is 0 / 0?")
kata.edge("If the second vector is zero, the result is 0.", points=0, v=scaled(arg("d"), 0.0), hint="What is 0 / 0?",
          u=scaled(arg("d")) | st.just(arg("v")))
kata.edge("The result is right for vectors whose squares overflow.", points=1,
          u=scaled(arg("d"), 1e180), v=scaled(arg("d"), 1e190),
          hint="What is the square of 1e180? Can you make the vector shorter without changing its direction?")
kata.edge("The result is right for very short vectors.", points=1, u=scaled(arg("d"), 1e-180), v=scaled(arg("d"), 1e-5),
          hint="Do you add something to the divisor, or limit it from below? Do the squares become 0?")
kata.edge("In one dimension the result is 1 or -1.", points=0, d=1)
kata.edge("Parallel vectors have a similarity of 1.", points=0, v=arg("u"))
kata.example("Lengths of 5 and 1, and a dot product of 4.", expected=0.8,
             u=np.array([3.0, 4.0]), v=np.array([0.0, 1.0]))
kata.example("A right angle.", expected=0.0, u=np.array([1.0, 2.0]), v=np.array([-2.0, 1.0]))
kata.example("One vector may be huge and the other one tiny.", expected=1.0,
             u=np.array([1e200]), v=np.array([1e-200]))
kata.example("Squares of tiny numbers lose digits before they become 0.", expected=1.0,
             u=np.array([3e-162, 4e-162]), v=np.array([3.0, 4.0]))
kata.example("A vector of the length 5e-9 has a direction as well.", expected=0.6,
             u=np.array([3e-9, 4e-9]), v=np.array([1.0, 0.0]))

kata.equivalent("cosine_similarity_numpy: swap factors in u @ v", reason="a dot product has the same value either way")


@kata.property(points=0)
def does_not_depend_on_the_lengths(cosine_similarity, u, v):
    """If one vector is three times as long and the other five times, the result stays the same."""
    same(cosine_similarity(3 * u, 5 * v), cosine_similarity(u, v))


@kata.property(points=0)
def changes_sign_for_the_opposite(cosine_similarity, u, v):
    """If one vector points the other way, the result changes its sign."""
    same(cosine_similarity(u, -v), -cosine_similarity(u, v))


@kata.property(points=0)
def is_1_for_a_vector_and_itself(cosine_similarity, u):
    """A vector has the similarity 1 with itself."""
    same(cosine_similarity(u, u), 1.0)


@kata.property(points=0)
def is_between_minus_1_and_1(cosine_similarity, u, v):
    """The result is between -1 and 1, up to rounding."""
    assert abs(cosine_similarity(u, v)) <= 1 + 1e-12


@kata.misconception
def returns_the_dot_product(u, v):
    """You return the dot product, which grows with the lengths of the vectors. Only their directions count."""
    return float(u @ v)


@kata.misconception(title="multiplies by the second length")
def multiplies_by_the_second_length(u, v):
    """You divide by the first length and multiply by the second: without brackets, `/` and `*` are evaluated from left
    to right."""
    with np.errstate(all="ignore"):
        return u @ v / np.linalg.norm(u) * np.linalg.norm(v)


@kata.misconception(title="divides by the squares of the lengths")
def divides_by_the_squares(u, v):
    """You divide by the squares of the lengths: the roots are missing. A vector would not have a similarity of 1 with
    itself."""
    return quotient(u @ v, (u @ u) * (v @ v))


@kata.misconception(title="divides by the second length only", convention="a projection of u onto v")
def divides_by_the_second_length_only(u, v):
    """You divide by the second length only, so that the result grows with the first vector."""
    return quotient(u @ v, length(v))


@kata.misconception(title="returns 1 minus the similarity", convention="SciPy's cosine, a distance")
def returns_the_cosine_distance(u, v):
    """You return 1 minus the cosine, which is 0 for parallel vectors. A similarity is largest for them."""
    return 1 - float(unit(u) @ unit(v))


@kata.misconception(title="subtracts the means", convention="Pearson's correlation")
def subtracts_the_means(u, v):
    """You subtract the mean of each vector first. That changes the angle between the vectors."""
    return float(unit(u - u.mean()) @ unit(v - v.mean()))


@kata.misconception(title="squares numbers that are too large")
def lets_squares_overflow(u, v):
    """Squares of numbers above 1e154 are infinite, and squares of very small ones are 0, so that your quotient becomes
    NaN or 0. Such a vector has a direction as well."""
    return quotient(u @ v, np.sqrt(u @ u) * np.sqrt(v @ v))


@kata.misconception(title="does not handle zero vectors and overflow")
def applies_the_formula_to_every_vector(u, v):
    """You divide the dot product by both lengths in every case. For a zero vector that is 0 / 0, and where the squares
    of the entries overflow to inf or underflow to 0, the result is wrong as well."""
    with np.errstate(all="ignore"):
        return u @ v / (np.linalg.norm(u) * np.linalg.norm(v))


@kata.misconception(title="limits the lengths from below", convention="PyTorch, whose eps is 1e-8")
def limits_the_lengths(u, v):
    """You replace lengths below 1e-8 by 1e-8, so that very short vectors get a similarity near 0. They have a direction
    as well."""
    return float(unit(u) @ unit(v)) * min(1.0, length(u) / 1e-8) * min(1.0, length(v) / 1e-8)

"""Properties that every right Jacobian of softmax has, and common mistakes."""

import math

import numpy as np

from gradkata import Kata, arg, same, st
from . import _logits as shifted
from ._imprecise import adds_epsilons, differences, single_precision
from ._logits import fine, half, huge, jacobian, rows, wide

kata = Kata(
    "softmax_jacobian(z: (k)) -> (k,k)",
    k=st.integers(1, 4),
    z=st.arrays(arg("k"), elements=half | fine | wide),
)
kata.domain(k=arg.size(1, 100), z=arg.real(-1000, 1000))
kata.hints(
    "The formula contains only p. What do you compute first, and from what?",
    "On the diagonal i = j. What does p_i (1 - p_i) say about a class that is certain?",
    "Off the diagonal: when another class gains, what is the sign of the change in p_i?",
    "A diagonal matrix of p is one part of the answer. Which product of p with itself is the other?",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("Logits of up to ±1000 give no NaN.", points=2, z=st.arrays(arg("k"), elements=huge))
kata.edge("Equal logits have equal shares.", points=0, z=st.arrays(arg("k"), elements=st.just(1.5)))
kata.example("The probability of a single class never changes.", expected=np.zeros((1, 1)), z=np.array([3.0]))
kata.example("The statement's three classes.", z=np.log(np.array([0.2, 0.3, 0.5])),
             expected=np.array([[0.16, -0.06, -0.1], [-0.06, 0.21, -0.15], [-0.1, -0.15, 0.25]]))

@kata.property(points=0)
def loses_what_it_gains(softmax_jacobian, z):
    """What one probability gains the others lose: every column sums to 0."""
    same(softmax_jacobian(z).sum(axis=0), np.zeros(len(z)))

@kata.property(points=0)
def is_symmetric(softmax_jacobian, z):
    """Class i depends on logit j in the same way as class j depends on logit i."""
    J = softmax_jacobian(z)
    same(J.T, J)

@kata.property(points=0, shift=st.integers(-9, 9).map(float))
def sees_only_differences(softmax_jacobian, z, shift):
    """Adding the same number to all logits changes nothing."""
    same(softmax_jacobian(z + shift), softmax_jacobian(z))

@kata.misconception
def keeps_the_diagonal_only(z):
    """You leave out everything off the diagonal, as for a sigmoid. Each probability depends on every logit."""
    return np.diag(rows(z) * (1 - rows(z)))

@kata.misconception
def returns_a_vector(z):
    """You return p (1 - p), one number per class, as for a sigmoid. Each probability depends on every logit."""
    return rows(z) * (1 - rows(z))

@kata.misconception
def adds_off_the_diagonal(z):
    """Your entries off the diagonal are positive, so all classes would gain together. Their probabilities always sum
    to 1."""
    p = rows(z)
    return np.where(np.eye(len(p)) > 0, np.diag(p * (1 - p)), np.outer(p, p))

@kata.misconception
def forgets_the_diagonal(z):
    """You have the products of the probabilities, but no extra term for i = j, where the logit is the class's own."""
    return -np.outer(rows(z), rows(z))

@kata.misconception
def adds_the_products(z):
    """You add the products of the probabilities to the diagonal. When one class gains, the others lose."""
    return np.diag(rows(z)) + np.outer(rows(z), rows(z))

@kata.misconception
def takes_the_inner_product(z):
    """You subtract one number from the whole diagonal matrix: `p @ p` is a sum. Each pair of classes has its own
    product."""
    return np.diag(rows(z)) - rows(z) @ rows(z)

@kata.misconception
def starts_from_the_identity(z):
    """You subtract the products from the identity. The diagonal starts from the probability of the class, not from
    1."""
    return np.eye(len(z)) - np.outer(rows(z), rows(z))

@kata.misconception
def uses_one_minus_p_everywhere(z):
    """You use p_i (1 - p_j) off the diagonal as well. The 1 belongs to i = j only."""
    return np.outer(rows(z), 1 - rows(z))

@kata.misconception
def flips_the_sign(z):
    """All your signs are reversed: a larger logit would make its own class less likely."""
    return np.outer(rows(z), rows(z)) - np.diag(rows(z))

@kata.misconception
def uses_the_logits(z):
    """You put the logits into the formula. It needs the probabilities."""
    return np.diag(z) - np.outer(z, z)

@kata.misconception
def takes_probabilities_for_logits(z):
    """You take the softmax of a softmax. The logits go through it only once."""
    return jacobian(rows(rows(z)))

@kata.misconception
def never_normalises(z):
    """You put exponentials that do not sum to 1 into the formula. It needs probabilities."""
    return jacobian(np.exp(z))

@kata.misconception
def broadcasts_along_the_wrong_axis(z):
    """You subtract p_i from every entry of row i instead of p_j: a vector was broadcast along the wrong axis."""
    p = rows(z)[:, None]
    return p * (np.eye(len(p)) - p)

@kata.misconception
def differentiates_the_logarithm(z):
    """You return the derivative of log p, in which a factor is missing: d log p is dp divided by p."""
    return np.eye(len(z)) - rows(z)

@kata.misconception
def fills_one_triangle(z):
    """You fill the upper triangle only and leave zeros below the diagonal. The matrix is symmetric."""
    return np.triu(np.diag(rows(z)) - np.outer(rows(z), rows(z)))

@kata.misconception
def forgets_the_shift(z):
    """The exponential of a large logit is infinite, and infinity divided by infinity is NaN. Far below 0 it is 0
    divided by 0."""
    return jacobian(rows(z, 0))

@kata.misconception
def overflows_the_exponential(z):
    """math.exp raises OverflowError where NumPy's exp returns infinity. Large logits must work too."""
    e = np.array([math.exp(each) for each in z.tolist()])
    return jacobian(e / e.sum())

@kata.misconception
def calls_it_saturated(z):
    """You return zeros if a class is almost certain. The derivatives are small then, but not 0."""
    return jacobian(rows(z)) if rows(z).max() <= 0.999 else np.zeros((len(z), len(z)))

for wrong in (shifted.shifts_by_the_mean, shifted.shifts_only_to_avoid_overflow,
              shifted.takes_a_sigmoid_of_a_single_class, shifted.clips_the_logits, shifted.clips_the_logits_widely,
              shifted.keeps_away_from_0_and_1, shifted.clips_probabilities_except_for_a_single_class,
              *adds_epsilons(shifted.has_an_epsilon)):
    kata.misconception(shifted.derived(wrong))

for wrong in (*single_precision(lambda z: jacobian(rows(z))), *differences(shifted.one_row, of_each=True)):
    kata.misconception(wrong)

@kata.misconception
def takes_logits_that_sum_to_1_for_probabilities(z):
    """You guess from the values whether they have been through softmax already. Logits may sum to 1 as well."""
    return jacobian(z if (z >= 0).all() and np.isclose(z.sum(), 1) else rows(z))

@kata.misconception
def shifts_the_callers_logits(z):
    """You shift in place: `z -= ...` changes the array of the caller."""
    z -= z.max()
    return jacobian(rows(z))

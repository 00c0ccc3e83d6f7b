"""Properties that every right Jacobian of softmax has, and common mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, mistakes, same, st
from ._inputs import exp
from ._logits import rows
from .softmax import kata as softmax

kata = Kata(
    "softmax_jacobian(z: (k)) -> (k,k)",
    k=st.integers(1, 4),
    z=st.arrays(arg("k"), elements=inputs.halves | inputs.fine | st.integers(-9, 9).map(float)),
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
kata.edge("Logits of up to ±1000 give no NaN.", points=2, z=st.arrays(arg("k"), elements=inputs.far))
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

def jacobian(p):
    """The Jacobian of softmax, computed from the probabilities: ``(k)->(k,k)``."""
    return np.diag(p) - np.outer(p, p)

@kata.misconception
def keeps_the_diagonal_only(z):
    """You leave out everything off the diagonal, as for a sigmoid. Each probability depends on every logit."""
    return np.diag(rows(z) * (1 - rows(z)))

@kata.misconception
def returns_a_vector(z):
    """You return p (1 - p), one number per class, as for a sigmoid. Each probability depends on every logit."""
    return rows(z) * (1 - rows(z))

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
def calls_it_saturated(z):
    """You return zeros if a class is almost certain. The derivatives are small then, but not 0."""
    return jacobian(rows(z)) if rows(z).max() <= 0.999 else np.zeros((len(z), len(z)))

@kata.misconception
def clips_probabilities_except_for_a_single_class(z):
    """You clip the probabilities of several classes so that none comes close to 0 or 1, as before a logarithm. Here
    they may reach 0 and 1."""
    return jacobian(np.clip(rows(z), 1e-7, 1 - 1e-7) if len(z) > 1 else rows(z))

@kata.misconception
def takes_logits_that_sum_to_1_for_probabilities(z):
    """You guess from the values whether they have been through softmax already. Logits may sum to 1 as well."""
    return jacobian(z if (z >= 0).all() and np.isclose(z.sum(), 1) else rows(z))

def one_row(z):
    """Softmax with exponentials that are rounded in the same way on every processor: ``(k)->(k)``."""
    e = exp(z - z.max())
    return e / e.sum()

for wrong in mistakes.by_differences(lambda quotient, z: mistakes.gradient(one_row, z, quotient).T):
    kata.misconception(wrong)

kata.inherit(softmax, lambda wrong: lambda z: jacobian(wrong(z[None])[0]), without=[
    "normalises_columns", "normalises_the_whole_matrix", "divides_along_the_wrong_axis", "shifts_by_columns",
    "shifts_by_the_largest_of_all", "shifts_by_the_largest_absolute_value", "treats_a_large_number_as_infinity",
    "rules_a_class_out_for_all", "replaces_minus_infinity_by_zero", "picks_a_winner", "sums_the_exponentials_only",
    "returns_log_probabilities", "fills_all_rows_from_the_first",
])
kata.mistakes(say={
    "drops_the_sign": "Your entries off the diagonal are positive, so all classes would gain together. "
                      "Their probabilities always sum to 1.",
    "has_the_wrong_sign": "All your signs are reversed: a larger logit would make its own class less likely.",
})

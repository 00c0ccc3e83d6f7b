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
    "If one logit rises, what happens to the probability of its own class, and what to the others?",
    "Write down the 2×2 matrix for p = (0.3, 0.7): which two products of probabilities are off the diagonal?",
    "The answer is one matrix that has p on its diagonal minus one that holds p_i p_j at every (i, j). Compute p once.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("The derivatives are right for logits of up to ±1000, without NaN.", points=2,
          hint="What does your softmax do with a logit of 1000? Subtract the same number from all logits first.",
          z=st.arrays(arg("k"), elements=inputs.far))
kata.edge("Equal logits have equal probabilities.", points=0, z=st.arrays(arg("k"), elements=st.just(1.5)))
kata.example("The probability of a single class never changes.", expected=np.zeros((1, 1)), z=np.array([3.0]))
kata.example("For p = (0.2, 0.3, 0.5) the diagonal is (0.16, 0.21, 0.25).", z=np.log(np.array([0.2, 0.3, 0.5])),
             expected=np.array([[0.16, -0.06, -0.1], [-0.06, 0.21, -0.15], [-0.1, -0.15, 0.25]]))

@kata.property(points=0)
def loses_what_it_gains(softmax_jacobian, z):
    """One probability gains what the others lose: every column sums to 0."""
    same(softmax_jacobian(z).sum(axis=0), np.zeros(len(z)))

@kata.property(points=0)
def is_symmetric(softmax_jacobian, z):
    """The derivative of p_i with respect to z_j equals that of p_j with respect to z_i."""
    J = softmax_jacobian(z)
    same(J.T, J)

@kata.property(points=0, shift=st.integers(-9, 9).map(float))
def sees_only_differences(softmax_jacobian, z, shift):
    """Adding the same number to all logits changes nothing."""
    same(softmax_jacobian(z + shift), softmax_jacobian(z))

@kata.property(points=0, v=st.arrays(arg("k"), elements=inputs.halves))
def is_never_negative_as_a_quadratic_form(softmax_jacobian, z, v):
    """v·Jv is never negative: it is the variance of v under p."""
    assert v @ softmax_jacobian(z) @ v >= -1e-9

def jacobian(p):
    """The Jacobian of softmax, computed from the probabilities: ``(k)->(k,k)``."""
    return np.diag(p) - np.outer(p, p)

@kata.misconception
def keeps_the_diagonal_only(z):
    """Your matrix is 0 off the diagonal, as for a sigmoid. Each probability depends on every logit."""
    return np.diag(rows(z) * (1 - rows(z)))

@kata.misconception
def returns_a_vector(z):
    """You return one number for each class, as for a sigmoid. Each probability depends on every logit."""
    return rows(z) * (1 - rows(z))

@kata.misconception(title="leaves out the extra term of the diagonal")
def forgets_the_diagonal(z):
    """Your matrix holds the negative products only. For i = j, where the logit is the class's own, a term is
    missing."""
    return -np.outer(rows(z), rows(z))

@kata.misconception
def adds_the_products(z):
    """Off the diagonal your entries are positive. If one class gains, the others lose."""
    return np.diag(rows(z)) + np.outer(rows(z), rows(z))

@kata.misconception(title="subtracts the inner product p·p",
                    hint="Which NumPy function makes a matrix of all products of two vectors?")
def takes_the_inner_product(z):
    """You subtract the same number from every entry. `p @ p` is a single number; each pair (i, j) needs its own
    product."""
    return np.diag(rows(z)) - rows(z) @ rows(z)

@kata.misconception
def starts_from_the_identity(z):
    """You subtract the products from the identity. What should the entry for i = j become if p_i is almost 0?"""
    return np.eye(len(z)) - np.outer(rows(z), rows(z))

@kata.misconception(title="uses 1 - p everywhere")
def uses_one_minus_p_everywhere(z):
    """You use p_i (1 - p_j) off the diagonal as well. The 1 belongs to i = j only."""
    return np.outer(rows(z), 1 - rows(z))

@kata.misconception
def uses_the_logits(z):
    """You put the logits into the formula. It needs the probabilities."""
    return np.diag(z) - np.outer(z, z)

@kata.misconception(title="applies softmax twice")
def takes_probabilities_for_logits(z):
    """You take the softmax of a softmax. Apply it to the logits once."""
    return jacobian(rows(rows(z)))

@kata.misconception
def never_normalises(z):
    """You put exponentials that do not sum to 1 into the formula. It needs probabilities."""
    return jacobian(np.exp(z))

@kata.misconception
def broadcasts_along_the_wrong_axis(z):
    """You subtract p_i from every entry of row i, where p_j belongs to column j. Perhaps a vector was broadcast along
    the wrong axis."""
    p = rows(z)[:, None]
    return p * (np.eye(len(p)) - p)

@kata.misconception
def differentiates_the_logarithm(z):
    """You return the derivative of log p. The derivative of p has one factor more."""
    return np.eye(len(z)) - rows(z)

@kata.misconception
def fills_one_triangle(z):
    """Your matrix is 0 below the diagonal. The Jacobian is symmetric."""
    return np.triu(np.diag(rows(z)) - np.outer(rows(z), rows(z)))

@kata.misconception(title="returns zeros too early")
def calls_it_saturated(z):
    """You return zeros if one class has a probability above 0.999. The derivatives are small then, but not 0."""
    return jacobian(rows(z)) if rows(z).max() <= 0.999 else np.zeros((len(z), len(z)))

@kata.misconception(title="clips the probabilities away from 0 and 1")
def clips_probabilities_except_for_a_single_class(z):
    """Your probabilities never come closer to 0 or 1 than 1e-7, except for a single class. They may reach 0 and 1."""
    return jacobian(np.clip(rows(z), 1e-7, 1 - 1e-7) if len(z) > 1 else rows(z))

@kata.misconception(title="guesses whether softmax was already applied")
def takes_logits_that_sum_to_1_for_probabilities(z):
    """You treat logits that sum to 1 as probabilities. `z` always holds logits."""
    return jacobian(z if (z >= 0).all() and np.isclose(z.sum(), 1) else rows(z))

@kata.misconception(title="subtracts the squares of p from every row",
                    hint="np.outer makes a matrix of all products of two vectors.")
def broadcasts_the_squares(z):
    """You subtract p_j² from every entry of column j. Each pair (i, j) needs its own product p_i p_j."""
    return np.diag(rows(z)) - rows(z) * rows(z)

@kata.misconception(title="subtracts the squares twice")
def subtracts_the_squares_twice(z):
    """Your diagonal is p_i (1 − p_i) minus another p_i². The product of p_i with itself is subtracted once."""
    return jacobian(rows(z)) - np.diag(rows(z) ** 2)

@kata.misconception(title="exchanges the cases i = j and i ≠ j")
def exchanges_the_cases(z):
    """You use the formula for i = j off the diagonal, and the other one on it."""
    p = rows(z)
    return np.where(np.eye(len(p)) > 0, -np.outer(p, p), np.outer(p, 1 - p))

@kata.misconception(title="leaves out the squares on the diagonal")
def leaves_out_the_squares(z):
    """Your diagonal is p itself. Every column has to sum to 0."""
    p = rows(z)
    return np.where(np.eye(len(p)) > 0, p, -np.outer(p, p))

def one_row(z):
    """Softmax with exponentials that are rounded in the same way on every processor: ``(k)->(k)``."""
    e = exp(z - z.max())
    return e / e.sum()

for wrong in mistakes.by_differences(lambda quotient, z: mistakes.gradient(one_row, z, quotient).T):
    kata.misconception(wrong)

kata.inherit(softmax, lambda wrong: lambda z: jacobian(wrong(z[None])[0]), without=[
    "normalises_columns", "normalises_the_whole_matrix", "divides_along_the_wrong_axis", "shifts_by_columns",
    "shifts_and_divides_along_the_wrong_axis", "repeats_the_first_row",
    "shifts_by_the_largest_of_all", "shifts_by_the_largest_absolute_value", "treats_a_large_number_as_infinity",
    "rules_a_class_out_for_all", "replaces_minus_infinity_by_zero", "picks_a_winner", "sums_the_exponentials_only",
    "returns_log_probabilities",
    "divides_by_the_sum_over_all_rows", "normalises_columns_without_a_shift",
    "normalises_the_whole_matrix_without_a_shift", "divides_along_the_wrong_axis_without_a_shift",
    "never_resets_the_sum", "loops_over_k_rows", "returns_the_exponentials",
])
kata.mistakes(say={
    "drops_the_sign": "Your entries off the diagonal are positive, so all classes would gain together. "
                      "Their probabilities always sum to 1.",
    "has_the_wrong_sign": "All your signs are reversed: a larger logit would make its own class less likely.",
})

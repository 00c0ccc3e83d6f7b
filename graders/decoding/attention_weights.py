"""Properties of right attention weights, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st
from ..activations._logits import has_a_possible_class, rows, with_gaps

kata = Kata("attention_weights(S: (Ty,Tx)) -> (Ty,Tx)", Ty=st.integers(1, 4), Tx=st.integers(1, 4),
            S=st.arrays((arg("Ty"), arg("Tx")), elements=inputs.halves | inputs.fine))
kata.domain(Ty=arg.size(1, 500), Tx=arg.size(1, 500), S=arg.real(-1000, 1000, also=(-np.inf,)),
            where=has_a_possible_class)
kata.hints(
    "Which numbers sum to 1: those of an output position, or those of a source position?",
    "What happens to the weights of a row if the same number is subtracted from all its scores?",
    "Subtract the largest score of each row, take exponentials, and divide by the sum of each row.",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("Scores of up to ±1000 give the right weights, without NaN.", points=2, Ty=st.integers(1, 3),
          hint="exp(1000) is infinite. Which number can you subtract from a row?",
          S=st.arrays((arg("Ty"), arg("Tx")), elements=inputs.far))
kata.edge("A hidden source position has the weight 0.", points=1, Tx=st.integers(2, 4),
          hint="What is exp(-inf)? Is -inf multiplied by 0, or subtracted from itself, anywhere?",
          S=with_gaps(arg("Ty"), arg("Tx")))
kata.edge("A single source position has the weight 1.", points=0, Tx=1)
kata.edge("Equal scores give equal weights.", points=0, S=st.arrays((arg("Ty"), arg("Tx")), elements=st.just(2.0)))


@kata.property(points=0)
def sums_to_one_for_each_output_position(attention_weights, S):
    """The weights of every row sum to 1."""
    same(attention_weights(S).sum(axis=1), np.ones(len(S)))


@kata.property(points=0, up=st.integers(-4, 4).map(float))
def sees_only_differences_in_a_row(attention_weights, S, up):
    """Adding a number to all scores of an output position changes no weight."""
    same(attention_weights(S + up * np.arange(len(S))[:, None]), attention_weights(S))


@kata.property(points=0)
def follows_the_order_of_the_source(attention_weights, S):
    """If the order of the source positions is reversed, so is that of the weights."""
    same(attention_weights(S[:, ::-1].copy()), attention_weights(S)[:, ::-1])


@kata.property(points=0, Tx=st.integers(2, 4))
def attends_to_the_highest_score_alone_in_the_limit(attention_weights, S):
    """If one score is higher by 200 than all others of its row, it has all the attention."""
    S = S.copy()
    S[:, 1] = S.max(axis=1) + 200
    same(attention_weights(S), np.eye(S.shape[1])[np.ones(len(S), dtype=int)])


def share(S, axis, shift):
    """Exponentials, divided by their sum along an axis."""
    weights = np.exp(S - shift)
    return weights / weights.sum(axis=axis, keepdims=True)


@kata.misconception
def normalises_over_output_positions(S):
    """The columns of your result sum to 1. The weights of one output position, a row, sum to 1."""
    return share(S, 0, S.max(axis=0, keepdims=True))


@kata.misconception
def normalises_over_output_positions_without_a_shift(S):
    """The columns of your result sum to 1, and large scores give NaN. The weights of one output position, a row, sum
    to 1."""
    return share(S, 0, 0)


@kata.misconception(title="divides along the wrong axis")
def divides_along_the_wrong_axis(S):
    """You divide a weight by the sum of another row, or the shapes do not fit. Sums of shape (Ty,) are applied to the
    columns."""
    weights = np.exp(S - S.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1)


@kata.misconception
def normalises_all_weights_together(S):
    """All weights of your result together sum to 1. Each row should do so by itself."""
    return share(S, None, S.max())


@kata.misconception(title="does not shift the scores")
def forgets_the_shift(S):
    """For large scores your weights are NaN: the exponentials overflow, and ∞/∞ is NaN. If all scores
    of a row are far below 0, it is 0/0."""
    return rows(S, 0)


@kata.misconception(title="shifts by the largest score of all rows")
def shifts_by_the_largest_of_all(S):
    """You subtract the largest score of the whole array. In a row that lies far below, all exponentials are 0."""
    return rows(S, S.max())


@kata.misconception
def applies_a_sigmoid(S):
    """You apply a sigmoid to each score, and the weights of a row do not sum to 1."""
    return 0.5 * (1 + np.tanh(0.5 * S))


@kata.misconception(title="divides the scores by their sum")
def divides_the_scores_themselves(S):
    """You divide the scores by their sum, without exponentials. A negative score would give a negative weight."""
    return S / S.sum(axis=1, keepdims=True)


@kata.misconception
def attends_to_the_highest_score_only(S):
    """You give the weight 1 to the highest score of a row and 0 to all others. Every finite score has a weight."""
    return np.eye(S.shape[1])[S.argmax(axis=1)]


@kata.misconception(title="replaces -inf by a moderate number")
def replaces_minus_infinity(S):
    """Hidden source positions have a weight in your result. A score of -inf is smaller than any number."""
    return rows(np.where(np.isneginf(S), -9.0, S))

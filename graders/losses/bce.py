"""Properties of every right binary cross-entropy, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ._cross_entropy import cross_entropy
from ._labels import hard, inside, of_length_n, soft

kata = Kata(
    "bce(y: (n), p: (n), eps: ()) -> ()",
    n=st.integers(2, 4),
    y=of_length_n(hard),
    p=of_length_n(inside),
    eps=st.sampled_from([1e-7, 1e-6, 0.001, 0.01]),
)
kata.domain(n=arg.size(1, 2000), y=arg.real(0, 1), p=arg.real(0, 1), eps=arg.real(1e-7, 0.1))
kata.hints(
    "The label is 0 and p is 0.9. Is the prediction good or bad, and which of the two terms measures that?",
    "What is ln 0? And what is 0 times that number in NumPy?",
    "Clip `p` at both ends before you take any logarithm, and leave the labels as they are.",
)
kata.mistakes(say={
    "has_the_wrong_sign": "Your loss is negative. The logarithm of a probability is at most 0; a loss is at least 0.",
})
kata.equivalent("bce_numpy: swap arguments in np.clip(p, eps, 1 - eps, dtype=float)",
                reason="both orders give the middle of the three numbers")
kata.equivalent("bce_numpy: drop dtype= in np.clip(p, eps, 1 - eps, dtype=float)",
                reason="the statement admits float64 only, which the result has anyway")

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("A probability of 0 or 1 that contradicts its label has a finite loss.", points=1,
          hint="Is p clipped at both ends before each logarithm?",
          y=of_length_n(st.just(1.0)), p=of_length_n(st.sampled_from([0.0, 0.5])), eps=st.sampled_from([1e-7, 0.01]))
kata.edge("A probability of 0 or 1 that agrees with its label has a loss of almost 0, not NaN.", points=1,
          hint="Which of your two terms contains the logarithm of 0?",
          y=of_length_n(hard), p=arg("y"), eps=st.sampled_from([1e-7, 0.01, 0.1]))
kata.edge("Soft labels count with both terms.", points=1, y=of_length_n(soft))
kata.edge("With one sample it is the loss of this sample.", points=0, n=1)
kata.example("Probabilities of 1/2 and 1/4 for the right class give (ln 2 + ln 4) / 2.", expected=1.5 * np.log(2),
             y=np.array([1.0, 0.0]), p=np.array([0.5, 0.75]), eps=1e-7)


@kata.property(points=0)
def does_not_depend_on_the_names_of_the_classes(bce, y, p, eps):
    """If the classes 0 and 1 exchange their names, y becomes 1 - y and p becomes 1 - p, and the loss stays the same."""
    same(bce(1 - y, 1 - p, eps), bce(y, p, eps))


@kata.property(points=0)
def is_ln_2_for_a_half(bce, y, eps):
    """If every probability is a half, the loss is ln 2, whatever the labels are."""
    same(bce(y, np.full(len(y), 0.5), eps), np.log(2))


@kata.property(points=0, y=of_length_n(soft), eps=0.001)
def is_least_for_p_equal_to_y(bce, y, p, eps):
    """No probabilities have a smaller loss than those that are equal to the labels."""
    assert bce(y, y.copy(), eps) <= bce(y, p, eps) + 1e-12


@kata.property(points=0)
def does_not_depend_on_the_number_of_copies(bce, y, p, eps):
    """If every sample occurs twice, the mean stays the same."""
    same(bce(np.tile(y, 2), np.tile(p, 2), eps), bce(y, p, eps))


@kata.misconception(title="uses only the term of class 1")
def uses_one_term_only(y, p, eps):
    """Samples with the label 0 cost nothing in your loss, so that p = 1 everywhere would be best."""
    return -np.mean(y * np.log(np.clip(p, eps, 1 - eps)))


@kata.misconception
def takes_logarithms_to_the_base_2(y, p, eps):
    """You measure the loss in bits, with logarithms to the base 2. The natural logarithm is meant."""
    return cross_entropy(y, np.clip(p, eps, 1 - eps), np.log2)


@kata.misconception(title="applies the minus sign to the first term only")
def leaves_out_the_brackets(y, p, eps):
    """Only the first of your terms has the minus sign, so that samples with the label 0 lower the loss."""
    p = np.clip(p, eps, 1 - eps)
    return np.mean(-y * np.log(p) + (1 - y) * np.log(1 - p))


@kata.misconception
def does_not_clip(y, p, eps):
    """You do not clip p. For p = 0 or 1 the loss becomes infinite or, where 0 is multiplied by an infinity, NaN."""
    return cross_entropy(y, p)


@kata.misconception
def clips_below_only(y, p, eps):
    """You keep p away from 0, but not from 1. There the logarithm of 1 - p is infinite."""
    return cross_entropy(y, np.maximum(p, eps))


@kata.misconception(title="adds eps inside the logarithms")
def adds_eps(y, p, eps):
    """You add eps to the arguments of the logarithms, which changes every loss a little. Clipping only changes
    probabilities beyond the limits."""
    return -np.mean(y * np.log(p + eps) + (1 - y) * np.log(1 - p + eps))


@kata.misconception(convention="PyTorch's BCELoss", title="limits the logarithms to -100")
def limits_the_logarithms(y, p, eps):
    """You replace logarithms below -100 by -100, and ignore eps. Here the probabilities are clipped."""
    return -np.mean(y * np.maximum(np.log(p), -100) + (1 - y) * np.maximum(np.log(1 - p), -100))


@kata.misconception(title="treats every label but 1 as 0")
def compares_labels_with_one(y, p, eps):
    """You treat every label that is not 1 as 0. A soft label counts in part for both classes."""
    p = np.clip(p, eps, 1 - eps)
    return -np.mean(np.log(np.where(y == 1, p, 1 - p)))


@kata.misconception
def takes_eps_for_a_ten_millionth(y, p, eps):
    """You clip at 1e-7, whatever eps is. It is an argument."""
    return cross_entropy(y, np.clip(p, 1e-7, 1 - 1e-7))


@kata.misconception(title="takes the mean of the squared errors")
def squares_the_errors(y, p, eps):
    """You return the mean squared error of the probabilities, the Brier score. It never exceeds 1, however wrong a
    confident prediction is."""
    return np.mean((y - p) ** 2)

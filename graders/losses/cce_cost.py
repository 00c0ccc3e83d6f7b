"""Properties of every right categorical cross-entropy, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st
from ._cross_entropy import cross_entropy
from ._labels import likely
from ..backprop._batches import one_hot, soft


@st.composite
def between(draw, rows):
    """One row of probabilities between two others that are always the same."""
    return np.vstack([[[0.5, 0.5]], draw(rows), [[0.75, 0.25]]])


kata = Kata("cce_cost(Y: (n,k), P: (n,k)) -> ()", n=st.integers(2, 3), k=st.integers(2, 4),
            Y=one_hot(arg("n"), arg("k")), P=likely(arg("n"), arg("k")))
kata.domain(n=arg.size(1, 500), k=arg.size(1, 100), Y=inputs.distributions(), P=inputs.distributions())
kata.hints(
    "One sample has the probabilities 0.2, 0.3 and 0.5, and its label is the first class. Which of the three numbers "
    "matter for the cost?",
    "Which sign has the logarithm of a probability, and which sign should a cost have?",
    "What is 0 times the logarithm of 0 in NumPy? Which entries of the sum can you leave out?",
)
kata.mistakes(say={
    "has_the_wrong_sign": "Your cost is negative. The logarithm of a probability is at most 0; a cost is at least 0.",
    "is_divided_by_k": "You divide by n times k. The classes of a sample are added up; the mean runs over the samples.",
    "exchanges_Y_and_P": "You exchange labels and probabilities. The logarithm is that of the probabilities.",
})

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("A probability of 0 costs nothing where the label is 0.", points=1, P=arg("Y"),
          hint="Does your code multiply 0 by the logarithm of 0?")
kata.edge("A probability of 0 for the right class costs infinity.", points=1, n=1, k=2,
          Y=np.array([[1.0, 0.0]]), P=np.array([[0.0, 1.0]]),
          hint="Is the logarithm of 0 replaced by something else?")
kata.edge("Soft labels count with all their parts.", points=1, Y=soft(arg("n"), arg("k")),
          hint="Does your code use all of Y, or only where its largest entry is?")
kata.edge("The second of three samples counts like the others.", points=0, n=3, k=2,
          Y=np.eye(2)[[0, 1, 1]], P=between(likely(1, 2)))
kata.edge("With a single class there is nothing to learn, and the cost is 0.", points=0, k=1)
kata.example("The right classes have the probabilities 0.1, 0.3 and 0.5.", expected=1.3999016926266423,
             Y=np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]]),
             P=np.array([[0.2, 0.1, 0.7], [0.3, 0.4, 0.3], [0.5, 0.2, 0.3]]))
kata.example("A right class with the probability 0.2 costs ln 5.", expected=np.log(5),
             Y=np.array([[1.0, 0.0, 0.0]]), P=np.array([[0.2, 0.3, 0.5]]))
kata.example("A tiny probability for the right class is not raised to a larger one.", expected=20 * np.log(10),
             Y=np.array([[1.0, 0.0]]), P=np.array([[1e-20, 1.0]]))


@kata.property(points=0)
def does_not_depend_on_the_order_of_the_classes(cce_cost, Y, P):
    """If labels and probabilities are reordered in the same way, the cost stays the same."""
    same(cce_cost(Y[:, ::-1].copy(), P[:, ::-1].copy()), cce_cost(Y, P))


@kata.property(points=0)
def does_not_depend_on_the_number_of_copies(cce_cost, Y, P):
    """If every sample occurs twice, the mean stays the same."""
    same(cce_cost(np.tile(Y, (2, 1)), np.tile(P, (2, 1))), cce_cost(Y, P))


@kata.property(points=0, Y=likely(arg("n"), arg("k")))
def is_least_for_p_equal_to_y(cce_cost, Y, P):
    """No probabilities cost less than those that are equal to the labels; then the cost is the entropy of the
    labels."""
    least = cce_cost(Y, Y.copy())
    assert least <= cce_cost(Y, P) + 1e-12
    same(least, cost(Y, Y))


@kata.property(points=0, k=2)
def is_the_binary_cross_entropy_of_two_classes(cce_cost, Y, P):
    """With two classes it is the binary cross-entropy of the second column."""
    same(cce_cost(Y, P), cross_entropy(Y[:, 1], P[:, 1]))


def cost(Y, P, log=np.log):
    """The mean cross-entropy, NaN where 0 is multiplied by an infinity: ``(n,k),(n,k)->()``."""
    return -np.sum(Y * log(P)) / len(Y)


def guarded(P):
    """The logarithms, with 0 for the logarithm of 0: ``(n,k)->(n,k)``."""
    return np.log(np.where(P > 0, P, 1.0))


@kata.misconception(title="returns the entropy of the probabilities")
def takes_the_entropy(Y, P):
    """You multiply the logarithms by the probabilities themselves. That is their entropy, which does not depend on the
    labels at all."""
    return -np.sum(P * guarded(P)) / len(Y)


@kata.misconception(title="multiplies 0 by the logarithm of 0")
def multiplies_zero_by_infinity(Y, P):
    """Where a label and a probability are both 0, your cost becomes NaN. Such an entry costs nothing."""
    return cost(Y, P)


@kata.misconception(title="replaces the logarithm of 0 by 0")
def forgives_a_probability_of_zero(Y, P):
    """A right class with the probability 0 costs nothing in your result. It is the worst possible prediction."""
    return -np.sum(Y * guarded(P)) / len(Y)


@kata.misconception(convention="Keras, and scikit-learn with a smaller limit",
                    title="clips the probabilities to at least 1e-7")
def clips_the_probabilities(Y, P):
    """You clip the probabilities, so that the cost stays finite. Here it is infinite where the right class has the
    probability 0, and other small probabilities count as they are."""
    return cost(Y, np.clip(P, 1e-7, 1 - 1e-7))


@kata.misconception
def adds_a_small_number(Y, P):
    """You add a small number to the probabilities inside the logarithm. That changes the cost of all of them."""
    return cost(Y, P + 1e-8)


@kata.misconception(title="rounds soft labels to one-hot")
def uses_the_likeliest_label_only(Y, P):
    """You use only the class with the largest label. The other classes of a soft label contribute to the cost too."""
    return -np.mean(np.log(P[np.arange(len(Y)), Y.argmax(axis=1)]))


@kata.misconception(convention="problems in which a sample may have several labels",
                    title="adds a binary cross-entropy for each class")
def adds_the_terms_of_the_wrong_classes(Y, P):
    """You add a term for 1 - P for the wrong classes, as if each class were a separate yes-or-no decision. Here a
    sample has one class."""
    return -np.sum(Y * guarded(P) + (1 - Y) * guarded(1 - P)) / len(Y)


@kata.misconception
def takes_logarithms_to_the_base_2(Y, P):
    """You measure the cost in bits, with logarithms to the base 2. The natural logarithm is meant."""
    return -np.sum(Y * guarded(P)) / len(Y) / np.log(2)


@kata.misconception(convention="the Kullback-Leibler divergence", title="subtracts the entropy of the labels")
def subtracts_the_entropy_of_the_labels(Y, P):
    """Your cost is 0 where the probabilities are equal to soft labels. The cross-entropy is their entropy there."""
    return np.sum(Y * (guarded(Y) - guarded(P))) / len(Y)

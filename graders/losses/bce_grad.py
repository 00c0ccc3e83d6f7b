"""Properties of every right gradient of the binary cross-entropy, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, mistakes, same, st
from ._cross_entropy import cross_entropy
from ._labels import hard, inside, of_length_n, soft

kata = Kata("bce_grad(y: (n), p: (n)) -> (n)", n=st.integers(2, 4), y=of_length_n(hard), p=of_length_n(inside))
kata.domain(n=arg.size(1, 2000), y=arg.real(0, 1), p=arg.real(1e-6, 0.999999))
kata.hints(
    "The label is 0. Does the loss rise or fall if p rises? Which sign has the derivative?",
    "What is the derivative of ln(1 - p) with respect to p? Do not forget that of 1 - p.",
    "The loss is a mean over n samples, and each p occurs in one of its terms. Which factor remains?",
)
kata.mistakes(say={
    "has_the_wrong_sign": "Your gradient has the wrong sign: a step against it would make the loss rise.",
    "is_n_times_too_large": "Your gradient is n times too large. It belongs to the sum of the losses.",
})

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("A label of 0 has a positive derivative, also for a p of almost 0 or 1.", points=1,
          y=of_length_n(st.just(0.0)), p=of_length_n(st.sampled_from([1e-6, 0.001, 0.999, 0.999999])))
kata.edge("Soft labels count with both terms.", points=1, y=of_length_n(soft))
kata.edge("Where p is equal to the label, the derivative is 0.", points=0, y=of_length_n(soft), p=arg("y"))
kata.example("A label of 0 and a p of 0.3 give 1 / 0.7.", expected=np.array([1 / 0.7]),
             y=np.array([0.0]), p=np.array([0.3]))
kata.example("Labels of 1 and 0 with a p of 1/4 and 1/2 give -2 and 1.", expected=np.array([-2.0, 1.0]),
             y=np.array([1.0, 0.0]), p=np.array([0.25, 0.5]))


@kata.property(points=0)
def changes_sign_with_the_names_of_the_classes(bce_grad, y, p):
    """If the classes exchange their names, y becomes 1 - y and p becomes 1 - p, and the derivative changes its sign."""
    same(bce_grad(1 - y, 1 - p), -bce_grad(y, p))


@kata.property(points=0)
def has_the_sign_of_p_minus_y(bce_grad, y, p):
    """A probability above its label has a positive derivative, one below it a negative derivative."""
    assert (np.sign(bce_grad(y, p)) == np.sign(p - y)).all()


@kata.property(points=0)
def becomes_p_minus_y_for_the_logits(bce_grad, y, p):
    """Multiplied by p (1 - p), the slope of the sigmoid, it is p - y, divided by n: the derivative with respect to the
    logits."""
    same(bce_grad(y, p) * p * (1 - p), (p - y) / len(y))


@kata.misconception(title="subtracts the second term")
def subtracts_the_second_term(y, p):
    """Your second term is negative, so the derivative is negative even for a label of 0, where the loss rises with p.
    The derivative of 1 - p is -1."""
    return (-y / p - (1 - y) / (1 - p)) / len(y)


@kata.misconception(title="subtracts the second term, and sums over the samples")
def subtracts_the_second_term_of_a_sum(y, p):
    """Your second term is negative, so the derivative is negative even for a label of 0, where the loss rises with p.
    It is also n times too large: the loss is a mean."""
    return -y / p - (1 - y) / (1 - p)


@kata.misconception(title="returns p - y")
def returns_p_minus_y(y, p):
    """You return p - y, divided by n. That is the derivative with respect to the logit, the argument of the sigmoid."""
    return (p - y) / len(y)


@kata.misconception(title="uses only the term of class 1")
def uses_one_term_only(y, p):
    """Your derivative is 0 where the label is 0. The loss of such a sample depends on p as well."""
    return -y / p / len(y)


@kata.misconception
def exchanges_the_denominators(y, p):
    """You divide y by 1 - p, and 1 - y by p. Each logarithm has its own argument in the denominator."""
    return (-y / (1 - p) + (1 - y) / p) / len(y)


@kata.misconception(title="multiplies by p (1 - p)")
def multiplies_by_the_slope(y, p):
    """You multiply p - y by p (1 - p). The loss is steepest for confident mistakes, but your derivative approaches 0
    there."""
    return (p - y) * p * (1 - p) / len(y)


@kata.misconception
def takes_the_squared_error(y, p):
    """You return the gradient of the mean squared error. The cross-entropy is steeper for confident mistakes."""
    return 2 * (p - y) / len(y)


@kata.misconception
def returns_a_single_number(y, p):
    """You return one number for all samples, such as a sum or a mean. Each probability has its own derivative."""
    return np.sum((p - y) / (p * (1 - p))) / len(y)


@kata.misconception(title="returns the terms of the loss")
def returns_the_terms_of_the_loss(y, p):
    """You return the loss of each sample, divided by n. Return its derivative with respect to p."""
    return -(y * np.log(p) + (1 - y) * np.log(1 - p)) / len(y)


@kata.misconception(title="treats every label but 1 as 0")
def compares_labels_with_one(y, p):
    """You treat every label that is not 1 as 0. A soft label counts in part for both classes."""
    return np.where(y == 1, -1 / p, 1 / (1 - p)) / len(y)


@kata.misconception(title="adds 1e-8 to the denominator")
def adds_a_small_number(y, p):
    """Your derivatives are a little too small, as if 1e-8 were added to the denominator. It is never 0 here."""
    return (p - y) / (p * (1 - p) + 1e-8) / len(y)


@kata.misconception
def clips_the_probabilities(y, p):
    """For a p near 0 or 1 your derivative no longer changes, as if p were clipped. Here nothing is clipped."""
    clipped = np.clip(p, 1e-5, 1 - 1e-5)
    return (clipped - y) / (clipped * (1 - clipped)) / len(y)


def by_quotients(quotient, y, p):
    """The gradient from difference quotients of the loss."""
    return mistakes.gradient(lambda at: cross_entropy(y, at), p, quotient)


for wrong in mistakes.by_differences(by_quotients, steps={"forward": (6, 7, 8), "central": (4, 5, 6)}):
    kata.misconception(wrong)

"""Properties of every right gradient of sigmoid and binary cross-entropy, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, mistakes, same, st
from ..activations._inputs import plain_sigmoid as sigmoid
from ..losses._labels import hard, of_length_n, soft

kata = Kata(
    "sigmoid_bce_grad(z: (n), y: (n)) -> (n)",
    n=st.integers(2, 4),
    z=of_length_n(inputs.halves | inputs.finer),
    y=of_length_n(hard),
)
kata.domain(n=arg.size(1, 2000), z=arg.real(-1000, 1000), y=arg.real(0, 1))
kata.hints(
    "The label is 1 and p is 0.9. Should z rise or fall? Which sign has the derivative then?",
    "Write out the product of the two derivatives. What cancels?",
    "What do your intermediate results become for z = 1000, where p is 1? Does any of them divide by 0?",
)
kata.mistakes(say={
    "has_the_wrong_sign": "Your gradient has the wrong sign: a step against it would make the loss rise.",
    "is_n_times_too_large": "Your gradient is n times too large. It belongs to the sum of the losses.",
})

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("For logits of up to ±1000 the gradient is right and never NaN.", points=2,
          hint="Is there a quotient whose numerator and denominator both become 0 or infinite?",
          z=of_length_n(inputs.far | st.sampled_from([800.0, -800.0, 40.0, -40.0])))
kata.edge("Soft labels count with their value.", points=1, y=of_length_n(soft))
kata.edge("With one sample it is the error of its probability.", points=0, n=1)
kata.example("Probabilities of 1/2 and 3/4 for labels of 0 and 1 give 1/4 and -1/8.", expected=np.array([0.25, -0.125]),
             z=np.array([0.0, np.log(3)]), y=np.array([0.0, 1.0]))


@kata.property(points=0)
def never_exceeds_one_nth(sigmoid_bce_grad, z, y):
    """A probability differs from its label by at most 1, so no derivative is larger than 1/n in absolute value."""
    assert (np.abs(sigmoid_bce_grad(50 * z, y)) <= 1 / len(z) + 1e-12).all()


@kata.property(points=0)
def falls_with_the_label(sigmoid_bce_grad, z):
    """Between the labels 0 and 1 the derivatives of a sample differ by 1/n, whatever its logit is."""
    difference = sigmoid_bce_grad(z, np.zeros(len(z))) - sigmoid_bce_grad(z, np.ones(len(z)))
    same(difference, np.full(len(z), 1 / len(z)))


@kata.property(points=0)
def is_the_chain_of_both_derivatives(sigmoid_bce_grad, z, y):
    """For moderate logits it is the derivative with respect to p, multiplied by the slope of the sigmoid."""
    p = sigmoid(z)
    same(sigmoid_bce_grad(z, y), by_probability(y, p) * p * (1 - p))


@kata.property(points=0)
def is_the_gradient_of_a_softmax_with_two_logits(sigmoid_bce_grad, z, y):
    """A softmax of the logits 0 and z gives the second class the same probability, and the same gradient."""
    P = np.exp(np.stack([np.zeros(len(z)), z], axis=1))
    P /= P.sum(axis=1, keepdims=True)
    same(sigmoid_bce_grad(z, y), (P[:, 1] - y) / len(z))


def by_probability(y, p):
    """The gradient with respect to the probabilities: ``(n),(n)->(n)``."""
    return (p - y) / (p * (1 - p)) / len(y)


@kata.misconception(title="multiplies by the slope of the sigmoid")
def multiplies_by_the_slope_again(z, y):
    """You multiply p - y by p (1 - p). That slope has cancelled already, so a confident mistake has a large
    gradient."""
    p = sigmoid(z)
    return (p - y) * p * (1 - p) / len(z)


@kata.misconception(title="uses the logits as probabilities")
def takes_logits_for_probabilities(z, y):
    """You subtract the labels from the logits. The logits have to go through the sigmoid first."""
    return (z - y) / len(z)


@kata.misconception
def applies_the_sigmoid_twice(z, y):
    """You apply the sigmoid to probabilities again."""
    return (sigmoid(sigmoid(z)) - y) / len(z)


@kata.misconception
def stops_at_the_probabilities(z, y):
    """You return the gradient with respect to the probabilities. It still has to go through the sigmoid."""
    return by_probability(y, sigmoid(z))


@kata.misconception(title="divides 0 by 0 for large logits")
def multiplies_both_derivatives(z, y):
    """You multiply both derivatives as they are. For a large logit p is exactly 1, a denominator is 0, and the product
    NaN."""
    p = sigmoid(z)
    return by_probability(y, p) * p * (1 - p)


@kata.misconception(title="adds a small number to the denominator")
def multiplies_both_derivatives_and_adds_a_small_number(z, y):
    """You keep a denominator from 0 by a small number. Where p is almost 0 or 1, the derivative then vanishes, although
    the prediction may be wrong."""
    p = sigmoid(z)
    return (-y / (p + 1e-12) + (1 - y) / (1 - p + 1e-12)) * p * (1 - p) / len(z)


@kata.misconception(title="replaces NaN by 0")
def replaces_nan_by_zero(z, y):
    """For a large logit your derivative is 0, even if the prediction is wrong."""
    p = sigmoid(z)
    return np.nan_to_num(by_probability(y, p) * p * (1 - p))


@kata.misconception(title="uses the decision in place of the probability")
def compares_the_decision(z, y):
    """You subtract the label from the predicted class, as a perceptron does. A right prediction has a gradient too, as
    long as its probability is less than 1."""
    return ((z > 0) - y) / len(z)


@kata.misconception(title="treats every label but 1 as 0")
def compares_labels_with_one(z, y):
    """You treat every label that is not 1 as 0. A soft label gives a share to both classes."""
    return (sigmoid(z) - (y == 1)) / len(z)


@kata.misconception
def returns_a_single_number(z, y):
    """You return one number for all samples. Each logit has its own derivative."""
    return np.mean(sigmoid(z) - y)


def by_quotients(quotient, z, y):
    """The gradient from difference quotients of the loss."""
    return mistakes.gradient(lambda at: np.mean(np.logaddexp(0, at) - y * at), z, quotient)


for wrong in mistakes.by_differences(by_quotients, steps={"forward": (4, 5, 6, 7, 8), "central": (4, 5, 6)}):
    kata.misconception(wrong)

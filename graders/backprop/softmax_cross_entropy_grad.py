"""Properties that every right gradient of softmax and cross-entropy has, and common mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, mistakes, same, st
from ._batches import far_apart, loss, one_hot, probabilities, soft
from ..activations.softmax import kata as softmax

kata = Kata(
    "softmax_cross_entropy_grad(Z: (n,k), Y: (n,k)) -> (n,k)",
    n=st.integers(1, 4),
    k=st.integers(1, 4),
    Z=st.arrays((arg("n"), arg("k")), elements=inputs.halves | inputs.finer),
    Y=one_hot(arg("n"), arg("k")),
)
kata.domain(n=arg.size(1, 1200), k=arg.size(1, 200), Z=arg.real(-1000, 1000), Y=inputs.distributions())
kata.mistakes(without=["is_n_times_too_large"], say={
    "has_the_wrong_sign":
        "You subtract the probabilities from the labels. A step against that gradient would make the loss rise.",
    "is_divided_by_k":
        "You divide by n times k, as for a mean over all entries. The loss adds up the classes of a sample.",
})
kata.hints(
    "The formula contains P. How is it computed, row by row, and how do you keep its exponentials finite?",
    "When the logit of the right class grows, the loss falls. What is the sign of its gradient?",
    "The loss is a mean. Over how many things, and what does that do to the gradient?",
    "What would the gradient be if the network were right and certain?",
)

kata.contract(points=1)
kata.agreement(points=5)
kata.edge("Logits of up to ±1000 give no NaN.", points=2, n=st.integers(1, 3),
          Z=st.arrays((arg("n"), arg("k")), elements=inputs.far))
kata.edge("A row far below another one has the right gradient.", points=1, n=st.integers(2, 3),
          Z=far_apart(arg("n"), arg("k")))
kata.edge("Soft labels work too.", points=1, n=st.integers(1, 3), k=st.integers(2, 4), Y=soft(arg("n"), arg("k")))
kata.example("The statement's three classes.", expected=np.array([[-0.8, 0.3, 0.5]]),
             Z=np.log(np.array([[0.2, 0.3, 0.5]])), Y=np.array([[1.0, 0.0, 0.0]]))

@kata.property(points=0)
def gives_rows_that_sum_to_zero(softmax_cross_entropy_grad, Z, Y):
    """Adding the same number to all logits of a sample does not change the loss, so every row of the gradient sums to
    0."""
    same(softmax_cross_entropy_grad(Z, Y).sum(axis=1), np.zeros(len(Z)))

@kata.property(points=0)
def is_negative_for_the_right_class_only(softmax_cross_entropy_grad, Z, Y):
    """With one-hot labels the gradient is never positive for the right class, and positive for all other classes."""
    G = softmax_cross_entropy_grad(Z, Y)
    assert (G[Y == 0] > 0).all()
    assert (G[Y == 1] <= 1e-12).all()

@kata.property(points=0)
def is_the_mean_of_its_samples(softmax_cross_entropy_grad, Z, Y):
    """A sample on its own has n times the gradient that it has in a batch of n."""
    alone = softmax_cross_entropy_grad(Z[:1].copy(), Y[:1].copy())
    same(alone, len(Z) * softmax_cross_entropy_grad(Z, Y)[:1])

@kata.misconception
def averages_over_the_classes(Z, Y):
    """You divide by the number of classes. The mean runs over the samples."""
    return (probabilities(Z) - Y) / Z.shape[1]

@kata.misconception
def averages_over_the_batch(Z, Y):
    """You return the mean of the gradients of all samples. Every sample has its own logits and its own row."""
    return (probabilities(Z) - Y).mean(axis=0)

@kata.misconception
def goes_through_the_softmax_again(Z, Y):
    """You multiply by the Jacobian of softmax once more. P − Y already includes it."""
    P = probabilities(Z)
    G = (P - Y) / len(Z)
    return P * (G - (P * G).sum(axis=1, keepdims=True))

@kata.misconception
def stops_at_the_probabilities(Z, Y):
    """You return the gradient with respect to the probabilities. It still has to go through the softmax."""
    return -Y / probabilities(Z) / len(Z)

@kata.misconception
def takes_logits_for_probabilities(Z, Y):
    """You subtract the labels from the logits. The logits have to go through the softmax first."""
    return (Z - Y) / len(Z)

@kata.misconception
def takes_logarithms_for_probabilities(Z, Y):
    """You subtract the labels from log-probabilities. The gradient contains the probabilities themselves."""
    return (np.log(probabilities(Z)) - Y) / len(Z)

@kata.misconception
def subtracts_one_everywhere(Z, Y):
    """You subtract 1 from every entry, as `P[range(n)] -= 1` does. It belongs to the right class only."""
    return (probabilities(Z) - 1) / len(Z)

@kata.misconception
def moves_the_right_class_only(Z, Y):
    """You leave 0 for every wrong class, although its logit is in the denominator of the right class's probability."""
    return Y * (probabilities(Z) - Y) / len(Z)

@kata.misconception(convention="Keras, which keeps probabilities 1e-7 away from 0 and 1")
def clips_the_probabilities(Z, Y):
    """You clip the probabilities away from 0 and 1. Here a network may be certain and its gradient 0."""
    return (np.clip(probabilities(Z), 1e-7, 1 - 1e-7) - Y) / len(Z)

@kata.misconception(convention="texts that sum over the batch (reduction='sum' in PyTorch)")
def sums_over_the_batch(Z, Y):
    """You do not divide by the number of samples, so your loss is a sum over the batch. Here it is a mean."""
    return probabilities(Z) - Y

def _through_the_jacobian(P, by_P):
    """The gradient with respect to the probabilities, passed back through the softmax: ``(n,k),(n,k)->(n,k)``."""
    return P * (by_P - (P * by_P).sum(axis=1, keepdims=True)) / len(P)

@kata.misconception
def divides_by_probabilities(Z, Y):
    """You multiply Y / P by the Jacobian of softmax. Where a probability is 0 that is NaN, although P cancels out."""
    P = probabilities(Z)
    return _through_the_jacobian(P, -Y / P)

@kata.misconception
def divides_by_probabilities_and_an_epsilon(Z, Y):
    """You multiply Y by the Jacobian of softmax and divide by P plus a small number. Where P is 0 that makes the
    gradient 0, although P cancels out."""
    P = probabilities(Z)
    return _through_the_jacobian(P, -Y / (P + 1e-12))

@kata.misconception
def divides_by_probabilities_and_a_large_epsilon(Z, Y):
    """You multiply Y by the Jacobian of softmax and divide by P plus a small number, which changes every entry. P
    cancels out."""
    P = probabilities(Z)
    return _through_the_jacobian(P, -Y / (P + 1e-8))

@kata.misconception
def learns_from_mistakes_only(Z, Y):
    """You give no gradient to a row that is classified correctly, as a perceptron does. Its loss is not 0 yet."""
    P = probabilities(Z)
    return (P - Y) * (P.argmax(axis=1) != Y.argmax(axis=1))[:, None] / len(Z)

@kata.misconception
def ignores_confident_rows(Z, Y):
    """You give no gradient to a row whose right class has more than half of the probability. Its loss is not 0 yet."""
    P = probabilities(Z)
    return (P - Y) * (np.take_along_axis(P, Y.argmax(axis=1)[:, None], axis=1) <= 0.5) / len(Z)

@kata.misconception
def makes_labels_hard(Z, Y):
    """You look up the likeliest label and subtract 1 there. A soft label gives a share to other classes too."""
    return (probabilities(Z) - np.eye(Z.shape[1])[Y.argmax(axis=1)]) / len(Z)

@kata.misconception
def rounds_confident_labels_to_one_hot(Z, Y):
    """You treat a label of 0.9 or more as certain. A soft label gives a share to other classes too."""
    hard = np.where(Y.max(axis=1, keepdims=True) >= 0.9, np.eye(Y.shape[1])[Y.argmax(axis=1)], Y)
    return (probabilities(Z) - hard) / len(Z)

def by_quotients(quotient, Z, Y):
    """The gradient from difference quotients of the loss."""
    return mistakes.gradient(lambda at: loss(at.reshape(Z.shape), Y), Z.ravel(), quotient).reshape(Z.shape)

for wrong in mistakes.by_differences(by_quotients, steps={"forward": (4, 5, 6, 7, 8), "central": (4, 5, 6)}):
    kata.misconception(wrong)

kata.inherit(softmax, lambda wrong: lambda Z, Y: (wrong(Z) - Y) / len(Z), without=[
    "keeps_away_from_0_and_1", "replaces_minus_infinity_by_zero", "returns_log_probabilities",
    "rules_a_class_out_for_all", "sums_the_exponentials_only", "treats_a_large_number_as_infinity",
])

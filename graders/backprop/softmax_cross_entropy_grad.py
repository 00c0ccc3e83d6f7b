"""Properties that every right gradient of softmax and cross-entropy has, and common mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, mistakes, same, st
from ._batches import far_apart, loss, one_hot, probabilities, soft
from ..activations._careless import declare
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
        "Your gradient has the wrong sign everywhere. A step against it would make the loss rise.",
    "is_divided_by_k":
        "You divide by n times k, as for a mean over all entries. The loss adds up the classes of a sample.",
})
kata.hints(
    "What should the gradient be if the network is right and certain? Which sign has it for a class that gets too "
    "much probability?",
    "Take one sample with the probabilities 0.2, 0.3, 0.5, of which the first class is right. How far is each "
    "probability from its label?",
    "Turn each row of Z into probabilities; shift the row by its largest logit first, so that nothing overflows. "
    "Subtract the labels, and remember that the loss is a mean over the rows.",
)

kata.contract(points=1)
kata.agreement(points=5)
kata.edge("The gradient is right for logits of up to ±1000, without NaN.", points=2,
          hint="Which number can you subtract from all logits of a row without changing their softmax?",
          n=st.integers(1, 3),
          Z=st.arrays((arg("n"), arg("k")), elements=inputs.far))
kata.edge("A row far below another one has the right gradient.", points=1,
          hint="Is the maximum that you subtract that of the row, or that of the whole array?", n=st.integers(2, 3),
          Z=far_apart(arg("n"), arg("k")))
kata.edge("Soft labels work too.", points=1,
          hint="Does your code use all of Y, or only where its largest entry is?",
          n=st.integers(1, 3), k=st.integers(2, 4), Y=soft(arg("n"), arg("k")))
kata.example("The statement's three classes.", expected=np.array([[-0.8, 0.3, 0.5]]),
             Z=np.log(np.array([[0.2, 0.3, 0.5]])), Y=np.array([[1.0, 0.0, 0.0]]))

@kata.property(points=0)
def gives_rows_that_sum_to_zero(softmax_cross_entropy_grad, Z, Y):
    """Adding the same number to all logits of a sample does not change the loss, so every row of the gradient sums to
    0."""
    same(softmax_cross_entropy_grad(Z, Y).sum(axis=1), np.zeros(len(Z)))

@kata.property(points=0)
def is_negative_for_the_right_class_only(softmax_cross_entropy_grad, Z, Y):
    """With one-hot labels the gradient is negative for the right class (0 if it is certain) and positive for all
    others."""
    G = softmax_cross_entropy_grad(Z, Y)
    assert (G[Y == 0] > 0).all()
    assert (G[Y == 1] <= 1e-12).all()

@kata.property(points=0)
def is_the_mean_of_its_samples(softmax_cross_entropy_grad, Z, Y):
    """A sample on its own has n times the gradient that it has in a batch of n."""
    alone = softmax_cross_entropy_grad(Z[:1].copy(), Y[:1].copy())
    same(alone, len(Z) * softmax_cross_entropy_grad(Z, Y)[:1])

@kata.property(points=0)
def shows_the_way_down(softmax_cross_entropy_grad, Z, Y):
    """A small step against the gradient never raises the loss."""
    assert loss(Z - softmax_cross_entropy_grad(Z, Y), Y) <= loss(Z, Y) + 1e-12

@kata.misconception
def averages_over_the_classes(Z, Y):
    """You divide by the number of classes. The mean runs over the samples."""
    return (probabilities(Z) - Y) / Z.shape[1]

@kata.misconception(title="returns one vector for the whole batch")
def averages_over_the_batch(Z, Y):
    """You return one vector for the whole batch. Perhaps it is the mean of all samples' gradients: every sample has
    its own logits and its own row."""
    return (probabilities(Z) - Y).mean(axis=0)

@kata.misconception(title="goes through the softmax twice", hint="Is P − Y the derivative with respect to P or to Z?")
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
def stops_at_the_probabilities_of_a_sum(Z, Y):
    """You return −Y / P, the gradient of a summed loss with respect to the probabilities. It still has to go through
    the softmax, and the loss is a mean over the samples."""
    return -Y / probabilities(Z)

for exponent in (7, 8, 9, 10, 12, 15):
    least = float(f"1e-{exponent}")
    for what, bounded in (("bounds", lambda P, least=least: np.maximum(P, least)),
                          ("adds", lambda P, least=least: P + least)):
        declare(kata, f"stops_at_the_probabilities_and_{what}_1e_minus_{exponent}",
                "You return the gradient with respect to the probabilities, kept finite by a small number. It still "
                "has to go through the softmax.", lambda Z, Y, bounded=bounded: -Y / bounded(probabilities(Z)) / len(Z),
                "stops at the probabilities")

@kata.misconception(title="uses the gradient of a binary cross-entropy")
def stops_at_binary_probabilities(Z, Y):
    """You return −Y / P + (1 − Y) / (1 − P), which belongs to a binary cross-entropy. It also still has to go through
    the softmax."""
    P = probabilities(Z)
    return (-Y / P + (1 - Y) / (1 - P)) / len(Z)

@kata.misconception
def applies_the_softmax_twice(Z, Y):
    """You apply the softmax to probabilities again. Perhaps one function calls another that contains it already."""
    return (probabilities(probabilities(Z)) - Y) / len(Z)

@kata.misconception(title="uses the logits as probabilities")
def takes_logits_for_probabilities(Z, Y):
    """You subtract the labels from the logits. The logits have to go through the softmax first."""
    return (Z - Y) / len(Z)

@kata.misconception(title="uses log-probabilities as probabilities")
def takes_logarithms_for_probabilities(Z, Y):
    """You subtract the labels from log-probabilities. The gradient contains the probabilities themselves."""
    return (np.log(probabilities(Z)) - Y) / len(Z)

@kata.misconception
def subtracts_one_everywhere(Z, Y):
    """You subtract 1 from every entry, perhaps by `P[range(n)] -= 1`. Only the right class has a label of 1."""
    return (probabilities(Z) - 1) / len(Z)

@kata.misconception(title="gives the wrong classes no gradient")
def moves_the_right_class_only(Z, Y):
    """Your gradient is 0 for the wrong classes. Their logits appear in the denominator of the right class's
    probability, so they have a gradient too."""
    return Y * (probabilities(Z) - Y) / len(Z)

@kata.misconception(title="gives classes without a label no gradient")
def moves_labelled_classes_only(Z, Y):
    """Your gradient is 0 where the label is 0. The logits of those classes appear in the denominator of every
    probability, so they have a gradient too."""
    return np.where(Y > 0, probabilities(Z) - Y, 0) / len(Z)

@kata.misconception(title="returns Y (P − 1) / n")
def uses_the_diagonal_of_the_jacobian(Z, Y):
    """Your gradient is Y (P − 1), which is 0 where the label is 0. Perhaps you use P (1 − P) as the derivative of
    softmax: a logit changes the probabilities of the other classes too."""
    return Y * (probabilities(Z) - 1) / len(Z)

@kata.misconception(title="returns (2 P Y − P − Y) / n")
def adds_off_the_diagonal(Z, Y):
    """Your gradient is 2 P Y − P − Y, divided by n. Perhaps your Jacobian of softmax has the wrong sign off its
    diagonal: it is −p_i p_j there."""
    P = probabilities(Z)
    return (2 * P * Y - P - Y) / len(Z)

@kata.misconception
def clips_the_probabilities(Z, Y):
    """You keep the probabilities at least 1e-7 away from 0 and 1. A network may be certain, and its gradient 0."""
    return (np.clip(probabilities(Z), 1e-7, 1 - 1e-7) - Y) / len(Z)

@kata.misconception(convention="texts that sum over the batch (reduction='sum' in PyTorch)")
def sums_over_the_batch(Z, Y):
    """You do not divide by the number of samples, so your loss is a sum over the batch. Here it is a mean."""
    return probabilities(Z) - Y

@kata.misconception(title="divides only the labels by n")
def divides_only_the_labels(Z, Y):
    """You divide the labels by n, but not the probabilities. Perhaps parentheses are missing."""
    return probabilities(Z) - Y / len(Z)

@kata.misconception(title="divides only the probabilities by n")
def divides_only_the_probabilities(Z, Y):
    """You divide the probabilities by n, but not the labels. Perhaps n divides P before the labels are subtracted."""
    return probabilities(Z) / len(Z) - Y

@kata.misconception(title="has the wrong sign and sums over the batch")
def subtracts_the_probabilities(Z, Y):
    """You return Y − P. The sign is wrong, and the loss is a mean, so the gradient is divided by n."""
    return Y - probabilities(Z)

@kata.misconception
def adds_the_labels(Z, Y):
    """You add the labels to the probabilities. Each label is the target, so it is subtracted."""
    return (probabilities(Z) + Y) / len(Z)

@kata.misconception(title="ignores the labels")
def returns_the_probabilities(Z, Y):
    """You return the probabilities divided by n. The labels have to be subtracted."""
    return probabilities(Z) / len(Z)

for name, form in (("numpy_number", lambda value: value), ("number", float)):
    declare(kata, f"returns_a_{name}",
            "You return a single number. Perhaps it is the loss: return its derivative with respect to each logit.",
            lambda Z, Y, form=form: form(loss(Z, Y)), "returns a single number")

for name, form in (("array", lambda rows: rows), ("list", np.ndarray.tolist)):
    declare(kata, f"returns_one_row_as_{name}",
            "Your result has a single row for any number of samples. Perhaps `return` is inside the loop over them, or "
            "they are averaged.",
            lambda Z, Y, form=form: form((probabilities(Z) - Y)[:1] / len(Z)), "returns a single row")

@kata.misconception(title="returns two results", convention="CS231n, whose functions return the loss and the gradient")
def returns_the_loss_too(Z, Y):
    """You return two results. Perhaps one is the loss: return the gradient alone."""
    return loss(Z, Y), (probabilities(Z) - Y) / len(Z)

def _through_the_jacobian(P, by_P):
    """The gradient with respect to the probabilities, passed back through the softmax: ``(n,k),(n,k)->(n,k)``."""
    return P * (by_P - (P * by_P).sum(axis=1, keepdims=True)) / len(P)

@kata.misconception
def divides_by_probabilities(Z, Y):
    """Your gradient is NaN where a probability is 0. Perhaps you multiply Y / P by the Jacobian of softmax: there P
    cancels out."""
    P = probabilities(Z)
    return _through_the_jacobian(P, -Y / P)

@kata.misconception
def divides_by_probabilities_and_an_epsilon(Z, Y):
    """Where a probability is almost 0 your gradient is too small. Perhaps you divide by P plus a small number: P
    cancels out of the product with the Jacobian."""
    P = probabilities(Z)
    return _through_the_jacobian(P, -Y / (P + 1e-12))

@kata.misconception
def divides_by_probabilities_and_a_large_epsilon(Z, Y):
    """Every entry of your gradient is off by a little. Perhaps you divide by P plus a small number: P cancels out of
    the product with the Jacobian."""
    P = probabilities(Z)
    return _through_the_jacobian(P, -Y / (P + 1e-8))

@kata.misconception(title="gives correctly classified rows no gradient")
def learns_from_mistakes_only(Z, Y):
    """You give no gradient to a row that is classified correctly, as a perceptron does. Its loss is not 0 yet."""
    P = probabilities(Z)
    return (P - Y) * (P.argmax(axis=1) != Y.argmax(axis=1))[:, None] / len(Z)

@kata.misconception
def ignores_confident_rows(Z, Y):
    """You give no gradient to a row whose right class has more than half of the probability. Its loss is not 0 yet."""
    P = probabilities(Z)
    return (P - Y) * (np.take_along_axis(P, Y.argmax(axis=1)[:, None], axis=1) <= 0.5) / len(Z)

@kata.misconception(title="rounds soft labels to one-hot")
def makes_labels_hard(Z, Y):
    """You subtract 1 at the likeliest label. A soft label gives a share to other classes too."""
    return (probabilities(Z) - np.eye(Z.shape[1])[Y.argmax(axis=1)]) / len(Z)

@kata.misconception
def rounds_confident_labels_to_one_hot(Z, Y):
    """You treat a label of 0.9 or more as certain. A soft label gives a share to other classes too."""
    hard = np.where(Y.max(axis=1, keepdims=True) >= 0.9, np.eye(Y.shape[1])[Y.argmax(axis=1)], Y)
    return (probabilities(Z) - hard) / len(Z)

@kata.misconception(title="drops the fractional part of soft labels")
def truncates_labels(Z, Y):
    """You treat every label below 1 as 0. Perhaps the labels are converted to integers."""
    return (probabilities(Z) - Y.astype(int)) / len(Z)

@kata.misconception
def rounds_labels(Z, Y):
    """You treat labels above 0.5 as 1 and all others as 0. A soft label gives a share to each class."""
    return (probabilities(Z) - (Y > 0.5)) / len(Z)

@kata.misconception(convention="training with label smoothing of 0.1")
def smooths_the_labels(Z, Y):
    """You smooth the labels by 0.1. Use them as they are passed."""
    return (probabilities(Z) - (0.9 * Y + 0.1 / Y.shape[1])) / len(Z)

@kata.misconception(title="multiplies by the slope of a sigmoid")
def multiplies_by_the_slope_of_a_sigmoid(Z, Y):
    """You multiply by P (1 − P) as well. That factor belongs to the squared error of sigmoid units."""
    P = probabilities(Z)
    return (P - Y) * P * (1 - P) / len(Z)

@kata.misconception(title="returns −Y ln P")
def returns_the_terms_of_the_loss(Z, Y):
    """You return −Y ln P, the terms of the loss. How does the loss change with each logit?"""
    return -Y * np.log(probabilities(Z))

def by_quotients(quotient, Z, Y):
    """The gradient from difference quotients of the loss."""
    return mistakes.gradient(lambda at: loss(at.reshape(Z.shape), Y), Z.ravel(), quotient).reshape(Z.shape)

for wrong in mistakes.by_differences(by_quotients, steps={"forward": (4, 5, 6, 7, 8), "central": (4, 5, 6)}):
    kata.misconception(wrong)

kata.inherit(softmax, lambda wrong: lambda Z, Y: (wrong(Z) - Y) / len(Z), without=[
    "keeps_away_from_0_and_1", "replaces_minus_infinity_by_zero", "returns_log_probabilities",
    "rules_a_class_out_for_all", "sums_the_exponentials_only", "treats_a_large_number_as_infinity",
])

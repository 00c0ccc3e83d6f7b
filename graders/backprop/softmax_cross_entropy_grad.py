"""Properties that every right gradient of softmax and cross-entropy has, and common mistakes."""

import math

import numpy as np

from gradkata import Kata, arg, inputs, same, st
from . import _rows as rows
from ._batches import far_apart, fine, half, huge, one_hot, probabilities, soft
from ._inexact import by_differences

kata = Kata(
    "softmax_cross_entropy_grad(Z: (n,k), Y: (n,k)) -> (n,k)",
    n=st.integers(1, 4),
    k=st.integers(1, 4),
    Z=st.arrays((arg("n"), arg("k")), elements=half | fine),
    Y=one_hot(arg("n"), arg("k")),
)
kata.domain(n=arg.size(1, 1200), k=arg.size(1, 200), Z=arg.real(-1000, 1000), Y=inputs.distributions())
kata.hints(
    "The formula contains P. How is it computed, row by row, and how do you keep its exponentials finite?",
    "When the logit of the right class grows, the loss falls. What is the sign of its gradient?",
    "The loss is a mean. Over how many things, and what does that do to the gradient?",
    "What would the gradient be if the network were right and certain?",
)

kata.contract(points=1)
kata.agreement(points=5)
kata.edge("Logits of up to ±1000 give no NaN.", points=2, n=st.integers(1, 3),
          Z=st.arrays((arg("n"), arg("k")), elements=huge))
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
def subtracts_the_other_way_round(Z, Y):
    """You subtract the probabilities from the labels. A step against that gradient would make the loss rise."""
    return (Y - probabilities(Z)) / len(Z)

@kata.misconception
def averages_over_the_classes(Z, Y):
    """You divide by the number of classes. The mean runs over the samples."""
    return (probabilities(Z) - Y) / Z.shape[1]

@kata.misconception
def averages_over_all_entries(Z, Y):
    """You divide by n times k, as for a mean over all entries. The loss adds up the classes of a sample."""
    return (probabilities(Z) - Y) / Z.size

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
def takes_a_sigmoid_of_each(Z, Y):
    """You take a sigmoid of each logit, as for independent yes-or-no labels. The probabilities of the classes here sum
    to 1."""
    return (1 / (1 + np.exp(-Z)) - Y) / len(Z)

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

@kata.misconception
def normalises_columns(Z, Y):
    """You normalise over the samples: your probabilities sum to 1 in each column. A sample is a row."""
    return (probabilities(Z.T).T - Y) / len(Z)

@kata.misconception
def forgets_the_shift(Z, Y):
    """The exponential of a large logit is infinite, and infinity divided by infinity is NaN. Far below 0 it is 0
    divided by 0."""
    return (probabilities(Z, 0) - Y) / len(Z)

@kata.misconception
def overflows_the_exponential(Z, Y):
    """math.exp raises OverflowError where NumPy's exp returns infinity. Large logits must work too."""
    E = np.array([[math.exp(z) for z in row] for row in Z.tolist()])
    return (E / E.sum(axis=1, keepdims=True) - Y) / len(Z)

@kata.misconception
def shifts_by_the_largest_of_all(Z, Y):
    """You shift all rows by the largest logit of the whole batch. In a row far below it all exponentials become 0, and
    0 divided by 0 is NaN."""
    return (probabilities(Z, Z.max()) - Y) / len(Z)

@kata.misconception
def shifts_the_callers_logits(Z, Y):
    """You shift in place: `Z -= ...` changes the array of the caller."""
    Z -= Z.max(axis=1, keepdims=True)
    return (probabilities(Z, 0) - Y) / len(Z)

@kata.misconception(convention="Keras, which keeps probabilities 1e-7 away from 0 and 1")
def clips_the_probabilities(Z, Y):
    """You clip the probabilities away from 0 and 1. Here a network may be certain and its gradient 0."""
    return (np.clip(probabilities(Z), 1e-7, 1 - 1e-7) - Y) / len(Z)

@kata.misconception(convention="texts that sum over the batch (reduction='sum' in PyTorch)")
def sums_over_the_batch(Z, Y):
    """You do not divide by the number of samples, so your loss is a sum over the batch. Here it is a mean."""
    return probabilities(Z) - Y

for wrong in (rows.divides_by_probabilities, rows.divides_by_probabilities_and_an_epsilon,
              rows.divides_by_probabilities_and_a_large_epsilon, rows.learns_from_mistakes_only,
              rows.ignores_confident_rows, rows.takes_a_sigmoid_of_a_single_column, rows.makes_labels_hard,
              rows.rounds_confident_labels_to_one_hot, *by_differences(rows.by_quotients, (4, 5, 6, 7, 8), (4, 5, 6))):
    kata.misconception(wrong)

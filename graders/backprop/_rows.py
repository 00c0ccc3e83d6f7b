"""Gradients of softmax and cross-entropy that divide by probabilities, or treat some rows unlike others."""

import numpy as np

from ._batches import loss, probabilities


def _through_the_jacobian(P, by_P):
    """The gradient by the probabilities, sent through the softmax: ``(n,k),(n,k)->(n,k)``."""
    return P * (by_P - (P * by_P).sum(axis=1, keepdims=True)) / len(P)


def divides_by_probabilities(Z, Y):
    """You multiply Y / P by the Jacobian of softmax, and where a probability is 0 that is NaN. P cancels out."""
    P = probabilities(Z)
    return _through_the_jacobian(P, -Y / P)


def divides_by_probabilities_and_an_epsilon(Z, Y):
    """You multiply Y by the Jacobian of softmax and divide by P and a small number. Where P is 0 the gradient comes
    out 0 by that, though P cancels out."""
    P = probabilities(Z)
    return _through_the_jacobian(P, -Y / (P + 1e-12))


def divides_by_probabilities_and_a_large_epsilon(Z, Y):
    """You multiply Y by the Jacobian of softmax and divide by P and a small number, which changes every entry. P
    cancels out."""
    P = probabilities(Z)
    return _through_the_jacobian(P, -Y / (P + 1e-8))


def learns_from_mistakes_only(Z, Y):
    """You let a row that is classified rightly have no gradient, as a perceptron does. Its loss is not 0 yet."""
    P = probabilities(Z)
    return (P - Y) * (P.argmax(axis=1) != Y.argmax(axis=1))[:, None] / len(Z)


def learns_from_doubts_only(Z, Y):
    """You let a row whose right class has more than half of the probability have no gradient. Its loss is not 0
    yet."""
    P = probabilities(Z)
    return (P - Y) * (np.take_along_axis(P, Y.argmax(axis=1)[:, None], axis=1) <= 0.5) / len(Z)


def takes_a_sigmoid_of_a_single_column(Z, Y):
    """You take a single column for a yes-or-no answer and put a sigmoid on it. A softmax over one class says 1."""
    return ((1 / (1 + np.exp(-Z)) if Z.shape[1] == 1 else probabilities(Z)) - Y) / len(Z)


def makes_labels_hard(Z, Y):
    """You look up the likeliest label and subtract 1 there. A soft label gives a share to other classes too."""
    return (probabilities(Z) - np.eye(Z.shape[1])[Y.argmax(axis=1)]) / len(Z)


def makes_clear_labels_hard(Z, Y):
    """You take a label of 0.9 or more for a certain one. A soft label gives a share to other classes too."""
    hard = np.where(Y.max(axis=1, keepdims=True) >= 0.9, np.eye(Y.shape[1])[Y.argmax(axis=1)], Y)
    return (probabilities(Z) - hard) / len(Z)


def by_quotients(quotients, Z, Y):
    """What difference quotients of the loss make of the gradient."""
    return quotients(lambda at: loss(at.reshape(Z.shape), Y), Z.ravel()).reshape(Z.shape)

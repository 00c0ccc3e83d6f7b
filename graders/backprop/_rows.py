"""Gradients of softmax and cross-entropy that divide by probabilities, or treat some rows differently."""

import numpy as np

from ._batches import probabilities


def _through_the_jacobian(P, by_P):
    """The gradient with respect to the probabilities, passed back through the softmax: ``(n,k),(n,k)->(n,k)``."""
    return P * (by_P - (P * by_P).sum(axis=1, keepdims=True)) / len(P)


def divides_by_probabilities(Z, Y):
    """You multiply Y / P by the Jacobian of softmax. Where a probability is 0 that is NaN, although P cancels out."""
    P = probabilities(Z)
    return _through_the_jacobian(P, -Y / P)


def divides_by_probabilities_and_an_epsilon(Z, Y):
    """You multiply Y by the Jacobian of softmax and divide by P plus a small number. Where P is 0 that makes the
    gradient 0, although P cancels out."""
    P = probabilities(Z)
    return _through_the_jacobian(P, -Y / (P + 1e-12))


def divides_by_probabilities_and_a_large_epsilon(Z, Y):
    """You multiply Y by the Jacobian of softmax and divide by P plus a small number, which changes every entry. P
    cancels out."""
    P = probabilities(Z)
    return _through_the_jacobian(P, -Y / (P + 1e-8))


def learns_from_mistakes_only(Z, Y):
    """You give no gradient to a row that is classified correctly, as a perceptron does. Its loss is not 0 yet."""
    P = probabilities(Z)
    return (P - Y) * (P.argmax(axis=1) != Y.argmax(axis=1))[:, None] / len(Z)


def ignores_confident_rows(Z, Y):
    """You give no gradient to a row whose right class has more than half of the probability. Its loss is not 0 yet."""
    P = probabilities(Z)
    return (P - Y) * (np.take_along_axis(P, Y.argmax(axis=1)[:, None], axis=1) <= 0.5) / len(Z)


def makes_labels_hard(Z, Y):
    """You look up the likeliest label and subtract 1 there. A soft label gives a share to other classes too."""
    return (probabilities(Z) - np.eye(Z.shape[1])[Y.argmax(axis=1)]) / len(Z)


def rounds_confident_labels_to_one_hot(Z, Y):
    """You treat a label of 0.9 or more as certain. A soft label gives a share to other classes too."""
    hard = np.where(Y.max(axis=1, keepdims=True) >= 0.9, np.eye(Y.shape[1])[Y.argmax(axis=1)], Y)
    return (probabilities(Z) - hard) / len(Z)

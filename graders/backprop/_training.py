"""The training of a network with one hidden layer, in which each wrong answer replaces one part."""

import numpy as np

from ..forward._network import forward
from ._batches import loss, probabilities
from ._hidden_layer import through_both_layers


def logits(X, W1, b1, W2, b2):
    """The outputs before the softmax: ``->(n,k)``."""
    return forward(X, W1, b1, W2, b2)[1]


def classes(X, *parameters):
    """The likeliest class of each sample: ``->i8(n)``."""
    return logits(X, *parameters).argmax(axis=1)


def cost(X, y, *parameters):
    """The mean cross-entropy: ``->()``."""
    Z = logits(X, *parameters)
    return loss(Z, np.eye(Z.shape[1])[y])


def gradients(X, y, W1, b1, W2, b2, *, softmax=probabilities, slope=None):
    """The right gradients, or those with another softmax or another slope of the hidden neurons."""
    H, Z = forward(X, W1, b1, W2, b2)
    dZ2 = (softmax(Z) - np.eye(len(b2))[y]) / len(X)
    return through_both_layers(X, H, W2, dZ2, slope=None if slope is None else slope(H))


def step(parameters, of, lr):
    """The parameters after a step against their gradients."""
    return [each - lr * gradient for each, gradient in zip(parameters, of, strict=True)]


def train(X, y, W1, b1, W2, b2, lr, epochs, *, cost=cost, gradients=gradients, step=step, late=False):
    """The right result, or one with other parts; ``late`` records the cost after each step."""
    parameters, costs = [W1.copy(), b1.copy(), W2.copy(), b2.copy()], np.zeros(epochs)
    for epoch in range(epochs):
        moved = step(parameters, gradients(X, y, *parameters), lr)
        costs[epoch] = cost(X, y, *(moved if late else parameters))
        parameters = moved
    return *parameters, costs


def network(seed, d, h, k):
    """Parameters with one decimal between -1 and 1, the last biases 0: ``->(d,h),(h),(h,k),(k)``."""
    generator = np.random.default_rng(seed)
    W1, b1, W2 = (np.round(generator.uniform(-1, 1, shape), 1) for shape in ((d, h), h, (h, k)))
    return W1, b1, W2, np.zeros(k)


def separable(seed):
    """Six samples of two classes, which their first entry separates: ``->(6,2),i8(6)``."""
    generator = np.random.default_rng(seed)
    y = np.array([0, 0, 0, 1, 1, 1])
    return np.column_stack([(2 * y - 1) * generator.integers(2, 5, 6) / 4, generator.integers(-4, 5, 6) / 4]), y

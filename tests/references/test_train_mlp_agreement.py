"""The training of a network with one hidden layer against scikit-learn's and PyTorch's."""

import numpy as np
import pytest
from hypothesis import given, settings
from sklearn.neural_network import MLPClassifier

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator, classes):
    n, d, h, epochs = (int(size) for size in generator.integers([5, 1, 1, 1], [12, 4, 5, 20]))
    X, W1, b1, W2, b2 = (generator.uniform(-1, 1, s) for s in ((n, d), (d, h), h, (h, classes), classes))
    y = np.append(np.arange(classes), generator.integers(0, classes, n - classes))
    return X, y, W1, b1, W2, b2, float(generator.uniform(0, 0.25)), epochs


def assert_close(got, expected):
    for one, other in zip(got, expected, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-10, atol=1e-11)


@every_answer("backprop/train_mlp")
@settings(max_examples=10)
@given(generator=seeds())
def test_the_training_is_that_of_scikit_learn(answer, generator):
    """From three classes on it uses a softmax; without momentum and penalty its SGD takes plain steps."""
    X, y, W1, b1, W2, b2, lr, epochs = arguments(generator, classes=int(generator.integers(3, 5)))
    network = MLPClassifier(
        hidden_layer_sizes=(len(b1),),
        activation="tanh",
        solver="sgd",
        momentum=0.0,
        alpha=0.0,
        batch_size=len(X),
        learning_rate_init=lr,
        shuffle=False,
    )
    network.partial_fit(X, y, classes=np.arange(len(b2)))  # makes the arrays
    for array, value in zip([*network.coefs_, *network.intercepts_], [W1, W2, b1, b2], strict=True):
        array[...] = value
    for _ in range(epochs):
        network.partial_fit(X, y)
    (V1, V2), (c1, c2) = network.coefs_, network.intercepts_
    assert_close(answer(X, y, W1, b1, W2, b2, lr, epochs), (V1, c1, V2, c2, network.loss_curve_[1:]))


@pytest.mark.heavy
@every_answer("backprop/train_mlp")
@settings(max_examples=10)
@given(generator=seeds())
def test_the_training_is_that_of_pytorch(answer, generator):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    X, y, W1, b1, W2, b2, lr, epochs = arguments(generator, classes=2)
    inputs, labels = torch.from_numpy(X), torch.from_numpy(y)
    parameters = [torch.from_numpy(each.copy()).requires_grad_() for each in (W1, b1, W2, b2)]
    optimizer, costs = torch.optim.SGD(parameters, lr=lr), []
    for _ in range(epochs):
        V1, c1, V2, c2 = parameters
        cost = torch.nn.functional.cross_entropy(torch.tanh(inputs @ V1 + c1) @ V2 + c2, labels)
        optimizer.zero_grad()
        cost.backward()
        optimizer.step()
        costs.append(cost.item())
    assert_close(
        answer(X, y, W1, b1, W2, b2, lr, epochs), [*(each.detach().numpy() for each in parameters), costs]
    )

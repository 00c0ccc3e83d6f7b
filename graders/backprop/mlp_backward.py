"""Properties that all right gradients of a network with one hidden layer have, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st

from ..forward._network import by_exponentials, far, forward, reversed_units
from ._hidden_layer import backward, cost

number = st.sampled_from([0.5, -0.5, 1.0, 0.0, -1.0, 1.5]) | st.integers(-2000, 2000).map(lambda k: k / 1000)
SHAPES = {"W1": (arg("d"), arg("h")), "b1": arg("h"), "W2": (arg("h"), arg("k")), "b2": arg("k")}

kata = Kata(
    "mlp_backward(X: (n,d), W1: (d,h), b1: (h), W2: (h,k), b2: (k), Y: (n,k)) -> (d,h), (h), (h,k), (k)",
    n=st.integers(1, 3), d=st.integers(1, 3), h=st.integers(1, 3), k=st.integers(1, 3),
    X=st.arrays((arg("n"), arg("d")), elements=number), Y=st.arrays((arg("n"), arg("k")), elements=number),
    **{name: st.arrays(shape, elements=number) for name, shape in SHAPES.items()},
)
kata.domain(n=arg.size(1, 200), d=arg.size(1, 20), h=arg.size(1, 20), k=arg.size(1, 20), X=arg.real(-3, 3),
            W1=arg.real(-2, 2), b1=arg.real(-1000, 1000), W2=arg.real(-2, 2), b2=arg.real(-10, 10),
            Y=arg.real(-10, 10))
kata.mistakes(without=["is_n_times_too_large", "is_divided_by_k"], say={
    "is_divided_by_n":
        "Your gradients are n times too small. The factor 1/n occurs once in the cost.",
    "is_half_as_large":
        "Your gradients are half as large as they should be. The cost contains no factor ½.",
    "has_the_wrong_sign":
        "Your gradients have the wrong sign: a step against them would make the cost rise.",
})
kata.hints(
    "Which values of the forward pass does the backward pass need? How does L change with an output?",
    "The second layer is a dense layer whose input is `H`. Which three gradients does its backward pass give?",
    "What reaches the hidden values is multiplied, entry by entry, by the slope of tanh, which the hidden values alone "
    "determine. Then the first layer is a dense layer again, whose input is `X`.",
)

kata.contract(points=1)
kata.agreement(points=8)
kata.edge("Saturated neurons give the right answer, without NaN.", points=1, b1=st.arrays(arg("h"), elements=far),
          hint="What is exp(1000) in floating point, and what is that divided by itself?")
kata.edge("One sample gives the right gradients.", points=0, n=1)
kata.edge("One hidden neuron gives the right gradients.", points=0, h=1)
kata.edge("Without weights to the outputs nothing reaches the first layer.", points=0,
          W2=st.arrays(SHAPES["W2"], elements=st.just(0.0)))
kata.example("The statement's network.",
             expected=(np.array([[6.0]]), np.array([3.0]), np.array([[1.0]]), np.array([2.0])),
             X=np.array([[2.0]]), W1=np.zeros((1, 1)), b1=np.arctanh([0.5]), W2=np.array([[2.0]]),
             b2=np.array([2.0]), Y=np.array([[2.0]]))


@kata.property(points=0)
def vanishes_where_the_targets_are_met(mlp_backward, X, W1, b1, W2, b2):
    """If the outputs equal the targets, all gradients are 0."""
    for gradient in mlp_backward(X, W1, b1, W2, b2, forward(X, W1, b1, W2, b2)[1]):
        same(gradient, np.zeros_like(gradient))


@kata.property(points=0)
def is_a_mean_over_the_samples(mlp_backward, X, W1, b1, W2, b2, Y):
    """If every sample occurs twice, the mean stays the same, and so do all gradients."""
    same(mlp_backward(np.vstack([X, X]), W1, b1, W2, b2, np.vstack([Y, Y])), mlp_backward(X, W1, b1, W2, b2, Y))


@kata.property(points=0)
def follows_a_renumbering_of_the_hidden_neurons(mlp_backward, X, W1, b1, W2, b2, Y):
    """Hidden neurons in the opposite order, with their weights and biases, have their gradients in the opposite
    order."""
    turned = mlp_backward(X, *reversed_units(W1, b1, W2, b2), Y)
    same(reversed_units(*turned), mlp_backward(X, W1, b1, W2, b2, Y))


@kata.property(points=0, seed=st.integers(0, 1000))
def says_how_the_cost_changes(mlp_backward, X, W1, b1, W2, b2, Y, seed):
    """If all parameters move by a small step, the cost changes by the sum of all gradients times the steps."""
    parameters, step = (W1, b1, W2, b2), 1e-5
    moves = [np.random.default_rng(seed).uniform(-1, 1, each.shape) for each in parameters]
    up, down = ([p + s * step * m for p, m in zip(parameters, moves, strict=True)] for s in (1, -1))
    slope = (cost(X, *up, Y) - cost(X, *down, Y)) / (2 * step)
    gradients = mlp_backward(X, *parameters, Y)
    same(sum(np.sum(g * m) for g, m in zip(gradients, moves, strict=True)), slope, rtol=1e-4, atol=1e-4)


@kata.misconception(title="uses 1 - z² as the slope of tanh")
def squares_the_sum(X, W1, b1, W2, b2, Y):
    """You compute the slope of tanh from the hidden neuron's sum z, as 1 - z². It is the value after the tanh that is
    squared."""
    return backward(X, W1, b1, W2, b2, Y, slope=lambda Z, H: 1 - Z**2)


@kata.misconception
def leaves_out_the_slope_of_tanh(X, W1, b1, W2, b2, Y):
    """You send the gradient through the hidden neurons unchanged. A saturated neuron lets almost nothing through."""
    return backward(X, W1, b1, W2, b2, Y, slope=lambda Z, H: np.ones_like(H))


@kata.misconception(title="uses the slope of a sigmoid")
def uses_the_slope_of_a_sigmoid(X, W1, b1, W2, b2, Y):
    """You multiply by H (1 - H), the slope of a sigmoid in terms of its value. The hidden neurons use tanh."""
    return backward(X, W1, b1, W2, b2, Y, slope=lambda Z, H: H * (1 - H))


@kata.misconception(title="transposes W2 only if the shapes do not fit")
def transposes_only_where_it_must(X, W1, b1, W2, b2, Y):
    """For a square `W2` you multiply by `W2` itself on the way back. For a square matrix both products have a fitting
    shape, and only one of them is right."""
    return backward(X, W1, b1, W2, b2, Y, back=lambda dZ, W: dZ @ (W if W.shape[0] == W.shape[1] else W.T))


@kata.misconception(title="leaves out W2 on the way back")
def forgets_the_weights_on_the_way_back(X, W1, b1, W2, b2, Y):
    """You give each hidden neuron the sum of the outputs' gradients. On the way from an output to a hidden neuron
    there is a weight."""
    return backward(X, W1, b1, W2, b2, Y, back=lambda dZ, W: np.tile(dZ.sum(axis=1, keepdims=True), len(W)))


@kata.misconception(convention="costs that are a sum over the samples")
def sums_over_the_samples(X, W1, b1, W2, b2, Y):
    """You do not divide by the number of samples. Here the cost is a mean over them."""
    return tuple(len(X) * gradient for gradient in backward(X, W1, b1, W2, b2, Y))


@kata.misconception(convention="PyTorch's MSELoss, a mean over all n·k numbers", title="averages over the outputs too")
def averages_over_the_outputs(X, W1, b1, W2, b2, Y):
    """You divide by the number of outputs as well. Here the squared errors of a sample's outputs are added."""
    return tuple(gradient / len(b2) for gradient in backward(X, W1, b1, W2, b2, Y))


@kata.misconception
def averages_the_gradients_of_the_biases(X, W1, b1, W2, b2, Y):
    """You take a mean over the samples for the biases. The factor 1/n is contained in the outputs' gradient, and the
    effects on the samples add up."""
    dW1, db1, dW2, db2 = backward(X, W1, b1, W2, b2, Y)
    return dW1, db1 / len(X), dW2, db2 / len(X)


@kata.misconception(title="uses the sums before the tanh for dW2")
def uses_the_sums_for_the_second_layer(X, W1, b1, W2, b2, Y):
    """You compute the gradient of `W2` from the hidden neurons' sums. The input of the second layer consists of their
    values, after the tanh."""
    dW1, db1, _, db2 = backward(X, W1, b1, W2, b2, Y)
    return dW1, db1, (X @ W1 + b1).T @ (2 * (forward(X, W1, b1, W2, b2)[1] - Y) / len(X)), db2


@kata.misconception
def builds_tanh_from_exponentials(X, W1, b1, W2, b2, Y):
    """Your result is NaN where a tanh has a large argument. A quotient of sums of exponentials becomes ∞/∞ there."""
    return backward(X, W1, b1, W2, b2, Y, squash=by_exponentials)

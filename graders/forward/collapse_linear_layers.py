"""Properties of every right pair of collapsed layers, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st

small = st.integers(-2, 2).map(lambda k: k / 2)  # products of three layers stay in the domain
no_biases = {name: st.arrays(arg(size), elements=st.just(0.0)) for name, size in (("b1", "h"), ("b2", "k"))}


@st.composite
def unchanged(draw, h):
    """The weights of a layer that returns its inputs."""
    return np.eye(h)


kata = Kata("collapse_linear_layers(W1: (d,h), b1: (h), W2: (h,k), b2: (k)) -> (d,k), (k)")
kata.domain(d=arg.size(1, 100), h=arg.size(1, 100), k=arg.size(1, 100), W1=arg.real(-10, 10), b1=arg.real(-10, 10),
            W2=arg.real(-10, 10), b2=arg.real(-10, 10))
kata.hints(
    "What do both layers return for a sample of zeros? Which part of the single layer is that?",
    "Multiply out the left side, without changing the order of the factors. Which of the terms contain X?",
    "The shapes decide the order: `W1` is (d, h), `W2` is (h, k), and the result (d, k). Which of them can `b1`, with "
    "its h entries, be multiplied by?",
)

kata.contract(points=1)
kata.agreement(points=9)
kata.edge("A single hidden neuron is enough for two layers.", points=0, h=1)
kata.edge("Layers without biases make a layer without biases.", points=0, **no_biases)
kata.edge("A first layer that changes nothing leaves the second one.", points=0,
          d=arg("h"), W1=unchanged(arg("h")), b1=no_biases["b1"])
kata.edge("As many inputs as hidden neurons and outputs give the right answer.", points=0, d=3, h=3, k=3)
kata.example("Two inputs, two hidden neurons, one output.", expected=(np.array([[5.0], [3.0]]), np.array([1.5])),
             W1=np.array([[1.0, 3.0], [2.0, -1.0]]), b1=np.array([1.0, -1.0]),
             W2=np.array([[2.0], [1.0]]), b2=np.array([0.5]))


@kata.property(points=0, X=st.arrays((3, arg("d")), elements=inputs.halves))
def does_the_same_as_both_layers(collapse_linear_layers, X, W1, b1, W2, b2):
    """For every batch, the single layer returns what both layers return one after the other."""
    W, b = collapse_linear_layers(W1, b1, W2, b2)
    same(X @ W + b, (X @ W1 + b1) @ W2 + b2)


@kata.property(points=0, W1=st.arrays((arg("d"), arg("h")), elements=small), b1=st.arrays(arg("h"), elements=small),
               W2=st.arrays((arg("h"), arg("k")), elements=small), b2=st.arrays(arg("k"), elements=small),
               W3=st.arrays((arg("k"), 2), elements=small), b3=st.arrays(2, elements=small))
def collapses_three_layers_in_either_order(collapse_linear_layers, W1, b1, W2, b2, W3, b3):
    """Three layers become the same single layer, whichever two are joined first."""
    left = collapse_linear_layers(*collapse_linear_layers(W1, b1, W2, b2), W3, b3)
    same(left, collapse_linear_layers(W1, b1, *collapse_linear_layers(W2, b2, W3, b3)))


@kata.property(points=0)
def does_not_depend_on_the_order_of_hidden_neurons(collapse_linear_layers, W1, b1, W2, b2):
    """Hidden neurons in the opposite order, each with its weights and bias, make the same layer."""
    turned = (W1[:, ::-1].copy(), b1[::-1].copy(), W2[::-1].copy(), b2)
    same(collapse_linear_layers(*turned), collapse_linear_layers(W1, b1, W2, b2))


@kata.misconception
def adds_both_biases(W1, b1, W2, b2):
    """You add the biases as they are. The second layer multiplies everything that the first one returns by its weights,
    and that includes the first biases."""
    return W1 @ W2, b1 + b2


@kata.misconception(title="sends both biases through the second layer")
def puts_the_last_bias_inside_the_bracket(W1, b1, W2, b2):
    """You add both biases before you multiply by `W2`. The biases of the second layer are added after its product."""
    return W1 @ W2, (b1 + b2) @ W2


@kata.misconception
def leaves_out_the_first_biases(W1, b1, W2, b2):
    """The biases of the first layer are missing. They reach the outputs through the weights of the second layer."""
    return W1 @ W2, b2.copy()


@kata.misconception
def leaves_out_the_last_biases(W1, b1, W2, b2):
    """The biases of the second layer are missing. They are added to every output."""
    return W1 @ W2, b1 @ W2


@kata.misconception(convention="texts that write W₂ (W₁ x + b₁) + b₂")
def multiplies_in_the_opposite_order(W1, b1, W2, b2):
    """You multiply `W2` by `W1`, as if each row held the weights of a neuron. Here each column does, and a batch is
    multiplied by `W1` first."""
    return W2 @ W1, W2 @ b1 + b2


@kata.misconception(title="uses the result for an input of 1 as a weight")
def measures_without_subtracting(W1, b1, W2, b2):
    """Each weight is too large by the bias of its output. Perhaps you use what both layers return for a unit vector,
    which contains the biases."""
    return (W1 + b1) @ W2 + b2, b1 @ W2 + b2


@kata.misconception
def sends_the_first_biases_through_both_layers(W1, b1, W2, b2):
    """You multiply `b1` by the product of both weight matrices. It is added after the first product."""
    return W1 @ W2, b1 @ (W1 @ W2) + b2


@kata.misconception(title="returns the biases as a matrix of one row")
def returns_the_biases_as_a_matrix(W1, b1, W2, b2):
    """Your biases have the shape (1, k). A layer has a vector of biases, of shape (k,)."""
    return W1 @ W2, (b1 @ W2 + b2)[None, :]


@kata.misconception
def applies_a_relu_between_the_layers(W1, b1, W2, b2):
    """You replace negative biases of the first layer by 0, as a ReLU between the layers does for an input of zeros.
    Here both layers are linear; with a ReLU between them no single layer does the same."""
    return W1 @ W2, np.maximum(b1, 0) @ W2 + b2

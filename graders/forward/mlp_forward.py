"""Properties of every right network with one hidden layer, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st
from ..activations._inputs import sigmoid
from ._network import by_exponentials, far, forward, reversed_units

number = st.sampled_from([0.5, -0.5, 1.0, 0.0, -1.0, 1.5]) | inputs.fine

kata = Kata(
    "mlp_forward(X: (n,d), W1: (d,h), b1: (h), W2: (h,k), b2: (k)) -> (n,h), (n,k)",
    X=st.arrays((arg("n"), arg("d")), elements=number),
    W1=st.arrays((arg("d"), arg("h")), elements=number), b1=st.arrays(arg("h"), elements=number),
    W2=st.arrays((arg("h"), arg("k")), elements=number), b2=st.arrays(arg("k"), elements=number),
)
kata.domain(n=arg.size(0, 1000), d=arg.size(1, 50), h=arg.size(1, 50), k=arg.size(1, 50), X=arg.real(-10, 10),
            W1=arg.real(-3, 3), b1=arg.real(-1000, 1000), W2=arg.real(-3, 3), b2=arg.real(-1000, 1000))
kata.hints(
    "What does a hidden neuron compute from one sample? What does an output neuron see?",
    "For the second sample of the example the sums of the hidden neurons are -0.5 and 0. What are their values?",
    "Compute a dense layer, apply tanh to every entry, and use the result as the input of another dense layer. Return "
    "what lies between the layers as well.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("Very large sums give the right answer, without NaN.", points=1, b1=st.arrays(arg("h"), elements=far),
          hint="What is exp(1000) in floating point, and what is that divided by itself?")
kata.edge("Without samples both results have 0 rows.", points=1, n=0,
          hint="What shape has np.array([])? Where can you read off h and k?")
kata.edge("One hidden neuron is enough.", points=0, h=1)
kata.edge("One sample gives one row.", points=0, n=1)
kata.edge("Without weights only the biases act.", points=0, W1=st.arrays((arg("d"), arg("h")), elements=st.just(0.0)),
          W2=st.arrays((arg("h"), arg("k")), elements=st.just(0.0)))
kata.example("One input, two hidden neurons, one output.",
             expected=(np.array([[0.0, 0.7615941559557649], [-0.46211715726000975, 0.0]]),
                       np.array([[1.2615941559557649], [-0.4242343145200195]])),
             X=np.array([[0.0], [-0.5]]), W1=np.array([[1.0, 2.0]]), b1=np.array([0.0, 1.0]),
             W2=np.array([[2.0], [1.0]]), b2=np.array([0.5]))


@kata.property(points=0)
def keeps_the_outputs_if_hidden_neurons_are_renumbered(mlp_forward, X, W1, b1, W2, b2):
    """Hidden neurons in the opposite order, each with its weights and bias, leave the outputs as they are."""
    same(mlp_forward(X, *reversed_units(W1, b1, W2, b2))[1], mlp_forward(X, W1, b1, W2, b2)[1])


@kata.property(points=0)
def keeps_the_outputs_if_signs_are_flipped(mlp_forward, X, W1, b1, W2, b2):
    """If W1, b1 and W2 change their signs, so do the hidden values, because tanh is odd. The outputs stay the same."""
    H, Yhat = mlp_forward(X, W1, b1, W2, b2)
    same(mlp_forward(X, -W1, -b1, -W2, b2), (-H, Yhat))


@kata.property(points=0)
def treats_each_sample_alone(mlp_forward, X, W1, b1, W2, b2):
    """A sample gets the same outputs alone as in a batch."""
    same(mlp_forward(X[:1].copy(), W1, b1, W2, b2)[1], mlp_forward(X, W1, b1, W2, b2)[1][:1])


@kata.property(points=0)
def returns_outputs_of_its_hidden_values(mlp_forward, X, W1, b1, W2, b2):
    """The outputs are a dense layer of the hidden values that are returned with them."""
    H, Yhat = mlp_forward(X, W1, b1, W2, b2)
    same(H @ W2 + b2, Yhat)


@kata.misconception
def applies_tanh_to_the_outputs(X, W1, b1, W2, b2):
    """You apply tanh to the outputs too, so that none of them leaves the range from -1 to 1. Here they are linear."""
    return forward(X, W1, b1, W2, b2, last=np.tanh)


@kata.misconception
def leaves_out_the_tanh(X, W1, b1, W2, b2):
    """Your hidden neurons have no activation. Then both layers together do no more than a single one."""
    return forward(X, W1, b1, W2, b2, squash=lambda z: z)


@kata.misconception(convention="scikit-learn's default, hidden ReLUs", title="uses ReLUs")
def uses_relus(X, W1, b1, W2, b2):
    """Your hidden neurons replace negative sums by 0. Here their activation is tanh."""
    return forward(X, W1, b1, W2, b2, squash=lambda z: np.maximum(z, 0))


@kata.misconception(convention="networks of sigmoid units")
def uses_sigmoids(X, W1, b1, W2, b2):
    """Your hidden neurons are sigmoid units, whose values lie between 0 and 1. Here their activation is tanh."""
    return forward(X, W1, b1, W2, b2, squash=sigmoid)


@kata.misconception
def adds_the_bias_after_the_tanh(X, W1, b1, W2, b2):
    """You add the hidden neurons' biases to their values, after the tanh. They are part of the sums."""
    H = np.tanh(X @ W1) + b1
    return H, H @ W2 + b2


@kata.misconception
def leaves_out_the_hidden_biases(X, W1, b1, W2, b2):
    """You leave out the biases of the hidden neurons. Then every hidden neuron is 0 for an input of zeros."""
    return forward(X, W1, np.zeros_like(b1), W2, b2)


@kata.misconception
def leaves_out_the_output_biases(X, W1, b1, W2, b2):
    """You leave out the biases of the outputs."""
    return forward(X, W1, b1, W2, np.zeros_like(b2))


@kata.misconception(title="returns the sums of the hidden neurons")
def returns_the_sums(X, W1, b1, W2, b2):
    """Your first result holds the sums before the tanh. The hidden values are those after it."""
    return X @ W1 + b1, forward(X, W1, b1, W2, b2)[1]


@kata.misconception(title="feeds the outputs with the sums before the tanh")
def passes_on_sums(X, W1, b1, W2, b2):
    """You compute the outputs from the hidden neurons' sums. They see the values after the tanh."""
    return forward(X, W1, b1, W2, b2)[0], (X @ W1 + b1) @ W2 + b2


@kata.misconception
def builds_tanh_from_exponentials(X, W1, b1, W2, b2):
    """Your result is NaN where a tanh has a large argument. Perhaps you divide sums of exponentials: ∞/∞ is NaN."""
    return forward(X, W1, b1, W2, b2, squash=by_exponentials)


@kata.misconception(title="returns arrays of shape (0,) without samples")
def loses_the_columns_without_samples(X, W1, b1, W2, b2):
    """You make arrays of lists of rows. Without rows NumPy cannot know how many columns there are, and the shape is
    (0,)."""
    H = np.array([np.tanh(x @ W1 + b1) for x in X])
    return H, np.array([hidden @ W2 + b2 for hidden in H])

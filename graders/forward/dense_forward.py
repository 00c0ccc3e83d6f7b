"""Properties of every right dense layer, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st

kata = Kata("dense_forward(X: (n,d), W: (d,k), b: (k)) -> (n,k)")
kata.domain(n=arg.size(0, 1000), d=arg.size(1, 100), k=arg.size(1, 100), X=arg.real(-10, 10), W=arg.real(-10, 10),
            b=arg.real(-10, 10))
kata.hints(
    "Take one sample and one neuron. Which numbers are multiplied in pairs, and how many products are added?",
    "Write the shapes next to each other: (n, d) and (d, k). Which axis disappears, and which two remain?",
    "The matrix product of `X` and `W` computes all sums. `b` belongs to the columns: which axis does NumPy align a "
    "vector with?",
)

kata.contract(points=1)
kata.agreement(points=8)
kata.edge("Without samples the result has 0 rows and k columns.", points=1, n=0,
          hint="What shape has np.array([])? Where can you read off k?")
kata.edge("One sample gives one row.", points=0, n=1)
kata.edge("One neuron gives one column.", points=0, k=1)
kata.edge("With as many neurons as samples, each neuron still has its own bias.", points=0, n=24, d=1, k=24)
kata.edge("As many neurons as inputs give the right answer.", points=0, d=3, k=3)
kata.example("Two neurons and three samples.", expected=np.array([[0.0, 4.0], [4.0, 6.0], [2.0, -1.0]]),
             X=np.array([[1.0, 2.0], [3.0, 0.0], [0.0, -1.0]]), W=np.array([[1.0, 2.0], [-1.0, 1.0]]),
             b=np.array([1.0, 0.0]))


@kata.property(points=0)
def treats_each_sample_alone(dense_forward, X, W, b):
    """If the samples are in the opposite order, so are the rows of the result."""
    same(dense_forward(X[::-1].copy(), W, b), dense_forward(X, W, b)[::-1])


@kata.property(points=0, Y=st.arrays((arg("n"), arg("d")), elements=inputs.halves))
def is_linear_without_a_bias(dense_forward, X, Y, W, b):
    """Without biases, the layer maps the sum of two batches to the sum of their results."""
    none = np.zeros_like(b)
    same(dense_forward(X + Y, W, none), dense_forward(X, W, none) + dense_forward(Y, W, none))


@kata.property(points=0)
def returns_the_bias_for_samples_of_zeros(dense_forward, X, W, b):
    """A sample of zeros leaves only the biases."""
    same(dense_forward(np.zeros_like(X), W, b), np.tile(b, (len(X), 1)))


@kata.misconception
def multiplies_in_the_opposite_order(X, W, b):
    """You multiply `W` by `X`. A product multiplies rows of the left factor by columns of the right one. Here the rows
    of `X` are samples, and the columns of `W` are neurons."""
    return W @ X + b


@kata.misconception(convention="PyTorch, whose Linear stores a row of weights for each neuron",
                    title="reads a row of W for each neuron")
def reads_a_row_for_each_neuron(X, W, b):
    """You multiply by the transpose of `W`. Here column j holds the weights of neuron j; if d and k are equal, both
    products have the right shape."""
    return X @ W.T + b


@kata.misconception(title="transposes W only if the shapes do not fit")
def transposes_only_where_it_must(X, W, b):
    """For a square `W` you multiply by its transpose. Perhaps you try one product and use the other if the shapes do
    not fit; for a square matrix they always do."""
    return X @ W.T + b if W.shape[0] == W.shape[1] else X @ W + b


@kata.misconception
def adds_a_bias_for_each_sample(X, W, b):
    """You add `b[i]` to row i, as if each sample had a bias. Each neuron has one, the same for all samples."""
    return X @ W + b[:, None]


@kata.misconception
def leaves_out_the_bias(X, W, b):
    """You leave out the biases. A neuron whose inputs are all 0 returns its bias."""
    return X @ W


@kata.misconception
def adds_all_biases_to_each_neuron(X, W, b):
    """You add the sum of all biases to each neuron. Each has its own."""
    return X @ W + b.sum()


@kata.misconception
def adds_the_bias_once_for_each_input(X, W, b):
    """Your result contains the bias d times. Perhaps it is added inside the loop over the inputs. Each sum contains it
    once."""
    return X @ W + X.shape[1] * b


@kata.misconception
def adds_up_the_samples(X, W, b):
    """You add up the rows of the result. Every sample has its own row."""
    return (X @ W + b).sum(axis=0)


@kata.misconception(convention="layers that include a ReLU")
def sets_negative_results_to_0(X, W, b):
    """You replace negative results by 0. This layer has no activation."""
    return np.maximum(X @ W + b, 0)


@kata.misconception(title="multiplies the bias by the weights")
def adds_the_bias_to_the_inputs(X, W, b):
    """You add the biases to the inputs, before the product. They belong to the neurons, and the shapes only fit if d
    and k are equal."""
    return (X + b) @ W


@kata.misconception
def stacks_an_empty_list(X, W, b):
    """You join one row for each sample, and NumPy cannot join an empty list. Without samples the result is empty."""
    return np.vstack([x @ W + b for x in X])


@kata.misconception(title="returns an array of shape (0,) without samples")
def loses_the_columns_without_samples(X, W, b):
    """You make an array of a list of rows. Without rows NumPy cannot know how many columns there are, and the shape
    is (0,)."""
    return np.array([x @ W + b for x in X])

"""Properties of every right backward pass through a dense layer, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st

gradients = st.sampled_from([0.5, -0.5, 0.25, 1.0, 0.0, -1.0]) | st.integers(-1000, 1000).map(lambda k: k / 1000)
halves = st.sampled_from([0.5, -0.5, 0.0, 1.0, -1.0])  # sums of their products are exact

kata = Kata("dense_backward(X: (n,d), W: (d,k), dZ: (n,k)) -> (d,k), (k), (n,d)",
            dZ=st.arrays((arg("n"), arg("k")), elements=gradients))
kata.domain(n=arg.size(0, 300), d=arg.size(1, 100), k=arg.size(1, 100), X=arg.real(-10, 10), W=arg.real(-10, 10),
            dZ=arg.real(-3, 3))
kata.hints(
    "By how much does Z[i, j] grow if W[m, j] grows by 1? On how many samples does that weight act?",
    "A bias acts on all samples alike. What does that mean for its gradient? Through which neurons does an input act?",
    "Each gradient has the shape of what it belongs to. Which products of `X`, `W`, `dZ` and their transposes have the "
    "shapes (d, k) and (n, d)?",
)

kata.contract(points=1)
kata.agreement(points=8)
kata.edge("Without samples the gradients of weights and biases are zeros.", points=1, n=0,
          hint="What is a sum of no terms, and where can you read off its shape?")
kata.edge("One sample gives the outer product of its inputs and its gradient.", points=0, n=1)
kata.edge("As many neurons as inputs give the right answer.", points=0, d=3, k=3)
kata.edge("A gradient of zeros gives zeros.", points=0, dZ=st.arrays((arg("n"), arg("k")), elements=st.just(0.0)))
kata.example("Two samples with two inputs, one neuron.",
             expected=(np.array([[0.5], [4.0]]), np.array([1.5]), np.array([[2.0, -2.0], [-0.5, 0.5]])),
             X=np.array([[1.0, 2.0], [3.0, 0.0]]), W=np.array([[1.0], [-1.0]]), dZ=np.array([[2.0], [-0.5]]))


@kata.property(points=0, U=st.arrays((arg("d"), arg("k")), elements=inputs.halves),
               V=st.arrays((arg("n"), arg("d")), elements=inputs.halves))
def predicts_changes_exactly(dense_backward, X, W, dZ, U, V):
    """Z is linear in W and in X: if W changes by U, the sum of all dZ·Z changes by the sum of all dW·U, and if X
    changes by V, by the sum of all dX·V."""
    dW, _, dX = dense_backward(X, W, dZ)
    same((np.sum(dW * U), np.sum(dX * V)), (np.sum(dZ * (X @ U)), np.sum(dZ * (V @ W))), atol=1e-11)


@kata.property(points=0)
def adds_up_two_batches(dense_backward, X, W, dZ):
    """If the batch is passed twice in one, the gradients of weights and biases double, and that of the inputs has
    every row twice."""
    dW, db, dX = dense_backward(X, W, dZ)
    same(dense_backward(np.vstack([X, X]), W, np.vstack([dZ, dZ])), (2 * dW, 2 * db, np.vstack([dX, dX])))


@kata.property(points=0, dZ=st.arrays((arg("n"), arg("k")), elements=halves))
def is_linear_in_the_gradient(dense_backward, X, W, dZ):
    """Half of the gradient of Z gives half of all three gradients."""
    dW, db, dX = dense_backward(X, W, dZ)
    same(dense_backward(X, W, dZ / 2), (dW / 2, db / 2, dX / 2))


def with_other(X, W, dZ, *, dW=None, db=None, dX=None):
    """The right three gradients, or those given."""
    return (X.T @ dZ if dW is None else dW, dZ.sum(axis=0) if db is None else db, dZ @ W.T if dX is None else dX)


@kata.misconception
def sums_the_bias_over_the_neurons(X, W, dZ):
    """Your second result has an entry for each sample. A bias belongs to a neuron, and its gradient is summed over the
    samples."""
    return with_other(X, W, dZ, db=dZ.sum(axis=1))


@kata.misconception(title="averages the gradient of the biases")
def averages_the_bias(X, W, dZ):
    """You take the mean over the samples for the biases. A bias acts on every sample, and the effects add up. If the
    loss is a mean, the factor 1/n is contained in `dZ` already."""
    return with_other(X, W, dZ, db=dZ.sum(axis=0) / len(X))


@kata.misconception(title="returns 1 for each bias")
def returns_ones_for_the_biases(X, W, dZ):
    """You return 1 for each bias. That is the derivative of Z. The chain rule has a second factor."""
    return with_other(X, W, dZ, db=np.ones(W.shape[1]))


@kata.misconception(title="divides by n again")
def divides_by_n_again(X, W, dZ):
    """You divide the gradients of weights and biases by n. If the loss is a mean, 1/n is contained in `dZ` already."""
    return with_other(X, W, dZ, dW=X.T @ dZ / len(X), db=dZ.sum(axis=0) / len(X))


@kata.misconception(convention="PyTorch, whose Linear stores a row of weights for each neuron",
                    title="transposes the gradient of the weights")
def transposes_the_gradient_of_the_weights(X, W, dZ):
    """Your first result has a row for each neuron. Here each neuron has a column, in `W` and in its
    gradient."""
    return with_other(X, W, dZ, dW=dZ.T @ X)


@kata.misconception(title="multiplies by W without transposing it")
def sends_back_through_the_forward_weights(X, W, dZ):
    """You multiply `dZ` by `W` itself, which adds up the wrong products. The shapes fit only if d and k are equal."""
    return with_other(X, W, dZ, dX=dZ @ W)


@kata.misconception(title="transposes W only if the shapes do not fit")
def transposes_only_where_it_must(X, W, dZ):
    """For a square `W` you multiply `dZ` by `W` itself. For a square matrix both products have a fitting shape, and
    only one of them is right."""
    return with_other(X, W, dZ, dX=dZ @ W if W.shape[0] == W.shape[1] else None)


@kata.misconception(hint="`=` replaces a value, `+=` adds to it.")
def keeps_the_last_sample_only(X, W, dZ):
    """Your gradients of weights and biases are those of the last sample. All samples contribute to them."""
    return with_other(X, W, dZ, dW=X[-1:].T @ dZ[-1:], db=dZ[-1:].sum(axis=0))


@kata.misconception(title="adds up the inputs' gradients")
def adds_up_the_gradients_of_the_inputs(X, W, dZ):
    """You add up the gradients of the inputs over the samples. Weights are shared by all samples; inputs are not, and
    each sample has its own row."""
    return with_other(X, W, dZ, dX=(dZ @ W.T).sum(axis=0))


@kata.misconception(title="returns the derivatives of Z")
def leaves_out_the_gradient_of_z(X, W, dZ):
    """Your gradient of the weights does not contain `dZ`. You add up the inputs, which are the derivatives of Z. The
    chain rule has a second factor."""
    return with_other(X, W, dZ, dW=X.T @ np.ones_like(dZ))


@kata.misconception(title="returns a single 0 without samples")
def returns_one_zero_without_samples(X, W, dZ):
    """Without samples your gradients of weights and biases are single numbers. Their shapes do not depend on
    the number of samples."""
    return with_other(X, W, dZ, dW=sum(np.outer(x, dz) for x, dz in zip(X, dZ, strict=True)), db=sum(dZ))

"""Properties of every right training of a network with one hidden layer, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st

from ._training import classes, cost, gradients, logits, network, probabilities, separable, step, train

number = st.sampled_from([0.5, -0.5, 1.0, 0.0, -1.0, 0.25]) | st.integers(-1000, 1000).map(lambda k: k / 1000)
SMALL = {"d": 1, "h": 1, "k": 2}  # most of a bank's bytes are digits of parameters

# The domain is narrow, so that no step overshoots far: training would enlarge the rounding of one step in the next.
kata = Kata(
    "train_mlp(X: (n,d), y: i8(n), W1: (d,h), b1: (h), W2: (h,k), b2: (k), lr: (), epochs: i8)"
    " -> (d,h), (h), (h,k), (k), (epochs)",
    n=st.integers(1, 3), d=st.integers(1, 2), h=st.integers(1, 2), k=st.integers(2, 3),
    X=st.arrays((arg("n"), arg("d")), elements=number), W1=st.arrays((arg("d"), arg("h")), elements=number),
    b1=st.arrays(arg("h"), elements=number), W2=st.arrays((arg("h"), arg("k")), elements=number),
    b2=st.arrays(arg("k"), elements=number), lr=st.sampled_from([0.5, 0.25, 0.1]), epochs=st.integers(1, 3),
)
kata.domain(n=arg.size(1, 20), d=arg.size(1, 3), h=arg.size(1, 4), k=arg.size(2, 3), X=arg.real(-1, 1),
            y=arg.whole(0, "k-1"), W1=arg.real(-2, 2), b1=arg.real(-2, 2), W2=arg.real(-2, 2), b2=arg.real(-1000, 1000),
            lr=arg.real(0, 0.5), epochs=arg.size(0, 20))
kata.hints(
    "What belongs inside the loop over the epochs, and what before it?",
    "Is the first of the costs that of the parameters that you were given? Which `W2` does the gradient of `W1` need?",
    "In each epoch: H, P, the cost; then (P - Y) / n, which goes back through both layers as in `mlp_backward`; then "
    "all four steps, from gradients of the same parameters.",
)

kata.equivalent(
    "_log_softmax: axis=1 -> axis=None in Z.max(axis=1, keepdims=True)",
    reason="all rows have the same biases, so that no row is further below another than an exponential can be",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("Without epochs the parameters stay, and there are no costs.", points=1, epochs=0,
          hint="What does your function return if the loop is never entered?")
kata.edge("A class that its bias rules out costs what it should, without inf or NaN.", points=1,
          d=1, h=1, hint="What is the logarithm of e^-1000 in floating point, and what is it on paper?",
          b2=st.arrays(arg("k"), elements=st.sampled_from([1000.0, -1000.0, 0.0])))
kata.edge("With a learning rate of 0 nothing is learned.", points=0, lr=0.0, **SMALL)
kata.edge("One sample is a batch too.", points=0, n=1, **SMALL)
kata.edge("All samples may belong to one class.", points=0, **SMALL,
          y=st.arrays(arg("n"), elements=st.just(0), dtype="i8"))
kata.example("Two equally likely classes, one step.",
             expected=(np.zeros((1, 1)), np.arctanh([0.5]), np.array([[0.0625, -0.0625]]),
                       np.array([0.125, -0.125]), np.array([np.log(2)])),
             X=np.array([[1.0]]), y=np.array([0]), W1=np.zeros((1, 1)), b1=np.arctanh([0.5]), W2=np.zeros((1, 2)),
             b2=np.zeros(2), lr=0.25, epochs=1)


@kata.property(points=0, seed=st.sampled_from([0, 1]))
def converges_on_separable_data(train_mlp, seed):
    """On two separable classes the cost falls at every epoch, and after 20 epochs all samples are classified
    rightly."""
    X, y = separable(seed)
    *parameters, costs = train_mlp(X, y, *network(seed, 2, 4, 2), 0.5, 20)
    assert (np.diff(costs) < 0).all()
    same(classes(X, *parameters), y)


@kata.property(points=0, seed=st.sampled_from([4, 10]))
def learns_what_no_single_layer_can(train_mlp, seed):
    """A hidden layer of four neurons learns XOR in 20 epochs. No network without a hidden layer can learn it."""
    X, y = np.array([[-1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], [1.0, 1.0]]), np.array([0, 1, 1, 0])
    *parameters, _ = train_mlp(X, y, *network(seed, 2, 4, 2), 0.5, 20)
    same(classes(X, *parameters), y)


@kata.property(points=0, n=2, **SMALL, more=st.integers(1, 2), lr=st.sampled_from([0.1, 0.05]))
def goes_on_where_it_stopped(train_mlp, X, y, W1, b1, W2, b2, lr, epochs, more):
    """Training on with the parameters that were returned gives the same as training for all epochs at once."""
    *parameters, first = train_mlp(X, y, W1, b1, W2, b2, lr, epochs)
    *parameters, rest = train_mlp(X, y, *parameters, lr, more)
    same((*parameters, np.append(first, rest)), train_mlp(X, y, W1, b1, W2, b2, lr, epochs + more))


@kata.property(points=0, **SMALL)
def does_not_depend_on_the_order_of_samples(train_mlp, X, y, W1, b1, W2, b2, lr, epochs):
    """Every step uses the whole batch, so the opposite order of the samples changes nothing."""
    turned = train_mlp(X[::-1].copy(), y[::-1].copy(), W1, b1, W2, b2, lr, epochs)
    same(turned, train_mlp(X, y, W1, b1, W2, b2, lr, epochs))


@kata.misconception(title="updates W2 before the gradient of W1 is computed")
def updates_the_second_layer_first(X, y, W1, b1, W2, b2, lr, epochs):
    """You change `W2` and then send the gradient back through the new one. All gradients of an epoch belong to the same
    parameters."""

    def in_turn(parameters, of, lr):
        old = gradients(X, y, *parameters)
        V2, c2 = parameters[2] - lr * old[2], parameters[3] - lr * old[3]
        H = np.tanh(X @ parameters[0] + parameters[1])
        dZ2 = (probabilities(H @ parameters[2] + parameters[3]) - np.eye(len(b2))[y]) / len(X)
        dZ1 = dZ2 @ V2.T * (1 - H**2)
        return [parameters[0] - lr * X.T @ dZ1, parameters[1] - lr * dZ1.sum(axis=0), V2, c2]

    return train(X, y, W1, b1, W2, b2, lr, epochs, step=in_turn)


@kata.misconception
def records_the_cost_after_the_step(X, y, W1, b1, W2, b2, lr, epochs):
    """Your costs are those after each step. The first of them should be that of the given parameters."""
    return train(X, y, W1, b1, W2, b2, lr, epochs, late=True)


@kata.misconception(title="adds up the gradients of all epochs")
def accumulates_gradients(X, y, W1, b1, W2, b2, lr, epochs):
    """Your steps contain the gradients of earlier epochs. Perhaps they are added to arrays that are not set back to 0,
    as in PyTorch without `zero_grad`."""
    total = [0.0] * 4

    def with_earlier(parameters, of, lr):
        total[:] = [one + other for one, other in zip(total, of, strict=True)]
        return step(parameters, total, lr)

    return train(X, y, W1, b1, W2, b2, lr, epochs, step=with_earlier)


@kata.misconception(title="keeps the gradients of the first epoch")
def computes_the_gradients_once(X, y, W1, b1, W2, b2, lr, epochs):
    """You take the same step at every epoch. Perhaps the gradients are computed before the loop; they change with the
    parameters."""
    once = gradients(X, y, W1, b1, W2, b2)
    return train(X, y, W1, b1, W2, b2, lr, epochs, gradients=lambda *_: once)


@kata.misconception
def starts_again_at_every_epoch(X, y, W1, b1, W2, b2, lr, epochs):
    """Every epoch begins with the given parameters, so that only one step is taken. Each goes on where the one before
    stopped."""
    *parameters, costs = train(X, y, W1, b1, W2, b2, lr, min(epochs, 1))
    return *parameters, np.full(epochs, costs[0] if epochs else 0.0)


@kata.misconception(convention="cost functions that are a sum over the samples", title="adds up the samples' gradients")
def adds_up_the_gradients_of_the_samples(X, y, W1, b1, W2, b2, lr, epochs):
    """You do not divide the gradients by the number of samples, so that more samples make longer steps. The cost is a
    mean."""
    return train(X, y, W1, b1, W2, b2, len(X) * lr, epochs)


@kata.misconception(title="adds up the samples' costs")
def adds_up_the_costs(X, y, W1, b1, W2, b2, lr, epochs):
    """Your costs are sums over the samples. They should be means."""
    return train(X, y, W1, b1, W2, b2, lr, epochs, cost=lambda *given: len(X) * cost(*given))


@kata.misconception(convention="stochastic gradient descent with batches of one sample")
def takes_a_step_for_each_sample(X, y, W1, b1, W2, b2, lr, epochs):
    """You take a step after each sample. Here all samples count in each step."""

    def one_by_one(parameters, of, lr):
        for i in range(len(X)):
            parameters = step(parameters, gradients(X[i : i + 1], y[i : i + 1], *parameters), lr)
        return parameters

    return train(X, y, W1, b1, W2, b2, lr, epochs, step=one_by_one)


@kata.misconception
def applies_the_softmax_twice(X, y, W1, b1, W2, b2, lr, epochs):
    """Your gradients use the softmax of probabilities. Perhaps one function calls another that contains it already."""
    return train(X, y, W1, b1, W2, b2, lr, epochs,
                 gradients=lambda *given: gradients(*given, softmax=lambda Z: probabilities(probabilities(Z))))


@kata.misconception
def steps_uphill(X, y, W1, b1, W2, b2, lr, epochs):
    """You add the gradients, so that the cost rises. A step goes against them."""
    return train(X, y, W1, b1, W2, b2, -lr, epochs)


@kata.misconception
def leaves_out_the_slope_of_tanh(X, y, W1, b1, W2, b2, lr, epochs):
    """You send the gradient through the hidden neurons unchanged. A saturated neuron lets almost nothing through."""
    return train(X, y, W1, b1, W2, b2, lr, epochs,
                 gradients=lambda *given: gradients(*given, slope=np.ones_like))


@kata.misconception
def never_updates_the_biases(X, y, W1, b1, W2, b2, lr, epochs):
    """Your biases stay as they were at the start. They are learned like the weights."""
    return train(X, y, W1, b1, W2, b2, lr, epochs,
                 step=lambda now, of, lr: [now[0] - lr * of[0], now[1], now[2] - lr * of[2], now[3]])


@kata.misconception
def trains_the_output_layer_only(X, y, W1, b1, W2, b2, lr, epochs):
    """Your hidden neurons never change. The gradient goes on through them to `W1` and `b1`."""
    return train(X, y, W1, b1, W2, b2, lr, epochs,
                 step=lambda now, of, lr: [*now[:2], now[2] - lr * of[2], now[3] - lr * of[3]])


@kata.misconception(title="stops one epoch early")
def takes_one_step_less(X, y, W1, b1, W2, b2, lr, epochs):
    """You return the parameters before the last step. Every epoch ends with a step."""
    *parameters, _ = train(X, y, W1, b1, W2, b2, lr, max(epochs - 1, 0))
    return *parameters, train(X, y, W1, b1, W2, b2, lr, epochs)[4]


@kata.misconception
def joins_an_empty_list_of_costs(X, y, W1, b1, W2, b2, lr, epochs):
    """You join one cost for each epoch, and NumPy cannot join an empty list. Without epochs there are no costs."""
    *parameters, costs = train(X, y, W1, b1, W2, b2, lr, epochs)
    return *parameters, np.stack(list(costs))


def cost_of_probabilities(softmax):
    """The mean cross-entropy as the logarithm of what ``softmax`` makes of the outputs."""
    return lambda X, y, *parameters: -np.log(softmax(logits(X, *parameters))[np.arange(len(y)), y]).mean()


def without_a_shift(Z):
    """The softmax of each row, NaN where an exponential overflows."""
    return np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)


@kata.misconception(title="takes the logarithm of a probability that is rounded to 0")
def takes_the_logarithm_of_0(X, y, W1, b1, W2, b2, lr, epochs):
    """Your cost is infinite where the right class is very unlikely. Its probability is rounded to 0; the logarithm of
    it is a number that can be computed from the sums of the outputs."""
    return train(X, y, W1, b1, W2, b2, lr, epochs, cost=cost_of_probabilities(probabilities))


@kata.misconception(title="keeps the probabilities above a small number")
def keeps_probabilities_away_from_0(X, y, W1, b1, W2, b2, lr, epochs):
    """Your cost stays small where the right class is very unlikely. Perhaps the probabilities are kept above a small
    number before the logarithm: the right cost is finite without that, and much larger."""
    return train(X, y, W1, b1, W2, b2, lr, epochs,
                 cost=cost_of_probabilities(lambda Z: np.maximum(probabilities(Z), 1e-15)))


@kata.misconception
def adds_a_small_number_to_the_probabilities(X, y, W1, b1, W2, b2, lr, epochs):
    """Your cost stays small where the right class is very unlikely. Perhaps you add a small number before the
    logarithm: the right cost is finite without that, and much larger."""
    return train(X, y, W1, b1, W2, b2, lr, epochs, cost=cost_of_probabilities(lambda Z: probabilities(Z) + 1e-12))


@kata.misconception(title="overflows in the softmax")
def overflows_in_the_softmax(X, y, W1, b1, W2, b2, lr, epochs):
    """Your result is NaN where a bias is large. Its exponential is infinite, and ∞/∞ is NaN; the probabilities depend
    on differences of the outputs only."""
    return train(X, y, W1, b1, W2, b2, lr, epochs, cost=cost_of_probabilities(without_a_shift),
                 gradients=lambda *given: gradients(*given, softmax=without_a_shift))

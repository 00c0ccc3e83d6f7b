"""Properties of every right prediction of a perceptron, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st
from .threshold_unit import kata as threshold_unit
from .weighted_sum import kata as weighted_sum


@st.composite
def at_a_sum(draw, X, w):
    """A threshold that equals the weighted sum of some row."""
    return float(X[draw(st.integers(0, len(X) - 1))] @ w) if len(X) else 0.5


@st.composite
def off_every_sum(draw, X, w):
    """A threshold that equals no weighted sum."""
    theta = draw(inputs.halves)
    return theta + 1 / 8 if (X @ w == theta).any() else theta


def is_decided(X, w, theta):
    """Whether rounding cannot decide: all sums are exact, or none is near the threshold."""
    exact = all((64 * part == np.round(64 * part)).all() for part in (X, w, np.array(theta)))
    return bool(exact or (np.abs(X @ w - theta) > 1e-6).all())


GATE = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])

kata = Kata("perceptron_predict(X: (n,d), w: (d), theta: ()) -> i8(n)", n=st.integers(1, 5), d=st.integers(2, 4),
            X=st.arrays((arg("n"), arg("d")), elements=inputs.halves), w=st.arrays(arg("d"), elements=inputs.halves),
            theta=off_every_sum(arg("X"), arg("w")))
kata.domain(n=arg.size(0, 200), d=arg.size(1, 90), X=arg.real(-100, 100, step=1 / 64),
            w=arg.real(-100, 100, step=1 / 64), theta=arg.real(-1000, 1000, step=1 / 64), where=is_decided)
kata.hints(
    "With the weights 0.2 and 0.6, which of the four inputs of a logic gate have a sum above 1?",
    "Which product of a matrix with a vector contains the weighted sums of all rows?",
    "Compute one sum for each row first. Then compare every sum with the threshold.",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("Without samples the result is empty.", points=1, n=0)
kata.edge("A sum that equals the threshold gives 0.", points=2, theta=at_a_sum(arg("X"), arg("w")))
kata.edge("With a threshold below 0 a sample of zeros gives 1.", points=0, theta=-0.5,
          X=st.arrays((arg("n"), arg("d")), elements=st.just(0.0)))
kata.example("With the weights 1.2 and 0.6 and a threshold of 1 the first input decides.",
             expected=np.array([0, 0, 1, 1]), X=GATE, w=np.array([1.2, 0.6]), theta=1.0)
kata.example("The weights 0.2 and 0.6 never exceed a threshold of 1.",
             expected=np.array([0, 0, 0, 0]), X=GATE, w=np.array([0.2, 0.6]), theta=1.0)
kata.example("A sum that exceeds the threshold by 2e-6 gives 1.",
             expected=np.array([1]), X=np.array([[99.000002]]), w=np.array([1.0]), theta=99.0)

kata.equivalent("perceptron_predict_numpy: swap arguments in np.where(X @ w > theta, 1, 0)",
                reason="1 counts as true, and NumPy converts the comparison to integers because of 0")


@kata.property(points=0)
def keeps_its_answers_on_another_scale(perceptron_predict, X, w, theta):
    """If the weights and the threshold are four times as large, nothing changes."""
    same(perceptron_predict(X, 4 * w, 4 * theta), perceptron_predict(X, w, theta))


@kata.property(points=0)
def takes_the_threshold_for_one_more_weight(perceptron_predict, X, w, theta):
    """The threshold can be replaced by one more weight, its negative, for an input that is always 1."""
    longer = np.column_stack([X, np.ones(len(X))])
    same(perceptron_predict(longer, np.append(w, -theta), 0.0), perceptron_predict(X, w, theta))


@kata.property(points=0)
def answers_each_sample_by_itself(perceptron_predict, X, w, theta):
    """If the samples are in the opposite order, so are the answers."""
    same(perceptron_predict(X[::-1].copy(), w, theta), perceptron_predict(X, w, theta)[::-1])


@kata.misconception
def adds_the_threshold(X, w, theta):
    """You add the threshold to the sum and compare with 0. A higher threshold should be harder to exceed."""
    return np.where(X @ w + theta > 0, 1, 0)


@kata.misconception
def rounds_the_sums(X, w, theta):
    """You round the sums before you compare them. A sum of 0.8 does not exceed a threshold of 0.9."""
    return np.where(np.round(X @ w) > theta, 1, 0)


@kata.misconception
def compares_every_product(X, w, theta):
    """You compare each product of an input and its weight with the threshold. Only their sum has to exceed it."""
    return np.where((X * w > theta).any(axis=1), 1, 0)


@kata.misconception(title="leaves out the weights")
def adds_up_the_inputs(X, w, theta):
    """You add up the inputs without their weights, so that all of them count the same."""
    return np.where(X.sum(axis=1) > theta, 1, 0)


@kata.misconception(title="gives all samples the same answer")
def decides_once_for_all_samples(X, w, theta):
    """All your answers are 1 if any sum exceeds the threshold, and 0 otherwise. Each sample has its own answer."""
    return np.full(len(X), 1 if (X @ w > theta).any() else 0)


kata.inherit(threshold_unit, lambda wrong: lambda X, w, theta: wrong(X @ w, theta))
kata.inherit(
    weighted_sum, lambda wrong: lambda X, w, theta: np.array([int(wrong(x, w, 0.0) > theta) for x in X], dtype=int),
    without=["leaves_out_the_bias", "adds_the_bias_to_every_product", "multiplies_the_bias_by_the_inputs",
             "subtracts_the_bias", "starts_with_the_first_product", "returns_all_products", "applies_a_step"],
)

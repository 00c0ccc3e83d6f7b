"""Properties of every right step of a recurrent network, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st
from ..activations._logits import rows
from ._gates import sigmoid

small = inputs.halves | inputs.fine
kata = Kata("rnn_step(a: (h), x: (d), Wa: (h,h+d), ba: (h), Wy: (k,h), by: (k)) -> (h), (k)",
            h=st.integers(1, 3), d=st.integers(1, 3), k=st.integers(2, 3), a=st.arrays(arg("h"), elements=small),
            x=st.arrays(arg("d"), elements=small), Wa=st.arrays((arg("h"), arg("h+d")), elements=small),
            ba=st.arrays(arg("h"), elements=small), Wy=st.arrays((arg("k"), arg("h")), elements=small),
            by=st.arrays(arg("k"), elements=small))
kata.domain(h=arg.size(1, 60), d=arg.size(1, 300), k=arg.size(1, 300), a=arg.real(-10, 10), x=arg.real(-10, 10),
            Wa=arg.real(-10, 10), ba=arg.real(-1000, 1000), Wy=arg.real(-10, 10), by=arg.real(-1000, 1000))
kata.mistakes(say={
    "returns_results_in_the_opposite_order": "You return the output before the hidden state. The state comes first.",
})
kata.hints(
    "How long is the vector that `Wa` multiplies, and what is in it?",
    "Which state does the output see, the old one or the new one?",
    "Join `a` and `x`, multiply by `Wa`, add `ba`, apply tanh. Multiply the result by `Wy`, add `by`, apply softmax.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("Output biases of up to ±1000 give probabilities without NaN.", points=1, k=st.integers(2, 3),
          hint="exp(1000) is infinite. What can you subtract from all scores without changing the probabilities?",
          by=st.arrays(arg("k"), elements=inputs.far))
kata.edge("State biases of up to ±1000 give a state of ±1, without NaN.", points=1,
          hint="Do you use np.tanh, or exponentials?",
          ba=st.arrays(arg("h"), elements=st.sampled_from([1000.0, -1000.0, 800.0])))
kata.edge("A state and an input of one number each give the right answer.", points=0, h=1, d=1)
kata.edge("With a single class its probability is 1.", points=0, k=1)


@kata.property(points=0)
def keeps_the_ranges(rnn_step, a, x, Wa, ba, Wy, by):
    """The state lies between -1 and 1, and the output sums to 1."""
    state, output = rnn_step(a, x, Wa, ba, Wy, by)
    assert (np.abs(state) <= 1).all()
    same(output.sum(), 1.0)


@kata.property(points=0)
def forgets_the_state_without_its_weights(rnn_step, a, x, Wa, ba, Wy, by):
    """If the weights of the old state are 0, the old state has no effect."""
    Wa = Wa.copy()
    Wa[:, : len(a)] = 0
    same(rnn_step(a, x, Wa, ba, Wy, by), rnn_step(np.zeros(len(a)), x, Wa, ba, Wy, by))


@kata.property(points=0)
def does_not_show_the_order_of_the_units(rnn_step, a, x, Wa, ba, Wy, by):
    """Reversing the order of the hidden units reverses the state and leaves the output as it is."""
    h = len(a)
    turned = np.hstack([Wa[::-1, :h][:, ::-1], Wa[::-1, h:]])
    state, output = rnn_step(a[::-1].copy(), x, turned, ba[::-1].copy(), Wy[:, ::-1].copy(), by)
    same((state[::-1], output), rnn_step(a, x, Wa, ba, Wy, by))


@kata.property(points=0)
def stays_at_0(rnn_step, a, x, Wa, ba, Wy, by):
    """If state, input and bias are 0, the state remains 0, and the output is the softmax of its biases."""
    state, output = rnn_step(0 * a, 0 * x, Wa, 0 * ba, Wy, by)
    same(state, np.zeros(len(a)))
    same(output, softmax(by))


def softmax(z):
    """Scores of one sample as probabilities: ``(k) -> (k)``."""
    return rows(z[None])[0]


def step(a, x, Wa, ba, Wy, by, seen=None, activation=np.tanh, output=softmax):
    """The right step, or one that sees something else or has other functions: ``-> (h), (k)``."""
    state = activation(Wa @ (np.concatenate([a, x]) if seen is None else seen) + ba)
    return state, output(Wy @ state + by)


@kata.misconception(convention="texts that write [x, a]")
def puts_the_input_first(a, x, Wa, ba, Wy, by):
    """You put `x` before `a`, so each is multiplied by the other's weights. Here `a` comes first."""
    return step(a, x, Wa, ba, Wy, by, seen=np.concatenate([x, a]))


@kata.misconception
def computes_the_output_from_the_old_state(a, x, Wa, ba, Wy, by):
    """Your output is computed from the state before the step, so that it does not depend on the input."""
    return step(a, x, Wa, ba, Wy, by)[0], softmax(Wy @ a + by)


@kata.misconception(title="applies tanh to the output")
def applies_tanh_to_the_output(a, x, Wa, ba, Wy, by):
    """You apply tanh to the output. Its values are not probabilities."""
    return step(a, x, Wa, ba, Wy, by, output=np.tanh)


@kata.misconception(title="applies a sigmoid to the output")
def applies_a_sigmoid_to_the_output(a, x, Wa, ba, Wy, by):
    """You apply a sigmoid to each score of the output. Its values do not sum to 1."""
    return step(a, x, Wa, ba, Wy, by, output=sigmoid)


@kata.misconception(title="applies a sigmoid to the state")
def applies_a_sigmoid_to_the_state(a, x, Wa, ba, Wy, by):
    """You apply a sigmoid to the hidden state, so that it is never negative."""
    return step(a, x, Wa, ba, Wy, by, activation=sigmoid)


@kata.misconception(title="leaves out the tanh")
def leaves_out_the_tanh(a, x, Wa, ba, Wy, by):
    """You do not apply tanh to the hidden state, which then has no limits."""
    return step(a, x, Wa, ba, Wy, by, activation=lambda z: z)


@kata.misconception(title="leaves out the softmax")
def leaves_out_the_softmax(a, x, Wa, ba, Wy, by):
    """Your output consists of scores, not of probabilities."""
    return step(a, x, Wa, ba, Wy, by, output=lambda z: z)


@kata.misconception(title="leaves out the biases")
def leaves_out_the_biases(a, x, Wa, ba, Wy, by):
    """You leave out both biases."""
    return step(a, x, Wa, 0 * ba, Wy, 0 * by)


@kata.misconception
def ignores_the_old_state(a, x, Wa, ba, Wy, by):
    """Your new state does not depend on the old one, so that the network remembers nothing."""
    return step(0 * a, x, Wa, ba, Wy, by)


@kata.misconception(title="does not shift the scores")
def forgets_the_shift(a, x, Wa, ba, Wy, by):
    """For large scores your output is NaN: the exponentials overflow, and ∞/∞ is NaN. If all scores
    are far below 0, it is 0/0."""
    return step(a, x, Wa, ba, Wy, by, output=lambda z: rows(z[None], 0)[0])


@kata.misconception
def builds_tanh_from_exponentials(a, x, Wa, ba, Wy, by):
    """Your state is NaN if tanh has a large argument. A quotient of sums of exponentials becomes ∞/∞ there."""
    return step(a, x, Wa, ba, Wy, by, activation=lambda z: (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)))

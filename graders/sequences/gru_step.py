"""Properties of every right step of a gated recurrent unit, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, inputs, same, st
from ._gates import sigmoid

CANDIDATE, UPDATE, RESET = range(3)


def weights(elements):
    """Strategies for ``W`` and ``b``, of the sizes that are drawn with them."""
    return {
        "W": st.arrays((3, arg("h"), arg("h+d")), elements=elements),
        "b": st.arrays((3, arg("h")), elements=elements),
    }


small = inputs.halves | inputs.fine
kata = Kata("gru_step(c: (h), x: (d), W: (3,h,h+d), b: (3,h)) -> (h)", h=st.integers(1, 3), d=st.integers(1, 3),
            c=st.arrays(arg("h"), elements=small), x=st.arrays(arg("d"), elements=small), **weights(small))
kata.domain(h=arg.size(1, 30), d=arg.size(1, 400), c=arg.real(-10, 10), x=arg.real(-10, 10), W=arg.real(-5, 5),
            b=arg.real(-1000, 1000))
kata.hints(
    "Let the update gate be 0. What is the new state? And if the gate is 1?",
    "Which gate does the candidate need, and what does this gate multiply?",
    "Join `c` and `x` for both gates. Join reset times `c` and `x` for the candidate. The new state is update times "
    "candidate plus (1 - update) times old state.",
)

kata.contract(points=1)
kata.agreement(points=8)
kata.edge("Gates that are fully open or shut give the right answer, without NaN.", points=1, h=st.integers(1, 2),
          hint="What is exp(1000) in floating point, and what is that divided by itself?",
          **{**weights(st.just(0.0)), "b": st.arrays((3, arg("h")), elements=inputs.far)})
kata.edge("A state and an input of one number each give the right answer.", points=0, h=1, d=1)
kata.edge("Equal weights of candidate and gates give the right answer.", points=0,
          W=st.arrays((3, arg("h"), arg("h+d")), elements=st.just(0.5)))
kata.example("An update gate of 0.2, an old state of 0.4 and a candidate of -0.7 give 0.18.", c=np.array([0.4]),
             x=np.array([1.0]), W=np.zeros((3, 1, 2)), b=np.array([[np.arctanh(-0.7)], [-np.log(4)], [0.0]]),
             expected=np.array([0.18]))
kata.example("The same gates and candidates give 0.18 in each of 30 units.", c=np.full(30, 0.4), x=np.array([1.0]),
             W=np.zeros((3, 30, 31)), b=np.repeat([[np.arctanh(-0.7)], [-np.log(4)], [0.0]], 30, axis=1),
             expected=np.full(30, 0.18))


@kata.property(points=0)
def keeps_the_state_when_the_update_gate_is_shut(gru_step, c, x, W, b):
    """With the update gate shut, the state does not change."""
    b = b.copy()
    b[UPDATE] = -300.0
    same(gru_step(c, x, W, b), c)


@kata.property(points=0)
def is_a_plain_recurrent_step_with_open_gates(gru_step, c, x, W, b):
    """With both gates open, the new state is tanh(W[c, x] + b), as in a network without gates."""
    b = b.copy()
    b[UPDATE], b[RESET] = 300.0, 300.0
    same(gru_step(c, x, W, b), np.tanh(W[CANDIDATE] @ np.concatenate([c, x]) + b[CANDIDATE]))


@kata.property(points=0)
def stays_in_range(gru_step, c, x, W, b):
    """No entry of the new state is farther from 0 than both 1 and the old entry."""
    assert (np.abs(gru_step(c, x, W, b)) <= np.maximum(np.abs(c), 1) + 1e-12).all()


@kata.property(points=0)
def follows_a_reordering_of_the_units(gru_step, c, x, W, b):
    """Reversing the order of the hidden units reverses the result and changes nothing else."""
    h = len(c)
    turned = np.concatenate([W[:, ::-1, :h][:, :, ::-1], W[:, ::-1, h:]], axis=2)
    same(gru_step(c[::-1].copy(), x, turned, b[:, ::-1].copy())[::-1], gru_step(c, x, W, b))


def mix(update, candidate, c):
    """The new state from its three parts."""
    return update * candidate + (1 - update) * c


def parts(c, x, W, b, order=(CANDIDATE, UPDATE, RESET), squash=sigmoid, tanh=np.tanh, kept=None, join=None):
    """The update gate, the candidate and the reset gate; ``kept`` replaces reset * c, ``join`` [c, x]."""
    join = join or (lambda state: np.concatenate([state, x]))
    W, b = W[list(order)], b[list(order)]
    update, reset = squash(W[UPDATE] @ join(c) + b[UPDATE]), squash(W[RESET] @ join(c) + b[RESET])
    candidate = tanh(W[CANDIDATE] @ join(reset * c if kept is None else kept) + b[CANDIDATE])
    return update, candidate, reset


def step(c, x, W, b, **other):
    """The right step, or the one with other parts: ``-> (h)``."""
    return mix(*parts(c, x, W, b, **other)[:2], c)


@kata.misconception(convention="PyTorch and Keras, whose update gate keeps the old state")
def swaps_the_update_gate(c, x, W, b):
    """Your update gate multiplies the old state. Here it multiplies the candidate."""
    update, candidate, _ = parts(c, x, W, b)
    return mix(1 - update, candidate, c)


@kata.misconception(convention="PyTorch, and Keras by default")
def resets_after_the_product(c, x, W, b):
    """Your reset gate multiplies the product of the weights and the old state. Here it multiplies the old state."""
    update, _, reset = parts(c, x, W, b)
    h = len(c)
    z = reset * (W[CANDIDATE, :, :h] @ c) + W[CANDIDATE, :, h:] @ x + b[CANDIDATE]
    return mix(update, np.tanh(z), c)


@kata.misconception(title="steps as PyTorch's GRU", convention="PyTorch, and Keras by default")
def steps_as_pytorch_does(c, x, W, b):
    """Your update gate multiplies the old state, and your reset gate multiplies its product with the weights. Here the
    first multiplies the candidate, and the second the old state itself."""
    update, _, reset = parts(c, x, W, b)
    h = len(c)
    z = reset * (W[CANDIDATE, :, :h] @ c) + W[CANDIDATE, :, h:] @ x + b[CANDIDATE]
    return mix(1 - update, np.tanh(z), c)


@kata.misconception
def resets_the_state_and_the_input(c, x, W, b):
    """Your reset gate multiplies the products of the old state and of the input. It belongs to the old state alone."""
    update, _, reset = parts(c, x, W, b)
    return mix(update, np.tanh(reset * (W[CANDIDATE] @ np.concatenate([c, x])) + b[CANDIDATE]), c)


@kata.misconception
def leaves_out_the_reset_gate(c, x, W, b):
    """Your candidate depends on the whole old state, without a reset gate."""
    return step(c, x, W, b, kept=c)


@kata.misconception
def keeps_the_old_state_by_the_reset_gate(c, x, W, b):
    """You multiply the old state by the reset gate in the last step. Both weights there come from the update gate."""
    update, candidate, reset = parts(c, x, W, b)
    return update * candidate + reset * c


@kata.misconception
def applies_tanh_to_the_gates(c, x, W, b):
    """You apply tanh to the gates, which gives values from -1 to 1. A gate is between 0 and 1."""
    return step(c, x, W, b, squash=np.tanh)


@kata.misconception(title="applies a sigmoid to the candidate")
def applies_a_sigmoid_to_the_candidate(c, x, W, b):
    """You apply a sigmoid to the candidate, which then is never negative."""
    return step(c, x, W, b, tanh=sigmoid)


@kata.misconception(convention="texts that write [x, c]")
def puts_the_input_first(c, x, W, b):
    """You put `x` before `c`, so each is multiplied by the other's weights. Here it is `c` followed by `x`."""
    return step(c, x, W, b, join=lambda state: np.concatenate([x, state]))


@kata.misconception(convention="PyTorch: reset, update, candidate")
def orders_rows_as_pytorch_does(c, x, W, b):
    """You read the rows as reset, update, candidate. Here the candidate comes first."""
    return step(c, x, W, b, order=(2, 1, 0))


@kata.misconception(convention="Keras: update, reset, candidate")
def orders_rows_as_keras_does(c, x, W, b):
    """You read the rows as update, reset, candidate. Here the candidate comes first."""
    return step(c, x, W, b, order=(2, 0, 1))


@kata.misconception
def swaps_update_and_reset(c, x, W, b):
    """You use the weights of the update gate for the reset gate, and vice versa."""
    return step(c, x, W, b, order=(CANDIDATE, RESET, UPDATE))


@kata.misconception
def divides_infinity_by_infinity(c, x, W, b):
    """Your result is NaN for a gate that is fully open. A sigmoid written as e^z / (1 + e^z) becomes ∞/∞ there."""
    return step(c, x, W, b, squash=lambda z: np.exp(z) / (1 + np.exp(z)))


@kata.misconception
def builds_tanh_from_exponentials(c, x, W, b):
    """Your result is NaN if tanh has a large argument. A quotient of sums of exponentials becomes ∞/∞ there."""
    return step(c, x, W, b, tanh=lambda z: (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)))

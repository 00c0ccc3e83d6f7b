"""Properties of a correct LSTM step, and the usual mistakes."""

import math

import numpy as np

from gradkata import Kata, arg, inputs, same, st
from ._gates import CANDIDATE, FORGET, OUTPUT, UPDATE, gates, sigmoid, step


def weights(elements):
    """Strategies for ``W`` and ``b``, of the sizes that are drawn with them."""
    return {
        "W": st.arrays((4, arg("h"), arg("h+d")), elements=elements),
        "b": st.arrays((4, arg("h")), elements=elements),
    }

kata = Kata(
    "lstm_step(a: (h), c: (h), x: (d), W: (4,h,h+d), b: (4,h)) -> (h), (h)",
    h=st.integers(1, 3),
    d=st.integers(1, 3),
    a=st.arrays(arg("h"), elements=inputs.halves | inputs.fine),
    c=st.arrays(arg("h"), elements=inputs.halves | inputs.fine),
    x=st.arrays(arg("d"), elements=inputs.halves | inputs.fine),
    **weights(inputs.halves | inputs.fine),
)
kata.domain(h=arg.size(1, 40), d=arg.size(1, 400), a=arg.real(-10, 10), c=arg.real(-1000, 1000), x=arg.real(-10, 10),
            W=arg.real(-5, 5), b=arg.real(-1000, 1000))
kata.mistakes(say={
    "returns_results_in_the_opposite_order":
        "You return the cell before the hidden state. The hidden state comes first.",
})
kata.hints(
    "Which vector do the candidate and the three gates see? Which of the four may be negative?",
    "Let every gate be 1. What is the new cell? Now let the update gate be 0, then the forget gate instead.",
    "Join `a` and `x` to a vector of length h + d. What shape does `W @ v` have for it? Add `b`, apply tanh to the "
    "first row and a sigmoid to the others. The new cell is update times candidate plus forget times old cell; the "
    "output gate multiplies its tanh.",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("Gates that are fully open or shut give the right answer, without NaN.", points=2,
          hint="What is exp(1000) in floating point, and what is that divided by itself?", h=st.integers(1, 2),
          **{**weights(st.just(0.0)), "b": st.arrays((4, arg("h")), elements=inputs.far)})
kata.edge("A cell of up to ±1000 gives the right answer, without NaN.", points=1,
          hint="Do you use np.tanh, or exponentials?", c=st.arrays(arg("h"), elements=inputs.far),
          **weights(st.integers(-2, 2).map(float)))
kata.example("With all weights 0 every gate is half open.",
             expected=(np.array([0.3807970779778824]), np.ones(1)),
             a=np.array([0.5]), c=np.array([2.0]), x=np.ones(1), W=np.zeros((4, 1, 2)), b=np.zeros((4, 1)))

@kata.property(points=0)
def keeps_the_cell_when_only_the_forget_gate_is_open(lstm_step, a, c, x, W, b):
    """With the forget gate open and the update gate shut, the cell does not change."""
    b = b.copy()
    b[UPDATE], b[FORGET] = -200.0, 200.0
    same(lstm_step(a, c, x, W, b)[1], c)

@kata.property(points=0)
def follows_a_reordering_of_the_units(lstm_step, a, c, x, W, b):
    """Reversing the order of the hidden units reverses both results and changes nothing else."""
    h = len(a)
    turned = np.concatenate([W[:, ::-1, :h][:, :, ::-1], W[:, ::-1, h:]], axis=2)
    new_a, new_c = lstm_step(a[::-1].copy(), c[::-1].copy(), x, turned, b[:, ::-1].copy())
    same((new_a[::-1], new_c[::-1]), lstm_step(a, c, x, W, b))

@kata.property(points=0)
def bounds_both_results(lstm_step, a, c, x, W, b):
    """No entry of the new hidden state leaves [−1, 1], and no entry of the cell grows by more than 1 in a step."""
    new_a, new_c = lstm_step(a, c, x, W, b)
    assert (np.abs(new_a) <= 1).all()
    assert (np.abs(new_c) <= np.abs(c) + 1).all()

@kata.misconception
def outputs_the_cell_without_tanh(a, c, x, W, b):
    """You apply the output gate to the cell itself, which is unbounded. It applies to the tanh of the cell."""
    new = step(a, c, x, W, b)[1]
    return gates(a, x, W, b)[OUTPUT] * new, new

@kata.misconception
def outputs_the_old_cell(a, c, x, W, b):
    """You compute the hidden state from the cell before the step. It comes from the new cell."""
    return gates(a, x, W, b)[OUTPUT] * np.tanh(c), step(a, c, x, W, b)[1]

@kata.misconception
def feeds_the_gates_with_the_cell(a, c, x, W, b):
    """You feed the old cell to the gates in place of `a`. In an LSTM they see [a, x]."""
    return step(a, c, x, W, b, seen=np.concatenate([c, x]))

@kata.misconception
def swaps_update_and_forget(a, c, x, W, b):
    """Your update gate weights the old cell and your forget gate the candidate."""
    return step(a, c, x, W, b, rows=(CANDIDATE, FORGET, UPDATE, OUTPUT))

@kata.misconception(title="applies a sigmoid to the candidate")
def squashes_the_candidate_with_a_sigmoid(a, c, x, W, b):
    """You apply a sigmoid to the candidate, so it can only add to the cell, never subtract from it."""
    z = W @ np.concatenate([a, x]) + b
    new = sigmoid(z[UPDATE]) * sigmoid(z[CANDIDATE]) + sigmoid(z[FORGET]) * c
    return sigmoid(z[OUTPUT]) * np.tanh(new), new

@kata.misconception
def forgets_the_bias(a, c, x, W, b):
    """You leave out all biases."""
    return step(a, c, x, W, np.zeros_like(b))

@kata.misconception
def divides_infinity_by_infinity(a, c, x, W, b):
    """Your result is NaN for large pre-activations. Perhaps your sigmoid is e^z / (1 + e^z): ∞/∞ is NaN."""
    return step(a, c, x, W, b, squash=lambda z: np.exp(z) / (1 + np.exp(z)))

@kata.misconception
def builds_tanh_from_exponentials(a, c, x, W, b):
    """Your result is NaN where a tanh has a large argument. Perhaps you divide sums of exponentials: ∞/∞ is NaN."""
    return step(a, c, x, W, b, tanh=lambda z: (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)))

@kata.misconception(title="raises OverflowError where a gate is shut")
def overflows_the_exponential(a, c, x, W, b):
    """Your code raises OverflowError where NumPy's exp returns infinity. A gate that is shut is not an error."""
    return step(a, c, x, W, b, squash=np.vectorize(lambda z: 1 / (1 + math.exp(-z)), otypes=[float]))

@kata.misconception(title="lets units see the new hidden state of others")
def lets_units_see_new_activations(a, c, x, W, b):
    """Later units see the new hidden state of earlier ones. Perhaps you write into a vector that is still read."""
    a, new = a.copy(), c.copy()
    for i in range(len(a)):
        shown, kept = step(a, c, x, W, b)
        a[i], new[i] = shown[i], kept[i]
    return a, new

@kata.misconception(title="splits the pre-activations along the wrong axis")
def splits_the_gates_along_the_wrong_axis(a, c, x, W, b):
    """You split the 4h pre-activations into h groups of four. They are four groups of h: the candidate and the three
    gates."""
    z = (W @ np.concatenate([a, x]) + b).ravel().reshape(len(a), 4).T
    new = sigmoid(z[UPDATE]) * np.tanh(z[CANDIDATE]) + sigmoid(z[FORGET]) * c
    return sigmoid(z[OUTPUT]) * np.tanh(new), new

@kata.misconception(convention="coupled gates, as in a GRU (Greff et al. 2017, CIFG)")
def couples_forget_to_update(a, c, x, W, b):
    """You use 1 minus the update gate as the forget gate. Here the forget gate has its own weights."""
    candidate, update, _, output = gates(a, x, W, b)
    new = update * candidate + (1 - update) * c
    return output * np.tanh(new), new

@kata.misconception(convention="texts that write [x, a]")
def puts_the_input_first(a, c, x, W, b):
    """You put `x` before `a`, so each is multiplied by the other's weights. Here it is `a` followed by `x`."""
    return step(a, c, x, W, b, seen=np.concatenate([x, a]))

@kata.misconception(convention="PyTorch and Keras: input, forget, candidate, output")
def orders_rows_as_frameworks_do(a, c, x, W, b):
    """You read the rows as update, forget, candidate, output. Here the candidate comes first."""
    return step(a, c, x, W, b, rows=(2, 0, 1, 3))

@kata.misconception(convention="ONNX: input, output, forget, candidate")
def orders_rows_as_onnx_does(a, c, x, W, b):
    """You read the rows as update, output, forget, candidate. Here the candidate comes first."""
    return step(a, c, x, W, b, rows=(3, 0, 2, 1))

@kata.misconception(convention="the LSTM of 1997, before forget gates")
def keeps_the_whole_cell(a, c, x, W, b):
    """You have no forget gate, so the old cell is kept whole. Here the forget gate multiplies it."""
    candidate, update, _, output = gates(a, x, W, b)
    new = update * candidate + c
    return output * np.tanh(new), new

@kata.misconception(title="leaves out the tanh of the candidate")
def leaves_the_candidate_linear(a, c, x, W, b):
    """Your candidate has no tanh, so it may be larger than 1."""
    candidate = (W @ np.concatenate([a, x]) + b)[CANDIDATE]
    _, update, forget, output = gates(a, x, W, b)
    new = update * candidate + forget * c
    return output * np.tanh(new), new

@kata.misconception
def applies_tanh_to_the_gates(a, c, x, W, b):
    """Your gates are results of tanh, from -1 to 1. A gate lets through a share between 0 and 1."""
    return step(a, c, x, W, b, squash=np.tanh)

@kata.misconception(title="applies a sigmoid to the new cell")
def squashes_the_cell_with_a_sigmoid(a, c, x, W, b):
    """You apply a sigmoid to the new cell, so the hidden state is never negative."""
    new = step(a, c, x, W, b)[1]
    return gates(a, x, W, b)[OUTPUT] * sigmoid(new), new

@kata.misconception(title="multiplies the forget gate by the hidden state")
def forgets_the_hidden_state(a, c, x, W, b):
    """Your forget gate multiplies `a`. It decides how much of the old cell stays."""
    return step(a, a, x, W, b)

@kata.misconception(convention="LSTMs with peephole connections, here with weights of 1")
def lets_the_gates_see_the_cell(a, c, x, W, b):
    """You add the cell to the pre-activations of the gates. Here the gates see [a, x] only."""
    z = W @ np.concatenate([a, x]) + b
    new = sigmoid(z[UPDATE] + c) * np.tanh(z[CANDIDATE]) + sigmoid(z[FORGET] + c) * c
    return sigmoid(z[OUTPUT] + new) * np.tanh(new), new

@kata.misconception(convention="TensorFlow 1's BasicLSTMCell")
def adds_one_to_the_forget_bias(a, c, x, W, b):
    """You add 1 to the bias of the forget gate. Here nothing is added."""
    return step(a, c, x, W, b + (np.arange(4) == FORGET)[:, None])

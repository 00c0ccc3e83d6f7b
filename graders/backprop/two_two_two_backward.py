"""Properties that all right gradients of the 2-2-2 network have, and common mistakes."""

import numpy as np

from gradkata import Kata, arg, mistakes, same, st
from . import _squashing as squashing
from ._two_two_two import EXAMPLE, EXAMPLE_GRADIENT, backward, fine, half
from ._two_two_two import on_or_off, second_path, sigmoid, sigmoid_slope, tiny, two

kata = Kata(
    "two_two_two_backward(i: (2), w: (8), b: (2), t: (2)) -> (8)",
    i=two(half | fine), w=st.arrays(8, elements=half | fine), b=two(half | fine),
    t=two(st.sampled_from([0.0, 1.0, 0.5, 0.25, 0.01, 0.99, -1.0, 2.0])),
)
kata.domain(i=arg.real(-1000, 1000), w=arg.real(-2, 2), b=arg.real(-1000, 1000), t=arg.real(-1, 2))
kata.mistakes(without=["is_twice_as_large"], say={
    "has_the_wrong_sign":
        "All eight derivatives have the wrong sign. Perhaps a minus sign was lost where (t - o)² is differentiated "
        "with respect to o.",
})
kata.hints(
    "Go forward first and keep h1, h2, o1 and o2. On how many paths does w5 reach E, and on how many w1?",
    "Let only o1 count (o2 = t2). Which factors lie on the path from w5 to E? Which further ones on that from w1?",
    "From E back to each output: o - t, times its own slope o (1 - o). From there to a weight of the second layer: "
    "times the hidden value at its start. To a hidden unit: along each weight that leaves it, both paths added, times "
    "the unit's own slope; then times the input.",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("Biases that turn units fully on or off give the right answer, without NaN.", points=2, b=two(on_or_off),
          hint="Which exponential overflows in your sigmoid, and what is infinity divided by infinity?")
kata.edge("Inputs of up to ±1000 give the right answer, without NaN.", points=1,
          hint="A saturated unit has a tiny slope, and an input of 1000 multiplies it. Do you round it away?",
          i=two(on_or_off),
          w=st.arrays(8, elements=half | tiny))
kata.edge("Outputs that already equal the targets give zeros.", points=0, t=np.array([0.5, 0.5]),
          w=st.arrays(4, elements=half).map(lambda hidden: np.r_[hidden, np.zeros(4)]),
          b=half.map(lambda hidden: np.array([hidden, 0.0])))  # outputs are exactly a half, on any machine
kata.example("The statement's network.", **EXAMPLE, expected=EXAMPLE_GRADIENT)

@kata.property(points=0)
def gives_weights_of_one_unit_the_ratio_of_the_inputs(two_two_two_backward, i, w, b, t):
    """w1 and w2 lead to the same unit, so their derivatives are in the ratio of the inputs, as are those of w3 and
    w4."""
    first, second, third, fourth, *_ = two_two_two_backward(i, w, b, t).tolist()
    same((first * i[1], third * i[1]), (second * i[0], fourth * i[0]), atol=1e-11)

@kata.property(points=0)
def follows_a_swap_of_the_hidden_units(two_two_two_backward, i, w, b, t):
    """Renumbering h1 and h2, with their weights, permutes the eight derivatives in the same way."""
    order = [2, 3, 0, 1, 5, 4, 7, 6]
    same(two_two_two_backward(i, w[order], b, t)[order], two_two_two_backward(i, w, b, t), atol=1e-11)

@kata.property(points=0)
def follows_a_swap_of_the_outputs(two_two_two_backward, i, w, b, t):
    """Swapping the outputs swaps the derivatives of w5, w6 with those of w7, w8, and changes no others."""
    order = [0, 1, 2, 3, 6, 7, 4, 5]
    same(two_two_two_backward(i, w[order], b, t[::-1].copy())[order], two_two_two_backward(i, w, b, t), atol=1e-11)

@kata.misconception(title="follows only the path through o1", hint="On how many paths does a change of w1 reach E?")
def follows_one_output_only(i, w, b, t):
    """For w1 ... w4 you follow only the path through o1. A hidden unit acts on both outputs."""
    return backward(i, w, b, t, back=lambda delta, W2: delta[0] * W2[0])

@kata.misconception(title="uses w5 on the second path of w2")
def takes_w5_for_w7_once(i, w, b, t):
    """For w2 you use w5 on the path through o2. Which weight leads from h1 to o2?"""
    return backward(i, w, b, t) + np.eye(8)[1] * second_path(i, w, b, t, w[4] - w[6]) * i[1]

@kata.misconception(title="uses the first output's weights for both outputs")
def takes_the_first_outputs_weights_for_both(i, w, b, t):
    """You use w5 and w6 on the paths through o2 as well. Each output has its own weights."""
    return backward(i, w, b, t, back=lambda delta, W2: delta.sum() * W2[0])

@kata.misconception(title="adds the second path of w1 twice")
def adds_the_second_path_again(i, w, b, t):
    """For w1 you add the contribution of o2 twice."""
    return backward(i, w, b, t) + np.eye(8)[0] * second_path(i, w, b, t, w[6]) * i[0]

@kata.misconception(hint="Which two of w5 ... w8 leave h1? Are they a row or a column of your matrix?")
def forgets_to_transpose(i, w, b, t):
    """You go back to h1 along w5 and w6. Perhaps a transpose is missing: w6 leads away from h2, not from h1."""
    return backward(i, w, b, t, back=lambda delta, W2: W2 @ delta)

@kata.misconception
def uses_updated_weights(i, w, b, t):
    """Your w1 ... w4 use w5 ... w8 after an update with a rate of 0.5. All eight derivatives belong to the given
    weights."""
    updated = (w - 0.5 * backward(i, w, b, t))[4:].reshape(2, 2)
    return backward(i, w, b, t, back=lambda delta, W2: delta @ updated)

@kata.misconception(title="applies the sigmoid twice in its slope")
def applies_the_sigmoid_again(i, w, b, t):
    """Your slopes apply the sigmoid twice. Perhaps a unit's output is passed to a function that expects its input."""
    return backward(i, w, b, t, slope=lambda out: sigmoid_slope(sigmoid(out)))

@kata.misconception(title="mixes o1 and o2 in one slope")
def mixes_the_outputs(i, w, b, t):
    """For o2 you use o2 (1 - o1). Both factors belong to the same unit."""
    return backward(i, w, b, t, last_slope=lambda o: np.array([o[0] * (1 - o[0]), o[1] * (1 - o[0])]))

@kata.misconception(title="multiplies by h1 for w8")
def takes_h1_for_w8(i, w, b, t):
    """For w8 you multiply by h1. At which hidden unit does w8 begin?"""
    return backward(i, w, b, t)[[0, 1, 2, 3, 4, 5, 6, 6]]

@kata.misconception(title="leaves out the slope of the hidden units")
def forgets_the_hidden_slope(i, w, b, t):
    """You pass the deltas back to the hidden units and leave out the slopes of the hidden units' own sigmoids."""
    return backward(i, w, b, t, slope=np.ones_like, last_slope=sigmoid_slope)

@kata.misconception(title="leaves out the paths that cross")
def goes_straight_across(i, w, b, t):
    """You go back only from o1 to h1 and from o2 to h2. The paths that cross, over w6 and w7, are missing."""
    return backward(i, w, b, t, back=lambda delta, W2: delta * np.diag(W2))

@kata.misconception
def returns_w3_before_w2(i, w, b, t):
    """Your derivatives are in the order w1, w3, w2, w4, and so in the second layer. The kata asks for w1 ... w8 in
    order."""
    return backward(i, w, b, t)[[0, 2, 1, 3, 4, 6, 5, 7]]

@kata.misconception
def swaps_the_biases(i, w, b, t):
    """You give the hidden units `b[1]` and the outputs `b[0]`. The biases are in the order of the layers."""
    return backward(i, w, b[::-1], t)

@kata.misconception
def reads_a_bias_for_each_unit(i, w, b, t):
    """You give `b[0]` to the first unit of each layer and `b[1]` to the second. There is one bias per layer."""
    return backward(i, w, np.array([b, b]), t)

@kata.misconception
def returns_updated_weights(i, w, b, t):
    """You continue with the update and return new weights, with a rate of 0.5. The kata asks for the derivatives."""
    return w - 0.5 * backward(i, w, b, t)

@kata.misconception(convention="texts with the error Σ (t - o)², without ½")
def leaves_out_the_half(i, w, b, t):
    """Your derivatives are twice as large. Perhaps your error has no factor ½."""
    return 2 * backward(i, w, b, t)

@kata.misconception(convention="sigmoid outputs under the cross-entropy, where their slope cancels")
def leaves_out_the_output_slope(i, w, b, t):
    """You use o - t as the outputs' deltas. Here the error is squared, and the slope of their sigmoids remains."""
    return backward(i, w, b, t, last_slope=np.ones_like)

@kata.misconception(convention="networks for regression, with linear outputs")
def leaves_outputs_linear(i, w, b, t):
    """You apply no sigmoid to the outputs. Here all four units have one."""
    return backward(i, w, b, t, last=lambda z: z, last_slope=np.ones_like)

@kata.misconception(convention="networks of tanh units")
def uses_tanh(i, w, b, t):
    """You use tanh units and their slope 1 - out². Here all units are sigmoid units."""
    return backward(i, w, b, t, squash=np.tanh, slope=lambda out: 1 - out**2)

@kata.misconception(convention="texts that number weights by the unit where they begin")
def numbers_weights_by_their_origin(i, w, b, t):
    """You let w2 lead from i1 to h2, and w6 from h1 to o2. Here w1 and w2 both lead to h1, and w5 and w6 to o1."""
    return backward(i, w[[0, 2, 1, 3, 4, 6, 5, 7]], b, t)[[0, 2, 1, 3, 4, 6, 5, 7]]

@kata.misconception(title="leaves out w5 ... w8 on the way back")
def forgets_the_weights_on_the_way_back(i, w, b, t):
    """You give each hidden unit the sum of the outputs' deltas. What lies on the way from an output to h1?"""
    return backward(i, w, b, t, back=lambda delta, W2: np.full(2, delta.sum()))

@kata.misconception(title="swaps w6 and w7 in the result")
def transposes_the_second_layer(i, w, b, t):
    """Your last four derivatives are those of w5, w7, w6, w8. Perhaps an outer product is transposed."""
    return backward(i, w, b, t)[[0, 1, 2, 3, 4, 6, 5, 7]]

@kata.misconception(title="leaves out the inputs")
def forgets_the_inputs(i, w, b, t):
    """Your derivatives for w1 ... w4 do not contain the inputs. What is each of these weights multiplied by?"""
    return backward(i, w, b, t, entering=np.ones(2))

kata.misconception(squashing.calls_units_saturated, title="sets saturated units to exactly 0 or 1")
for wrong in (squashing.divides_infinity_by_infinity, squashing.overflows_the_exponential, squashing.replaces_nan_by_0,
              squashing.replaces_nan_by_0_at_the_end,
              *map(squashing.clips_at, (10, 20, 30)),
              *mistakes.by_differences(squashing.by_quotients)):
    kata.misconception(wrong)

"""Properties of every right forward pass through the 2-2-2 network, and the usual mistakes."""

import math

import numpy as np

from gradkata import Kata, arg, same, st

from ..backprop._squashing import ratio_of_exponentials
from ..backprop._two_two_two import EXAMPLE, fine, half, layers, on_or_off, outputs, sigmoid, two


def forward(i, w, b, t, squash=sigmoid, last=None):
    """The right five values, or those with other functions of the units: ``(2),(8),(2),(2)->(5)``."""
    return result(*outputs(i, w, b, squash, last), t)


def result(h, o, t):
    """The five values from those of the units: ``(2),(2),(2)->(5)``."""
    return np.concatenate([h, o, [np.sum((t - o) ** 2) / 2]])


kata = Kata(
    "two_two_two_forward(i: (2), w: (8), b: (2), t: (2)) -> (5)",
    i=two(half | fine), w=st.arrays(8, elements=half | fine), b=two(half | fine),
    t=two(st.sampled_from([0.0, 1.0, 0.5, 0.25, 0.01, 0.99, -1.0, 2.0])),
)
kata.domain(i=arg.real(-1000, 1000), w=arg.real(-2, 2), b=arg.real(-1000, 1000), t=arg.real(-1, 2))
kata.hints(
    "Which two weights lead to h1? Which two lead to o1, and which values do they multiply?",
    "For h1 of the example: 0.15 · 0.05 + 0.2 · 0.1 + 0.35 = 0.3775. The sigmoid of it is 0.593...",
    "Compute both hidden units first. The outputs use h1 and h2 as the hidden units use i1 and i2, with the last four "
    "weights and the second bias. E adds the halves of two squares.",
)

kata.contract(points=1)
kata.agreement(points=8)
kata.edge("Biases that turn units fully on or off give the right answer, without NaN.", points=1, b=two(on_or_off),
          hint="Which exponential overflows in your sigmoid, and what is infinity divided by infinity?")
kata.edge("Without weights and biases every unit is half on.", points=0, w=np.zeros(8), b=np.zeros(2))
kata.example("The statement's network.", **EXAMPLE,
             expected=np.array([0.5932699921071872, 0.596884378259767, 0.7513650695523157, 0.7729284653214625,
                                0.274811083176155 + 0.023560025583847746]))


@kata.property(points=0)
def follows_a_swap_of_the_outputs(two_two_two_forward, i, w, b, t):
    """Swapping the outputs, with their weights and targets, swaps o1 and o2 and keeps E."""
    swapped = two_two_two_forward(i, w[[0, 1, 2, 3, 6, 7, 4, 5]], b, t[::-1].copy())
    same(swapped[[0, 1, 3, 2, 4]], two_two_two_forward(i, w, b, t))


@kata.property(points=0)
def follows_a_swap_of_the_hidden_units(two_two_two_forward, i, w, b, t):
    """Swapping the hidden units, with the weights to and from them, swaps h1 and h2 and keeps the outputs and E."""
    swapped = two_two_two_forward(i, w[[2, 3, 0, 1, 5, 4, 7, 6]], b, t)
    same(swapped[[1, 0, 2, 3, 4]], two_two_two_forward(i, w, b, t))


@kata.property(points=0)
def has_no_error_on_its_own_outputs(two_two_two_forward, i, w, b, t):
    """If the targets are the outputs, E is 0."""
    outputs = two_two_two_forward(i, w, b, t)[2:4].copy()
    same(float(two_two_two_forward(i, w, b, outputs)[4]), 0.0)


@kata.misconception(convention="texts that number weights by the unit where they begin")
def numbers_weights_by_their_origin(i, w, b, t):
    """You let w2 lead from i1 to h2, and w6 from h1 to o2. Here w1 and w2 both lead to h1, and w5 and w6 to o1."""
    return forward(i, w[[0, 2, 1, 3, 4, 6, 5, 7]], b, t)


@kata.misconception(title="gives each unit of a layer a bias of its own")
def gives_each_unit_its_own_bias(i, w, b, t):
    """You add `b[0]` to the first unit of each layer and `b[1]` to the second. Each bias belongs to a layer."""
    W1, W2 = layers(w)
    h = sigmoid(W1 @ i + b)
    return result(h, sigmoid(W2 @ h + b), t)


@kata.misconception(title="uses the first bias for both layers")
def uses_the_first_bias_twice(i, w, b, t):
    """You add the bias of the hidden units to the outputs as well. The outputs have the second one."""
    return forward(i, w, b[[0, 0]], t)


@kata.misconception
def leaves_out_the_biases(i, w, b, t):
    """You leave out both biases."""
    return forward(i, w, np.zeros(2), t)


@kata.misconception(title="feeds the outputs with the inputs")
def skips_the_hidden_units(i, w, b, t):
    """You multiply w5 to w8 by the inputs. These weights lead from the hidden units to the outputs."""
    W1, W2 = layers(w)
    return result(sigmoid(W1 @ i + b[0]), sigmoid(W2 @ i + b[1]), t)


@kata.misconception(title="feeds the outputs with the sums before the sigmoid")
def passes_on_sums(i, w, b, t):
    """You compute the outputs from the sums of the hidden units. They use the values after the sigmoid."""
    W1, W2 = layers(w)
    sums = W1 @ i + b[0]
    return result(sigmoid(sums), sigmoid(W2 @ sums + b[1]), t)


@kata.misconception(convention="networks for regression, with linear outputs")
def leaves_outputs_linear(i, w, b, t):
    """You apply no sigmoid to the outputs. Here all four units have one."""
    return forward(i, w, b, t, last=lambda z: z)


@kata.misconception(title="leaves out the ½ of the error")
def leaves_out_the_half(i, w, b, t):
    """Your error is the sum of the squares, twice as large as it should be. The factor ½ belongs to it."""
    return forward(i, w, b, t) * [1, 1, 1, 1, 2]


@kata.misconception
def divides_infinity_by_infinity(i, w, b, t):
    """Your result is NaN for large z. Perhaps your sigmoid is e^z / (1 + e^z): there both are infinite, and ∞/∞ is
    NaN."""
    return forward(i, w, b, t, squash=ratio_of_exponentials)


@kata.misconception(title="raises OverflowError where a unit is off")
def overflows_the_exponential(i, w, b, t):
    """Your code raises OverflowError where NumPy's exp returns infinity, as math.exp does. A unit that is off is not
    an error."""
    return forward(i, w, b, t, squash=np.vectorize(lambda z: 1 / (1 + math.exp(-z)), otypes=[float]))

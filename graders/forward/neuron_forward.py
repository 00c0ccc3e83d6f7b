"""Properties of every right neuron, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st
from ..activations._inputs import sigmoid
from ..perceptron.weighted_sum import kata as weighted_sum
from ._network import by_exponentials

eighths = st.integers(-12, 12).map(lambda k: k / 8)  # their sums are seldom so large that tanh is 1
tens = st.sampled_from([10.0, -10.0])

kata = Kata("neuron_forward(x: (d), w: (d), b: ()) -> ()", d=st.integers(2, 4), b=eighths,
            x=st.arrays(arg("d"), elements=eighths), w=st.arrays(arg("d"), elements=eighths))
kata.domain(d=arg.size(0, 2000), x=arg.real(-10, 10), w=arg.real(-10, 10), b=arg.real(-10, 10))
kata.hints(
    "In which order do the two steps come, and to which of them does the bias belong?",
    "How often is the activation function called for one neuron with three inputs?",
    "Compute the weighted sum with the bias, give it a name, and return its hyperbolic tangent.",
)

kata.contract(points=1)
kata.agreement(points=7)
kata.edge("For a large sum the result is 1 or -1.", points=1, d=st.integers(8, 12),
          hint="What becomes of e^800 in your activation? np.tanh does not overflow.",
          x=st.arrays(arg("d"), elements=tens), w=st.just(arg("x")) | st.just(arg("x")).map(lambda x: -x))
kata.edge("Without inputs the result is the hyperbolic tangent of the bias.", points=1, d=0)
kata.edge("If all weights are 0, the result is the hyperbolic tangent of the bias.", points=0,
          w=st.arrays(arg("d"), elements=st.just(0.0)))
kata.example("A sum of 0.5 gives 0.4621.", expected=0.46211715726000973,
             x=np.array([2.0, -0.5]), w=np.array([0.5, 3.0]), b=1.0)

kata.equivalent("neuron_forward_numpy: swap factors in w @ x", reason="the product of two vectors has no order")


@kata.property(points=0)
def changes_its_sign_with_weights_and_bias(neuron_forward, x, w, b):
    """If all weights and the bias change their sign, so does the result."""
    same(neuron_forward(x, -w, -b), -neuron_forward(x, w, b))


@kata.property(points=0)
def stays_between_minus_1_and_1(neuron_forward, x, w, b):
    """The result lies between -1 and 1."""
    assert abs(neuron_forward(x, w, b)) <= 1 + 1e-12


@kata.property(points=0)
def takes_the_bias_for_one_more_weight(neuron_forward, x, w, b):
    """The bias counts like one more weight, whose input is always 1."""
    same(neuron_forward(np.append(x, 1.0), np.append(w, b), 0.0), neuron_forward(x, w, b))


@kata.misconception
def adds_the_bias_after_the_activation(x, w, b):
    """You add the bias to the result of the activation, which can then leave the range from -1 to 1. It belongs to the
    sum."""
    return np.tanh(w @ x) + b


@kata.misconception(title="applies the activation to every product")
def activates_every_product(x, w, b):
    """You apply the activation to each product before you add them up. It is applied once, to the whole sum."""
    return np.sum(np.tanh(w * x)) + b


@kata.misconception(title="applies the activation to the inputs")
def activates_the_inputs(x, w, b):
    """You apply the activation to the inputs and return the sum. It comes after the sum."""
    return w @ np.tanh(x) + b


@kata.misconception(title="returns the sum")
def leaves_out_the_activation(x, w, b):
    """You return the weighted sum, which may be any number. The activation is missing."""
    return w @ x + b


@kata.misconception(title="uses the sigmoid")
def uses_the_sigmoid(x, w, b):
    """Your result lies between 0 and 1, as that of a sigmoid. Here the activation is the hyperbolic tangent."""
    return sigmoid(w @ x + b)


@kata.misconception(title="uses the rectifier")
def uses_the_rectifier(x, w, b):
    """You replace negative sums by 0 and keep the others. Here the activation is the hyperbolic tangent."""
    return max(w @ x + b, 0.0)


@kata.misconception
def squares_the_weights(x, w, b):
    """You square the weights, so that their sign is lost. A negative weight reverses the sign of its input."""
    return np.tanh(w**2 @ x + b)


@kata.misconception(title="applies the activation twice")
def activates_twice(x, w, b):
    """You apply the activation to its own result. One neuron has one activation."""
    return np.tanh(np.tanh(w @ x + b))


@kata.misconception(title="returns the slope")
def returns_the_slope(x, w, b):
    """You return the slope of the activation at the sum. Return its value."""
    return 1 - np.tanh(w @ x + b) ** 2


@kata.misconception
def divides_infinity_by_infinity(x, w, b):
    """For a large sum your result is NaN: its exponential overflows in numerator and denominator, and ∞/∞ is NaN."""
    return by_exponentials(w @ x + b)


kata.inherit(weighted_sum, lambda wrong: lambda x, w, b: np.tanh(wrong(x, w, b)), without=["applies_a_step"])

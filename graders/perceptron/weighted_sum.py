"""Properties of every right weighted sum, and the usual mistakes."""

import numpy as np

from gradkata import Kata, Tolerance, arg, same, st

# Terms of up to ten thousand may cancel, and each sum of right answers is rounded in its own order.
kata = Kata("weighted_sum(x: (d), w: (d), b: ()) -> ()", tolerance=Tolerance(rtol=1e-9, atol=1e-8), d=st.integers(2, 5))
kata.domain(d=arg.size(0, 2000), x=arg.real(-100, 100), w=arg.real(-100, 100), b=arg.real(-100, 100))
kata.hints(
    "One input is 0. Does its weight matter?",
    "How much does the result grow if the bias grows by 1? Does that depend on the number of inputs?",
    "Multiply each input by its own weight, add up the products, and add the bias once at the end.",
)

kata.contract(points=1)
kata.agreement(points=8)
kata.edge("Without inputs the result is the bias.", points=1, d=0, x=np.zeros(0), w=np.zeros(0))
kata.edge("If all weights are 0, the result is the bias.", points=0, w=st.arrays(arg("d"), elements=st.just(0.0)))
kata.edge("With a bias of 0 the result is the sum of the products.", points=0, b=0.0)
kata.example("0.2 times 0 plus 0.6 times 1 is 0.6.", expected=0.6,
             x=np.array([0.0, 1.0]), w=np.array([0.2, 0.6]), b=0.0)
kata.example("0.2 times 1 plus 0.6 times 1 is 0.8.", expected=0.8,
             x=np.array([1.0, 1.0]), w=np.array([0.2, 0.6]), b=0.0)
kata.example("1.2 times 1 plus 0.6 times 1 is 1.8.", expected=1.8,
             x=np.array([1.0, 1.0]), w=np.array([1.2, 0.6]), b=0.0)

kata.equivalent("weighted_sum_numpy: swap factors in w @ x", reason="the product of two vectors has no order")


@kata.property(points=0)
def takes_the_bias_for_one_more_weight(weighted_sum, x, w, b):
    """The bias counts like one more weight, whose input is always 1."""
    same(weighted_sum(np.append(x, 1.0), np.append(w, b), 0.0), weighted_sum(x, w, b), atol=1e-8)


@kata.property(points=0)
def does_not_depend_on_the_order(weighted_sum, x, w, b):
    """If inputs and weights are reordered in the same way, the sum stays the same."""
    same(weighted_sum(np.roll(x, 1), np.roll(w, 1), b), weighted_sum(x, w, b), atol=1e-8)


@kata.property(points=0)
def doubles_with_weights_and_bias(weighted_sum, x, w, b):
    """Twice the weights and twice the bias give twice the sum."""
    same(weighted_sum(x, 2 * w, 2 * b), 2 * weighted_sum(x, w, b), atol=1e-8)


@kata.misconception
def adds_the_last_weight(x, w, b):
    """You add the last weight without its input. If the last input is 0, its weight must not matter."""
    return w[:-1] @ x[:-1] + np.sum(w[-1:]) + b


@kata.misconception
def leaves_out_the_bias(x, w, b):
    """Your result does not depend on the bias, which shifts the sum even if all inputs are 0."""
    return w @ x


@kata.misconception(title="adds the bias once for each input")
def adds_the_bias_to_every_product(x, w, b):
    """You add the bias to every product, so that it counts once for each input. The neuron has a single bias."""
    return np.sum(w * x + b)


@kata.misconception(title="multiplies the bias by the inputs")
def multiplies_the_bias_by_the_inputs(x, w, b):
    """You multiply the bias by the inputs. It does not belong to any input."""
    return np.sum((w + b) * x)


@kata.misconception
def multiplies_the_products(x, w, b):
    """You multiply the products by each other, so that a single input of 0 makes all other inputs irrelevant."""
    return np.prod(w * x) + b


@kata.misconception(title="returns the products without adding them up")
def returns_all_products(x, w, b):
    """You return one number for each input. The neuron passes on a single number."""
    return w * x + b


@kata.misconception(title="multiplies the sum of the inputs by the sum of the weights")
def multiplies_the_sums(x, w, b):
    """You add up the inputs and the weights before you multiply, so that each weight counts for every input."""
    return np.sum(w) * np.sum(x) + b


@kata.misconception
def adds_inputs_and_weights(x, w, b):
    """You add each weight to its input, so that an input of 0 still contributes its weight."""
    return np.sum(w + x) + b


@kata.misconception(title="returns a step of the sum")
def applies_a_step(x, w, b):
    """You return 1 or 0, according to the sign of the sum. That is an activation; here the sum itself is asked for."""
    return float(w @ x + b > 0)


@kata.misconception
def applies_the_sigmoid(x, w, b):
    """You return the sigmoid of the sum. That is an activation; here the sum itself is asked for."""
    return 1 / (1 + np.exp(-np.clip(w @ x + b, -500, 500)))


@kata.misconception(convention="texts that subtract a threshold", title="subtracts the bias")
def subtracts_the_bias(x, w, b):
    """You subtract the last argument, as one does with a threshold. Here it is a bias."""
    return w @ x - b


@kata.misconception
def starts_with_the_first_product(x, w, b):
    """You read the first input before you add the others, and fail if there are no inputs."""
    return w[0] * x[0] + w[1:] @ x[1:] + b

"""Properties of every right count of parameters, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st


def weights(sizes):
    """The right number of weights."""
    return int(np.sum(sizes[:-1] * sizes[1:]))


def biases(sizes):
    """The right number of biases."""
    return int(np.sum(sizes[1:]))


kata = Kata("dense_param_count(sizes: i8(m), bias: b1) -> i8", m=st.integers(2, 5),
            sizes=st.arrays(arg("m"), elements=st.integers(1, 9), dtype=int))
kata.domain(m=arg.size(1, 100), sizes=arg.whole(1, 50_000), bias=arg.choice(False, True))
kata.hints(
    "Draw a network with 3 inputs and 4 units, and one line for each weight. How many lines are there?",
    "How many biases does a layer of 4 units have? Do the inputs have any?",
    "Handle one layer at a time: its size times the size before it, plus its own size if there are biases.",
)

kata.contract(points=1)
kata.agreement(points=8)
kata.edge("Without a layer there are no parameters.", points=1, m=1,
          hint="How often does your loop run if there is only one size?")
kata.edge("Counts beyond the range of 32 bits are right as well.", points=0, m=st.integers(2, 4),
          hint="Which integer type do you use?",
          sizes=st.arrays(arg("m"), elements=st.sampled_from([49_999, 46_341, 50_000]), dtype=int))
kata.example("256 inputs, 100 units and 26 units have 25,600 + 100 + 2,600 + 26 = 28,326 parameters.",
             expected=28_326, sizes=np.array([256, 100, 26]), bias=True)
kata.example("16 units on 36 inputs have 576 weights.", expected=576, sizes=np.array([36, 16]), bias=False)
kata.example("16 units on 36 inputs have 592 parameters with biases.",
             expected=592, sizes=np.array([36, 16]), bias=True)
kata.example("1000 units on 4096 inputs have 4,096,000 weights.",
             expected=4_096_000, sizes=np.array([4096, 1000]), bias=False)
kata.example("1000 units on 4096 inputs have 4,097,000 parameters with biases.",
             expected=4_097_000, sizes=np.array([4096, 1000]), bias=True)
kata.example("4, 4 and 1 units on 3 inputs have 41 parameters.",
             expected=41, sizes=np.array([3, 4, 4, 1]), bias=True)

kata.equivalent("dense_param_count_numpy: add [::-1] in sizes[1:] #2", reason="a sum of integers has no order")


@kata.property(points=0)
def adds_up_over_the_layers(dense_param_count, sizes, bias):
    """A network has as many parameters as its first layer and the rest of the network together."""
    same(dense_param_count(sizes, bias), dense_param_count(sizes[:2], bias) + dense_param_count(sizes[1:], bias))


@kata.property(points=0)
def has_one_bias_for_each_unit(dense_param_count, sizes):
    """The biases add one parameter for each unit, not counting the inputs."""
    same(dense_param_count(sizes, True) - dense_param_count(sizes, False), biases(sizes))


@kata.property(points=0)
def has_as_many_weights_backwards(dense_param_count, sizes):
    """Without biases the network in reverse order has as many parameters."""
    same(dense_param_count(sizes[::-1].copy(), False), dense_param_count(sizes, False))


@kata.misconception
def never_counts_the_biases(sizes, bias):
    """You count the weights only, even if the units have biases."""
    return weights(sizes)


@kata.misconception
def always_counts_the_biases(sizes, bias):
    """You always count the biases. The units may have none."""
    return weights(sizes) + biases(sizes)


@kata.misconception
def gives_the_inputs_biases(sizes, bias):
    """You count a bias for every input as well. Inputs have no bias."""
    return weights(sizes) + (int(np.sum(sizes)) if bias else 0)


@kata.misconception(title="counts the biases of the layer before")
def counts_the_biases_of_the_layer_before(sizes, bias):
    """You count a bias for each unit of the layer before, so that the inputs have biases and the outputs have none."""
    return weights(sizes) + (int(np.sum(sizes[:-1])) if bias else 0)


@kata.misconception
def counts_one_bias_for_each_layer(sizes, bias):
    """You count one bias for each layer. Every unit of the layer has its own."""
    return weights(sizes) + (len(sizes) - 1 if bias else 0)


@kata.misconception
def multiplies_all_sizes(sizes, bias):
    """You multiply all sizes by each other. Only neighbouring layers are connected, and their counts are added up."""
    return int(np.prod(sizes)) + (biases(sizes) if bias else 0)


@kata.misconception
def adds_the_sizes_of_both_layers(sizes, bias):
    """You add the sizes of two connected layers. Every unit of one has a weight for every unit of the other."""
    return int(np.sum(sizes[:-1] + sizes[1:])) + (biases(sizes) if bias else 0)


@kata.misconception(title="counts the units")
def counts_the_units(sizes, bias):
    """You count the units. Each of them has many weights."""
    return biases(sizes)


@kata.misconception(title="counts the last layer only")
def returns_the_last_layer(sizes, bias):
    """You return the parameters of the last layer. Perhaps your loop overwrites the count instead of adding to it."""
    return weights(sizes[-2:]) + (biases(sizes[-2:]) if bias else 0)


@kata.misconception(title="fails without a layer")
def starts_with_the_second_size(sizes, bias):
    """You read the second size without checking that there is one. With a single size there is no layer."""
    first = sizes[0] * sizes[1]
    return int(first) + weights(sizes[1:]) + (biases(sizes) if bias else 0)

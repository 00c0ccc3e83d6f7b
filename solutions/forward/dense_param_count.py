"""The number of parameters of a dense network.

Source: Stanford's CS231n, notes "Neural Networks Part 1", section "Layer-wise organization".
"""

from itertools import pairwise

import numpy as np


def dense_param_count(sizes: np.ndarray, bias: bool) -> int:
    """The products of neighbouring sizes, and the sizes of all layers but the inputs.

    Shapes: ``i8(m),b1->i8``; m >= 1.
    """
    n = sizes.tolist()
    return sum((before + bool(bias)) * units for before, units in pairwise(n))


def dense_param_count_numpy(sizes: np.ndarray, bias: bool) -> int:
    """Shift the sizes by one against themselves: each layer meets the layer before it."""
    weights = np.sum(sizes[:-1] * sizes[1:])
    return weights + np.sum(sizes[1:]) if bias else weights


def dense_param_count_of_a_constant_input(sizes: np.ndarray, bias: bool) -> int:
    """The same with the biases as weights of one more unit in every layer, which is always 1."""
    return np.dot(sizes[:-1] + (1 if bias else 0), sizes[1:])


def dense_param_count_loop(sizes: np.ndarray, bias: bool) -> int:
    """The same, one layer after the other."""
    count = 0
    for i in range(1, len(sizes)):
        count += int(sizes[i - 1]) * int(sizes[i])
        if bias:
            count += int(sizes[i])
    return count

r"""
# Parameters of a dense network

Builds on `dense_forward`.

The size of a network is often given as the number of its parameters, the numbers that training adjusts. In a dense
network every unit has one weight for each unit of the layer before it, and usually one bias. For the layer sizes
$n_0, \dots, n_L$, the first of which is the number of inputs, there are

$$\sum_{l=1}^{L} (n_{l-1}\, n_l + n_l)$$

parameters with biases. Without biases, only the products $n_{l-1}\, n_l$ are added up.

## Conventions

* `sizes` is an integer array (int64) of shape `(m,)`: the number of inputs, and then the number of units of each layer.
* `bias` is a Boolean: whether the units have biases. The inputs have none.
* Input: `m` is from 1 to 100; `sizes` holds whole numbers from 1 to 50000; `bias` is False or True.
* The result is an integer. It may exceed the range of 32 bits.
* With a single size there is no layer, and the result is 0.
* The arguments are not changed.
* Keras's `Dense` and PyTorch's `Linear` have biases by default. Some counts in the literature include them and others
  do not: a layer of 1000 units on 4096 inputs has 4,096,000 weights, and 4,097,000 parameters.

## Example

The weights are 3 · 4 + 4 · 2 = 20, and the biases are 4 + 2 = 6:

    >>> dense_param_count(np.array([3, 4, 2]), True)
    26
    >>> dense_param_count(np.array([3, 4, 2]), False)
    20

## Source

Stanford's CS231n, notes "Neural Networks Part 1", section "Layer-wise organization".
"""

import numpy as np


def dense_param_count(sizes, bias):
    """Return the number of weights, and of biases if there are any, of a dense network."""
    raise NotImplementedError

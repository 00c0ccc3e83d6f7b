r"""
# Forward through a graph

A network is a graph of simple operations. The forward pass computes the value of each operation after those of its
inputs, and keeps all values, because backpropagation needs them later. This kata computes the graph of (x + y) z, which
has two operations:

$$q = x + y, \qquad f = q\,z$$

```
x ---+
     (+)--- q ---+
y ---+           (*)--- f
z ---------------+
```

## Conventions

* `x`, `y` and `z` are floats, the inputs of the graph.
* Input: `x`, `y` and `z` are from -1000 to 1000.
* The result is a float array (float64) of shape `(2,)`: the values q and f, in the order of the computation.
* The sum comes first: f is (x + y) z, and not x + y z.
* Any input may be 0, and so may the sum.

## Example

The sum is -2 + 5 = 3, and the product 3 · (-4) = -12:

    >>> graph_forward(-2.0, 5.0, -4.0)
    array([  3., -12.])

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 6.5.1; the graph and its numbers
are those of Stanford's CS231n, notes "Optimization 2", section "Compound expressions with chain rule".
"""

import numpy as np


def graph_forward(x, y, z):
    """Return q = x + y and f = q z, as an array of shape (2,)."""
    raise NotImplementedError

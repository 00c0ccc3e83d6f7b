r"""
# Back through a graph

Builds on `graph_forward` and `chain_rule_compose`.

Backpropagation walks a graph of operations from its end to its beginning. Each operation receives the gradient of the
loss with respect to its result, the *upstream gradient*, and multiplies it by its own derivative. (Where a value is
used twice, gradients add up: `multi_path_chain`.) The smallest graph with two operations:

$$q = x + y, \qquad f = q\,z.$$

The gradient $g = \partial L / \partial f$ of some loss has arrived; pass it on:

$$\frac{\partial L}{\partial x} = g\,\frac{\partial f}{\partial q}\,\frac{\partial q}{\partial x}, \qquad
\frac{\partial L}{\partial y} = g\,\frac{\partial f}{\partial q}\,\frac{\partial q}{\partial y}, \qquad
\frac{\partial L}{\partial z} = g\,\frac{\partial f}{\partial z}.$$

Values go forward, gradients come back:

```
x ---+
     (+)--- q ---+
y ---+           (*)--- f <--- g
z ---------------+
```

## Conventions

* Input: `x`, `y`, `z` and `g` are from -3000 to 3000.
* Return the three derivatives of L in the order x, y, z: a float array of shape `(3,)`, or a list or tuple of three
  numbers. Do not return a step against them.
* Each number must lie within 1e-12 + 1e-9·|v| of the exact value v. Finite differences are not accurate enough.
* Any argument may be 0, and so may `x + y`: do not divide by them. A `g` of 0 is an ordinary gradient, not a missing
  one.

## Example

With q = -2 + 5 = 3 and z = -4:

    >>> graph_backward(-2.0, 5.0, -4.0, 1.0)
    array([-4., -4.,  3.])
    >>> graph_backward(-2.0, 5.0, -4.0, 0.5)
    array([-2. , -2. ,  1.5])

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 6.5.2; the graph and its
numbers are those of Stanford's CS231n, notes "Optimization 2", section "Compound expressions with chain rule".
"""

import numpy as np


def graph_backward(x, y, z, g):
    """Return g times the derivatives of (x + y) z with respect to x, y and z, as an array of shape (3,)."""
    raise NotImplementedError

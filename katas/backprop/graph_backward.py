r"""
# Back through a graph

Builds on `chain_rule_compose`.

Backpropagation needs no more than this: walk a graph of small operations from its end to its beginning, and at each
of them multiply what comes in from above by the operation's own derivative. Here is the smallest graph with two
operations, an addition and then a product:

$$q = x + y, \qquad f = q\,z.$$

Some loss $L$ depends on $f$, and its gradient $g = \partial L / \partial f$ has already arrived. Pass it on:

$$\frac{\partial L}{\partial x} = g\,\frac{\partial f}{\partial q}\,\frac{\partial q}{\partial x}, \qquad
\frac{\partial L}{\partial y} = g\,\frac{\partial f}{\partial q}\,\frac{\partial q}{\partial y}, \qquad
\frac{\partial L}{\partial z} = g\,\frac{\partial f}{\partial z}.$$

As a picture, values going forward and gradients going back:

```
x ---+
     (+)--- q ---+
y ---+           (*)--- f      g = dL/df comes back from here
z ---------------+
```

## Conventions

* Input: `x`, `y`, `z` and `g` are from -3000 to 3000.
* `x`, `y`, `z` and `g` are floats of any sign.
* Each of them may be 0, and `x + y` may be 0: nothing may be divided by them. A `g` of 0 is a gradient like any
  other, and not a missing one.
* The result holds the three derivatives in the order x, y, z, each of them times `g`: a float array of shape
  `(3,)`, or a list or tuple of three numbers. Each number may be off by 1e-12 plus 1e-9 of its size.
* It is the gradient itself that is asked for, not a step against it.
* Finite differences over a small step are not accurate enough: work the derivatives out.

## Example

First q = -2 + 5 = 3 and z = -4 with a gradient of 1 from above, and then half of that gradient:

    >>> graph_backward(-2.0, 5.0, -4.0, 1.0)
    array([-4.0, -4.0, 3.0])
    >>> graph_backward(-2.0, 5.0, -4.0, 0.5)
    array([-2.0, -2.0, 1.5])

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 6.5.2; the graph and its
numbers are those of Stanford's CS231n, notes "Optimization 2", section "Compound expressions with chain rule".
"""

import numpy as np


def graph_backward(x, y, z, g):
    """Return the derivatives of (x + y) z with respect to x, y and z, each times g, as an array of shape (3,)."""
    raise NotImplementedError

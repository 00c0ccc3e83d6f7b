r"""
# The sigmoid by the chain rule

Builds on `chain_rule_compose` and `quotient_rule`.

Backpropagation takes a formula apart into small steps, differentiates each by itself, and multiplies the results. The
sigmoid $f = 1 / (1 + e^{-x})$ has three steps:

$$p = -x, \qquad q = 1 + e^p, \qquad f = \frac{1}{q}$$

$$\frac{df}{dq} = -\frac{1}{q^2}, \qquad \frac{dq}{dp} = e^p, \qquad \frac{dp}{dx} = -1, \qquad
\frac{df}{dx} = \frac{df}{dq} \times \frac{dq}{dp} \times \frac{dp}{dx}$$

Each local derivative is taken at the value that its step receives: df/dq at q, not at x.

## Conventions

* Input: `x` is from -700 to 700.
* The result is a tuple of four floats: df/dq, dq/dp, dp/dx, and their product df/dx. The last is the slope of the
  sigmoid, which is also f(1 − f): it lies between 0 and a quarter.
* All four are finite: at -700, q is about 1e304, and df/dq is 0. (`math.exp(700.0) ** 2` raises OverflowError.)

## Example

At 0 the steps have the values p = 0, q = 2 and f = 1/2:

    >>> sigmoid_by_chain(0.0)
    (-0.25, 1.0, -1.0, 0.25)

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 6.5.2.
"""

import numpy as np


def sigmoid_by_chain(x):
    """Return df/dq, dq/dp, dp/dx and df/dx of the sigmoid at `x`."""
    raise NotImplementedError

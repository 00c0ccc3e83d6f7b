r"""
# The sigmoid by the chain rule

Builds on `chain_rule_compose` and `quotient_rule`.

Backpropagation splits a formula into small steps, differentiates each step by itself, and multiplies the results. The
sigmoid $f = 1 / (1 + e^{-x})$ has three steps:

$$p = -x, \qquad q = 1 + e^p, \qquad f = \frac{1}{q}$$

$$\frac{df}{dq} = -\frac{1}{q^2}, \qquad \frac{dq}{dp} = e^p, \qquad \frac{dp}{dx} = -1, \qquad
\frac{df}{dx} = \frac{df}{dq} \times \frac{dq}{dp} \times \frac{dp}{dx}$$

Each local derivative is evaluated at the input of its own step: df/dq at q, not at x.

## Conventions

* `x` is a float, the input of the sigmoid.
* Input: `x` is from -700 to 700.
* The result is a tuple of four floats: df/dq, dq/dp, dp/dx, and their product df/dx. The last is the slope of the
  sigmoid. It equals f(1 − f) and lies between 0 and 1/4.
* All four are finite. At -700, q is about 1e304: its square overflows (`math.exp(700.0) ** 2` raises OverflowError),
  and df/dq rounds to 0. Then df/dx, which is about 1e-304, may be 0 as well.

## Example

At x = 0, p is 0, q is 2 and f is 1/2:

    >>> sigmoid_by_chain(0.0)
    (-0.25, 1.0, -1.0, 0.25)

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 6.5.2.
"""

import numpy as np


def sigmoid_by_chain(x):
    """Return df/dq, dq/dp, dp/dx and df/dx of the sigmoid at `x`."""
    raise NotImplementedError

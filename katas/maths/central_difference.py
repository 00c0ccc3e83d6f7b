r"""
# The central difference

Builds on `secant_slope`.

How steep is the graph of a function at x, if the function can be called but its formula is not known? Take two
points of the graph, one on each side and equally far away, and compute the slope of the secant through both. This is
how the gradients of a network are checked.

$$f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(x)}{h} \approx \frac{f(x + h) - f(x - h)}{2h}$$

In the limit the step h tends to 0, and x stays the same. Without the limit, the first quotient (the forward difference)
has an error proportional to h. In the second one, the central difference, this error cancels, and the remaining error
is proportional to the square of h.

## Conventions

* `x` is a float, the point at which the slope is approximated; `h` is a float, the step to each side.
* Input: `f` is a function of a number, or of an array entry by entry; `x` is from -5 to 5; `h` is from 0.01 to 1.
* The result is a float, the quotient for exactly this `h`, not the derivative itself. It must lie within
  1e-6 + 1e-9·|v| of the exact quotient v.
* In practice h is about 1e-5. With a much smaller h, the difference of two almost equal numbers loses its digits.

## Example

With h = 0.5, for x² at 3 it is (3.5² − 2.5²) / 1, which equals the derivative. For x³ at 1 it is (1.5³ − 0.5³) / 1, and
the derivative is 3:

    >>> central_difference(lambda x: x**2, 3.0, 0.5)
    6.0
    >>> central_difference(lambda x: x**3, 1.0, 0.5)
    3.25

## Source

W. H. Press, S. A. Teukolsky, W. T. Vetterling and B. P. Flannery, "Numerical Recipes", 3rd edition, Cambridge
University Press 2007, section 5.7.
"""

import numpy as np


def central_difference(f, x, h):
    """Return the central difference quotient of the function `f` at `x` with the step `h`."""
    raise NotImplementedError

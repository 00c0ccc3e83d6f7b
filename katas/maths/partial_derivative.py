r"""
# The partial derivative

Builds on `central_difference`.

A loss depends on thousands of weights. How fast does it change if one weight changes and all others stay the same? The
answer is a partial derivative, and the partial derivatives for all weights form the gradient. With all other variables
held constant, f is a function of one number, and the central difference approximates its slope:

$$\frac{\partial f}{\partial x_i} \approx
\frac{f(x_1, \dots, x_i + h, \dots, x_d) - f(x_1, \dots, x_i - h, \dots, x_d)}{2h}$$

## Conventions

* `f` is called with a float array of shape `(d,)` and returns a number.
* `x` is a float array (float64) of shape `(d,)`: the point at which the derivative is approximated.
* `i` is an integer, the index of the variable that changes; the first has the index 0.
* `h` is a float, the step to each side.
* Input: `d` is from 1 to 5; `f` is a function of a vector; `x` holds numbers from -5 to 5; `i` is from 0 to d-1; `h` is
  from 0.01 to 1.
* The result is a float, the quotient for exactly this `h`. It must lie within 1e-6 + 1e-9·|v| of the exact quotient v.
* The arguments are not changed. (`y = x` does not make a copy.)

## Example

Let f(x, y) = x⁴y, with the partial derivatives 4x³y and x⁴. At (2, 3) with a step of 0.5, the quotient along y is
(16 × 3.5 − 16 × 2.5) / 1 = 16, which equals the derivative. Along x it is (2.5⁴ − 1.5⁴) × 3 / 1 = 34 × 3, and the
derivative is 96:

    >>> partial_derivative(lambda v: v[0]**4 * v[1], np.array([2.0, 3.0]), 1, 0.5)
    16.0
    >>> partial_derivative(lambda v: v[0]**4 * v[1], np.array([2.0, 3.0]), 0, 0.5)
    102.0

## Source

M. P. Deisenroth, A. A. Faisal and C. S. Ong, "Mathematics for Machine Learning", Cambridge University Press 2020,
section 5.2, definition 5.5.
"""

import numpy as np


def partial_derivative(f, x, i, h):
    """Return the central difference quotient of `f` at `x` along the axis `i`."""
    raise NotImplementedError

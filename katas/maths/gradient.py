r"""
# The gradient

Builds on `partial_derivative` and `power_rule`.

The gradient is the vector of the partial derivatives. It points in the direction in which the function grows fastest,
so gradient descent moves in the opposite direction. Here the function is a sum of terms in two variables:

$$f(x, y) = \sum_{i} c_i\,x^{a_i} y^{b_i}, \qquad
\nabla f = \left[ \sum_i c_i\,a_i\,x^{a_i - 1} y^{b_i},\ \sum_i c_i\,b_i\,x^{a_i} y^{b_i - 1} \right]$$

The first component treats y as a constant; the second treats x as a constant.

## Conventions

* `c` is a float array (float64) of shape `(k,)`: the coefficients of the terms.
* `a` and `b` are integer arrays (int64) of shape `(k,)`: the exponents of x and of y.
* `x` and `y` are floats, the coordinates of the point.
* Input: `k` is from 0 to 200; `c` holds numbers from -100 to 100; `a` and `b` hold whole numbers from 0 to 5; `x` and
  `y` are from -3 to 3.
* The result is a float array (float64) of shape `(2,)`: first the derivative with respect to x, then that with respect
  to y. A component v must be correct within 1e-6 + 1e-9·|v|.
* A term without x adds nothing to the first component, and a term without y adds nothing to the second. This holds at
  x = 0 and y = 0 as well, where the formula contains 0⁻¹, which is undefined.
* x⁰ and y⁰ are 1, also at 0. Without terms the gradient is zero.
* The arguments are not changed.

## Example

For x⁴y the gradient is (4x³y, x⁴), and for 2x² + 4y it is (4x, 4). At (2, 3):

    >>> gradient(np.array([1.0]), np.array([4]), np.array([1]), 2.0, 3.0)
    array([96., 16.])
    >>> gradient(np.array([2.0, 4.0]), np.array([2, 0]), np.array([0, 1]), 2.0, 3.0)
    array([8., 4.])

## Source

M. P. Deisenroth, A. A. Faisal and C. S. Ong, "Mathematics for Machine Learning", Cambridge University Press 2020,
section 5.2, definition 5.5.
"""

import numpy as np


def gradient(c, a, b, x, y):
    """Return the gradient of the sum of `c * x**a * y**b` at the point (x, y)."""
    raise NotImplementedError

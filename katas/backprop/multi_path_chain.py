r"""
# All paths of the chain rule

Builds on `graph_backward`.

An input or hidden activation $x_j$ often reaches the loss on several paths: it feeds several units $N_i$ of the next
layer, and each of them affects the loss. Multiply the derivatives along each path, and add up the paths:

$$\partial L / \partial x_j = \sum_i g_i\,A_{ij}, \qquad
g_i = \partial L / \partial N_i, \qquad A_{ij} = \partial N_i / \partial x_j.$$

```
        A[0,j]       g[0]
      +-------- N_0 --------+
x_j --+                     +-- L
      +-------- N_1 --------+
        A[1,j]       g[1]
```

## Conventions

* Input: `h` is from 0 to 1200; `d` is from 1 to 1200; `A` and `g` hold numbers from -100 to 100.
* `A` is the Jacobian of N with respect to x, a float array (float64) of shape `(h, d)`: one row for each of h units,
  one column for each input. (This is numerator layout; denominator layout uses the transpose.)
* `g` is a float array (float64) of shape `(h,)`, the gradient of the loss with respect to the units. Indices start
  at 0.
* Return the vector-Jacobian product $A^T g$ as a float array of shape `(d,)`; a list or tuple of d numbers is
  accepted. Add the paths, do not average them.
* If there is no path (h = 0), return d zeros. `A` then has shape `(0, d)`.
* Each entry must lie within 1e-12 + 1e-9·|v| of the exact value v.
* Do not modify the arguments.

## Example

Two paths to each of three inputs, and no path at all:

    >>> A = np.array([[1.0, 2.0, 0.5], [3.0, -1.0, 0.0]])
    >>> multi_path_chain(A, np.array([2.0, -1.0]))
    array([-1.,  5.,  1.])
    >>> multi_path_chain(np.zeros((0, 3)), np.zeros(0))
    array([0., 0., 0.])

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 6.5.2.
"""

import numpy as np


def multi_path_chain(A, g):
    """Return the derivative of the loss with respect to each x_j, over all paths, as an array of shape (d,)."""
    raise NotImplementedError

r"""
# All paths of the chain rule

Builds on `graph_backward`.

A weight often reaches the loss on several paths: it feeds several hidden units, and each of them feeds the loss.
Along one path the derivatives multiply, and what comes through the different paths is added up:

$$\frac{\partial L}{\partial x_j} = \sum_{i=0}^{h-1} \frac{\partial L}{\partial N_i}\,
\frac{\partial N_i}{\partial x_j} = \sum_{i=0}^{h-1} g_i\,A_{ij}.$$

Each unit $N_i$ is on its own path from $x_j$ to $L$:

```
        A[0,j]       g[0]
      +-------- N_0 --------+
x_j --+                     +-- L
      +-------- N_1 --------+
        A[1,j]       g[1]
```

## Conventions

* Input: `h` is from 0 to 1200; `d` is from 1 to 1200; `A` and `g` hold numbers from -100 to 100.
* `A` is a float array (float64) of shape `(h, d)`, one row for each of h units: `A[i, j]` is the derivative of unit
  i with respect to x_j. (Some texts put the inputs into the rows; this kata does not.)
* `g` is a float array (float64) of shape `(h,)`: `g[i]` is the derivative of the loss with respect to unit i.
  All counts begin at 0.
* Without any path, h = 0, the loss does not depend on x: the answer is d zeros. The shape of `A`
  is `(0, d)` then, so that d can be read off it.
* Paths may cancel each other.
* The result holds one derivative for each x_j, sums over all paths and not means: a float array of shape `(d,)`, or
  a list or tuple of d numbers. Each number may be off by 1e-12 plus 1e-9 of its size.
* The arguments are not changed.

## Example

Two paths to each of three inputs, and then no path at all:

    >>> A = np.array([[1.0, 2.0, 0.5], [3.0, -1.0, 0.0]])
    >>> multi_path_chain(A, np.array([2.0, -1.0]))
    array([-1.0, 5.0, 1.0])
    >>> multi_path_chain(np.zeros((0, 3)), np.zeros(0))
    array([0.0, 0.0, 0.0])

The product rule is the chain rule along two paths. For f = sin(x) x² at x = 2, take N = (sin x, x²), h = 2
and d = 1: then `A` is the column (cos 2, 4), g = (x², sin x) = (4, sin 2), and the result is 4 cos 2 + 4 sin 2.

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 6.5.2.
"""

import numpy as np


def multi_path_chain(A, g):
    """Return the derivative of the loss with respect to each x_j, over all paths, as an array of shape (d,)."""
    raise NotImplementedError

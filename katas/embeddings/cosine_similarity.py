r"""
# Cosine similarity

Builds on `vector_magnitude` and `unit_vector`.

Vectors that represent words or images are compared by their directions: two are similar if they point the same way,
however long they are. The cosine of the angle between them measures this. It is 1 for the same direction, 0 for a right
angle, and -1 for opposite directions:

$$\cos(u, v) = \frac{u \cdot v}{\|u\|\, \|v\|}$$

## Conventions

* `u` is a float array (float64) of shape `(d,)`: the first vector.
* `v` is a float array (float64) of shape `(d,)`: the second vector.
* Input: `d` is from 1 to 2000; `u` and `v` hold numbers from -1e200 to 1e200.
* The result is a float, the dot product divided by the product of the two lengths.
* If one of the vectors is zero, or both are, the result is 0, as in scikit-learn.
* The lengths do not matter, even where squares overflow to inf or underflow to 0. (PyTorch's `cosine_similarity`
  replaces lengths below its `eps`, 1e-8, by `eps`.)
* Rounding errors may bring the result slightly outside [-1, 1], by about 1e-16. The result need not be clipped.
* The arguments are not changed.

## Example

The dot product is 4, and the lengths are 5 and 1. So the cosine is 4/5:

    >>> cosine_similarity(np.array([3.0, 4.0]), np.array([0.0, 1.0]))
    0.8

## Source

C. Manning, P. Raghavan and H. Schütze, "Introduction to Information Retrieval", Cambridge University Press 2008,
section 6.3.1.
"""

import numpy as np


def cosine_similarity(u, v):
    """Return the cosine of the angle between `u` and `v`."""
    raise NotImplementedError

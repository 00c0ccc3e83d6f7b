r"""
# Cosine similarity

Builds on `vector_magnitude` and `unit_vector`.

Vectors that stand for words or images are compared by their directions: two are similar if they point the same way,
however long they are. The cosine of the angle between them says so in one number, 1 for the same direction, 0 for a
right angle, -1 for opposite directions:

$$\cos(u, v) = \frac{u \cdot v}{\|u\|\, \|v\|}$$

## Conventions

* `u` is a float array (float64) of shape `(d,)`, a vector.
* `v` is a float array (float64) of shape `(d,)`, another one.
* Input: `d` is from 1 to 2000; `u` and `v` hold numbers from -1e200 to 1e200.
* The result is a float, the dot product divided by the product of both lengths.
* If one of the vectors is zero, the result is 0, as in scikit-learn. (SciPy's `cosine`, a distance, is not defined
  there.)
* The scale does not matter, not even for vectors whose squares overflow to inf or vanish to 0. (PyTorch's
  `cosine_similarity` replaces small lengths by its `eps`, 1e-8.)
* By rounding the result may lie beyond ±1, by some 1e-16. Whoever takes its arc cosine clips it first.
* The arguments are not changed.

## Example

The dot product is 4, and the lengths are 5 and 1:

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

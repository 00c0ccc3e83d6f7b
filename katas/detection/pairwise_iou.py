r"""
# IoU of every pair of boxes

Builds on `iou`.

A detector proposes n boxes, an image has m labelled ones: who matches whom? The table of all scores, intersection
over union, answers that, and evaluation and training begin with it:

$$S_{ij} = \mathrm{IoU}(a_i, b_j) = \frac{|a_i \cap b_j|}{|a_i \cup b_j|}, \qquad
|a_i \cup b_j| = |a_i| + |b_j| - |a_i \cap b_j|.$$

## Conventions

* Input: `n` and `m` are from 1 to 400; `a` and `b` hold boxes [x1, y1, x2, y2] with x1 <= x2, y1 <= y2 and sides of
  up to 1000.
* `a` has shape `(n, 4)` and `b` has shape `(m, 4)`. A row is a box, given by two corners.
* The result is a float array of shape `(n, m)`, or n rows of m numbers: row i belongs to `a[i]`, column j to
  `b[j]`. Scores are between 0 and 1. Each number may be off by 1e-12 plus 1e-9 of its size.
* Coordinates are continuous lengths, not pixel numbers: a box has the area `(x2 - x1) * (y2 - y1)`.
* Boxes that only touch, at an edge or a corner, share no area: they score 0.
* A box may have no area. It shares none with any other, so it scores 0; two boxes without area score 0 as well,
  even if they are the same. There is no NaN in the table. A warning does not matter.
* Both arguments are float arrays (float64). Coordinates may be negative. Sides that are not 0 are 1e-5 to 1e3
  long; boxes with tiny sides lie near the origin, at most 1000 sides away.
* The arguments are not changed, and `b` may be the same array as `a`. With n = m the table need not be symmetric.
* Loops are allowed. In NumPy the whole table can also be computed at once.

## Example

Two boxes against three: `a[0]` shares one of seven unit squares with `b[0]` and is equal to `b[1]`, and `b[2]` is
one half of `a[1]`:

    >>> a = np.array([[0.0, 0.0, 2.0, 2.0], [4.0, 4.0, 6.0, 8.0]])
    >>> b = np.array([[1.0, 1.0, 3.0, 3.0], [0.0, 0.0, 2.0, 2.0], [4.0, 5.0, 6.0, 7.0]])
    >>> pairwise_iou(a, b)
    array([[0.14285714285714285, 1.0, 0.0], [0.0, 0.0, 0.5]])

## Source

P. Jaccard, "The distribution of the flora in the alpine zone", New Phytologist 11 (1912), p. 39; as the
overlap of boxes: M. Everingham et al., "The PASCAL Visual Object Classes Challenge", IJCV 88 (2010), section 4.2.
"""

import numpy as np


def pairwise_iou(a, b):
    """Score every box of `a` against every box of `b`, as an array of shape (n, m)."""
    raise NotImplementedError

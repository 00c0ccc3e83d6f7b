r"""
# Intersection over union

How well does one box match another? Divide the area that they share by the area that they cover together:

$$\mathrm{IoU}(A, B) = \frac{|A \cap B|}{|A \cup B|}, \qquad |A \cup B| = |A| + |B| - |A \cap B|.$$

A box is an array `(x1, y1, x2, y2)` of two corners with `x1 <= x2` and `y1 <= y2`.

## Conventions

* Input: `a` and `b` hold boxes [x1, y1, x2, y2] with x1 <= x2, y1 <= y2 and sides of up to 1000.
* Coordinates are continuous lengths, not pixel numbers: a box has the area `(x2 - x1) * (y2 - y1)`.
* Boxes that only touch, at an edge or a corner, share no area: they score 0.
* A box may have no area. A box without area shares none with any other, so it scores 0; two boxes without
  area score 0 as well, even if they are the same.
* `a` and `b` are float arrays (float64) of shape `(4,)`. Coordinates may be negative; boxes may be as small
  as 1e-5. The arguments are not changed.
* The result is the score itself, one number between 0 and 1. It may be off by 1e-12 plus 1e-9 of its size.
  Calling a detection right at 0.5 or more is a later decision and not part of the score.

## Example

The first two boxes share one of seven unit squares:

    >>> iou(np.array([0.0, 0.0, 2.0, 2.0]), np.array([1.0, 1.0, 3.0, 3.0]))
    0.14285714285714285
    >>> iou(np.array([0.0, 0.0, 2.0, 2.0]), np.array([5.0, 5.0, 6.0, 6.0]))
    0.0

## Source

P. Jaccard, "The distribution of the flora in the alpine zone", New Phytologist 11 (1912), p. 39; as the
overlap of boxes: M. Everingham et al., "The PASCAL Visual Object Classes Challenge", IJCV 88 (2010), section 4.2.
"""

import numpy as np


def iou(a, b):
    """Score how well box `a` matches box `b`, as one number from 0 to 1."""
    raise NotImplementedError

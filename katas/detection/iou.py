r"""
# Intersection over union

How well does one box match another? Divide the area that they share by the area that they cover together. Detectors
are judged by this score, and duplicate detections are removed with it:

$$\mathrm{IoU}(A, B) = \frac{|A \cap B|}{|A \cup B|}, \qquad |A \cup B| = |A| + |B| - |A \cap B|.$$

A box is an array `(x1, y1, x2, y2)` of two opposite corners. (Whether y grows up or down makes no difference.)

## Conventions

* Input: `a` and `b` hold boxes [x1, y1, x2, y2] with x1 <= x2, y1 <= y2 and sides of up to 1000.
* `a` and `b` are float arrays (float64) of shape `(4,)`. Coordinates may be negative; sides may be as short as 1e-5.
* Coordinates are continuous lengths: a box has the area `(x2 - x1) * (y2 - y1)`. (PASCAL VOC counts pixels instead,
  and adds 1 to each side.)
* Boxes that only touch share no area: they score 0.
* A box may have no area. For two such boxes the ratio is 0/0; here the score is 0 by convention, even for identical
  boxes.
* Return the score itself, one number from 0 to 1. Do not apply a threshold such as 0.5. It must lie within
  1e-12 + 1e-9·|v| of the exact value v. Do not modify the arguments.

## Example

The first two boxes share one of seven unit squares:

    >>> iou(np.array([0.0, 0.0, 2.0, 2.0]), np.array([1.0, 1.0, 3.0, 3.0]))
    0.14285714285714285
    >>> iou(np.array([0.0, 0.0, 2.0, 2.0]), np.array([5.0, 5.0, 6.0, 6.0]))
    0.0

## Source

P. Jaccard, "The distribution of the flora in the alpine zone", New Phytologist 11 (1912); as the overlap of boxes:
M. Everingham et al., "The PASCAL Visual Object Classes (VOC) Challenge", IJCV 88 (2010), section 4.2.
"""

import numpy as np


def iou(a, b):
    """Score how well box `a` matches box `b`, as one number from 0 to 1."""
    raise NotImplementedError

r"""
# Non-maximum suppression

Builds on `iou`.

A detector finds one object many times over. Keep the box that it is surest of, drop every box that overlaps
that one too much, and go on with what is left:

$$\text{keep } m = \arg\max_{i \in R} s_i, \qquad
R \leftarrow \{\, i \in R \setminus \{m\} : \mathrm{IoU}(b_i, b_m) \le t_{\mathrm{IoU}} \,\},$$

until $R$, which begins as all boxes with $s_i > t_s$, is empty.

## Conventions

* Input: `n` is from 0 to 200; `boxes` holds boxes [x1, y1, x2, y2] with x1 <= x2, y1 <= y2 and sides of up to 64,
  in multiples of 0.125; `scores` holds numbers from -1000 to 1000; `score_threshold` is from -1000 to 1000;
  `iou_threshold` is from -2 to 2 in multiples of 0.015625.
* `boxes` is a float array of shape `(n, 4)`, one row a box, with continuous coordinates: the area is
  `(x2 - x1) * (y2 - y1)`. A box without area has an IoU of 0 with every box.
* `scores` is a float array of shape `(n,)`. Without boxes the shapes are `(0, 4)` and `(0,)`.
* A box whose score is *at or below* `score_threshold` is dropped at the start.
* A box is dropped when its IoU with a kept box *exceeds* `iou_threshold`. At the threshold it stays.
  (Many courses drop it there; that is another convention, not the one of this kata.)
* Only kept boxes drop others. A box that was dropped drops nothing.
* Among equal scores the lower index is kept first.
* The result holds the row numbers of the kept boxes as integers (int64), in descending order of score. Without
  boxes, or when none is left, it is empty and still of an integer dtype. A list of integers, or `[]`, is accepted
  as well.
* The inputs are chosen so that rounding never decides: boxes, scores and thresholds are small dyadic numbers
  (such as 0.375), for which `inter > t * union` and `inter / union > t` agree.
* The arguments are not changed.

## Example

The second box overlaps the first by 8 / 10 and is dropped; the third is far away and stays, though its score is
lower:

    >>> boxes = np.array([[0.0, 0.0, 9.0, 1.0], [1.0, 0.0, 10.0, 1.0], [20.0, 0.0, 29.0, 1.0]])
    >>> nms(boxes, np.array([0.9, 0.8, 0.7]), 0.6, 0.5)
    array([0, 2])

## Source

R. Girshick et al., "Rich feature hierarchies for accurate object detection and semantic segmentation",
CVPR 2014, section 2.2; A. Neubeck and L. Van Gool, "Efficient non-maximum suppression", ICPR 2006.
"""

import numpy as np


def nms(boxes, scores, score_threshold, iou_threshold):
    """Return the row numbers of the boxes to keep, in descending order of score."""
    raise NotImplementedError

r"""
# Non-maximum suppression

Builds on `iou`.

A detector finds one object many times. Keep the box with the highest score, drop every other box that overlaps it too
much, and repeat with the rest:

$$\text{keep } m = \arg\max_{i \in R} s_i, \qquad
R \leftarrow \{i \in R \setminus \{m\} : \mathrm{IoU}(b_i, b_m) \le t_\mathrm{IoU}\},$$

until $R$, which begins as all boxes with $s_i > t_s$, is empty.

## Conventions

* Input: `n` is from 0 to 200; `boxes` holds boxes [x1, y1, x2, y2] with x1 <= x2, y1 <= y2 and sides of up to 64,
  in multiples of 0.125; `scores` holds numbers from -1000 to 1000; `score_threshold` is from -1000 to 1000;
  `iou_threshold` is from -2 to 2 in multiples of 0.015625.
* `boxes` has shape `(n, 4)`, and `scores` has shape `(n,)`. All boxes belong to one class. The IoU is that of `iou`:
  continuous coordinates, and 0 for a box without area.
* First drop every box whose score is *at or below* `score_threshold`.
* Drop a box whose IoU with a kept box *exceeds* `iou_threshold`; at the threshold it stays. (Some courses drop it.) A
  negative `iou_threshold` leaves only the best box, because an IoU of 0 exceeds it.
* Only kept boxes drop others.
* Among equal scores, keep the lower index first.
* Return the row numbers of the kept boxes in descending order of score: an array or list of integers. An empty array
  must have an integer dtype too.
* Rounding at the thresholds is not tested. Do not modify the arguments.

## Example

The second box overlaps the first by 8/10 and is dropped; the third is far away:

    >>> boxes = np.array([[0.0, 0.0, 9.0, 1.0], [1.0, 0.0, 10.0, 1.0], [20.0, 0.0, 29.0, 1.0]])
    >>> nms(boxes, np.array([0.9, 0.8, 0.7]), 0.6, 0.5)
    array([0, 2])

## Source

R. Girshick et al., "Rich feature hierarchies for accurate object detection and semantic segmentation", CVPR 2014,
section 2.2.
"""

import numpy as np


def nms(boxes, scores, score_threshold, iou_threshold):
    """Return the row numbers of the boxes to keep, in descending order of score."""
    raise NotImplementedError

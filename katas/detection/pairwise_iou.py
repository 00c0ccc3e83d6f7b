r"""
# IoU of every pair of boxes

Builds on `iou`.

A detector proposes n boxes, and an image has m labelled ones. The table of all intersections over union (IoU) is the
first step of matching them, in evaluation and in training:

$$S_{ij} = \mathrm{IoU}(a_i, b_j) = \frac{|a_i \cap b_j|}{|a_i \cup b_j|}, \qquad
|a_i \cup b_j| = |a_i| + |b_j| - |a_i \cap b_j|.$$

## Conventions

* Input: `n` and `m` are from 1 to 400; `a` and `b` hold boxes [x1, y1, x2, y2] with x1 <= x2, y1 <= y2 and sides of
  up to 1000.
* `a` and `b` have the shapes `(n, 4)` and `(m, 4)`, with one box in each row.
* Return a float array of shape `(n, m)`, or n rows of m numbers: row i for `a[i]`, column j for `b[j]`. Each entry
  must lie within 1e-12 + 1e-9·|v| of the exact value v.
* Scores are those of `iou`: coordinates are continuous and may be negative; the area is `(x2 - x1) * (y2 - y1)`;
  boxes that only touch score 0; a box without area scores 0, even with itself, and never NaN.
* Very small boxes lie close to the origin, so that differences of coordinates keep their digits.
* Do not modify the arguments. `b` may be the same array as `a`.

## Example

`a[0]` shares one of seven unit squares with `b[0]` and is equal to `b[1]`; `b[2]` is one half of `a[1]`:

    >>> a = np.array([[0.0, 0.0, 2.0, 2.0], [4.0, 4.0, 6.0, 8.0]])
    >>> b = np.array([[1.0, 1.0, 3.0, 3.0], [0.0, 0.0, 2.0, 2.0], [4.0, 5.0, 6.0, 7.0]])
    >>> pairwise_iou(a, b)
    array([[0.14285714, 1.        , 0.        ],
           [0.        , 0.        , 0.5       ]])

## Source

P. Jaccard, "The distribution of the flora in the alpine zone", New Phytologist 11 (1912); as the overlap of boxes:
M. Everingham et al., "The PASCAL Visual Object Classes (VOC) Challenge", IJCV 88 (2010), section 4.2.
"""

import numpy as np


def pairwise_iou(a, b):
    """Score every box of `a` against every box of `b`, as an array of shape (n, m)."""
    raise NotImplementedError

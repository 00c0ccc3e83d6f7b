r"""
# Max pooling

Builds on `conv_output_size`.

Pooling makes a map smaller, but keeps the information whether a pattern was found somewhere in a small window. Max
pooling keeps the largest number of each window. If a pattern moves by a pixel, the result often stays the same.

$$Y_{ij} = \max_{0 \le a,\, b < f} X_{is+a,\;js+b}$$

## Conventions

* `x` is a float array (float64) of shape `(h, w)`: the map.
* `f` is an integer, the side of the square window. `s` is an integer, the stride: by how much the window moves.
* Input: `h` and `w` are from 1 to 100; `x` holds numbers from -1e6 to 1e6; `f` is from 1 to min(h,w); `s`
  is from 1 to 20.
* The result is a float array (float64) of shape `((h-f)//s+1, (w-f)//s+1)`.
* The whole window lies inside the map. Rows and columns left over at the end are not used, and nothing is padded.
* If the stride is smaller than the side of the window, the windows overlap. It may also be larger.
* All numbers in a window may be negative.
* In PyTorch's `max_pool2d` and Keras's `MaxPooling2D` the default of the stride is the side of the window.
* The arguments are not changed.

## Example

Windows of side 2 that do not overlap; the last column is left over:

    >>> max_pool2d(np.array([[1.0, 4.0, 6.0, 3.0, 9.0], [1.0, 8.0, -5.0, 7.0, 9.0]]), 2, 2)
    array([[8., 7.]])

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 9.3.
"""

import numpy as np


def max_pool2d(x, f, s):
    """Return the largest number of each window of side `f`, with stride `s`."""
    raise NotImplementedError

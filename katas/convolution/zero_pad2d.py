r"""
# Zero padding

A filter that slides over an image produces a smaller map, and it covers the pixels at the border less often than the
others. A frame of zeros around the image reduces both effects, and prevents them if it is wide enough. The frame itself
adds nothing to a sum of products.

$$X^{(p)}_{i+p,\,j+p} = X_{ij}, \qquad 0 \text{ at all other places}$$

## Conventions

* `x` is a float array (float64) of shape `(h, w)`: an image with one channel. It need not be square.
* `p` is an integer: the width of the frame. Each of the four sides gets p rows or columns of zeros.
* Input: `h` and `w` are from 0 to 500; `x` holds numbers from -1000 to 1000; `p` is from 0 to 100.
* The result is a float array (float64) of shape `(h+2*p, w+2*p)`.
* For an image without rows or columns, the result consists of zeros only.
* The arguments are not changed.
* PyTorch's `ZeroPad2d(p)` and Keras's `ZeroPadding2D(p)` do the same. Other paddings are also common, such as copies of
  the border (`mode="edge"` in NumPy's `pad`).

## Example

Two pixels in a frame of width 1:

    >>> zero_pad2d(np.array([[5.0, -2.0]]), 1)
    array([[ 0.,  0.,  0.,  0.],
           [ 0.,  5., -2.,  0.],
           [ 0.,  0.,  0.,  0.]])

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 9.5.
"""

import numpy as np


def zero_pad2d(x, p):
    """Return the image `x` in a frame of zeros of width `p`."""
    raise NotImplementedError

r"""
# Zero padding

A filter that slides over an image leaves a smaller map, and it sees the pixels at the border less often than the
others. A frame of zeros around the image prevents both: every pixel moves into the interior, and the frame itself adds
nothing to a sum.

$$X^{(p)}_{i+p,\,j+p} = X_{ij}, \qquad 0 \text{ at all other places}$$

## Conventions

* `x` is a float array (float64) of shape `(h, w)`: an image with one channel, which need not be square.
* `p` is an integer: the width of the frame. All four sides get p rows or columns of zeros.
* Input: `h` and `w` are from 0 to 500; `x` holds numbers from -1000 to 1000; `p` is from 0 to 100.
* The result is a float array (float64) of shape `(h+2*p, w+2*p)`: a new array, also where p is 0.
* Without rows or columns only the frame is left.
* The arguments are not changed.
* PyTorch's `ZeroPad2d(p)` and Keras's `ZeroPadding2D(p)` do the same. Other fillings are in use as well, such as copies
  of the border (`mode="edge"` in NumPy).

## Example

One pixel and its neighbour, in a frame of width 1:

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

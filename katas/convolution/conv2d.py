r"""
# Convolution with padding and stride

Builds on `conv2d_valid`, `zero_pad2d` and `conv_output_size`.

Besides the sizes of image and kernel, two numbers determine the size of the map that a convolution produces. Padding
surrounds the image with zeros, so that the kernel may extend beyond its border. With a stride of s, the kernel moves by
s pixels at a time, so that a larger stride gives a smaller map.

$$Y_{ij} = \sum_{a=0}^{f-1} \sum_{b=0}^{g-1} X^{(p)}_{is+a,\;js+b}\, K_{ab}$$

where $X^{(p)}$ is the image in a frame of zeros of width p.

## Conventions

* `x` is a float array (float64) of shape `(h, w)`: the image.
* `k` is a float array (float64) of shape `(f, g)`: the kernel. It is not flipped.
* `p` is an integer, the padding, and `s` is an integer, the stride. Both apply to rows and to columns.
* Input: `h` and `w` are from 1 to 100; `f`, `g` and `s` are from 1 to 20; `x` and `k` hold numbers from -1000 to 1000;
  `p` is from 0 to 20.
* The kernel is never higher or wider than the padded image.
* The result is a float array (float64) of shape `((h+2*p-f)//s+1, (w+2*p-g)//s+1)`. The first position
  is the upper left corner of the padded image. Rows and columns that are left over at the end are not used.
  An error of 1e-6 is allowed, since large terms may cancel.
* With `padding="same"`, Keras chooses the padding itself. It may be larger at the end than at the beginning.
* The arguments are not changed.

## Example

The kernel adds up nine neighbours. The stride of 2 uses the first and the last of three positions:

    >>> conv2d(np.array([[1.0, 2.0, 4.0]]), np.ones((3, 3)), 1, 2)
    array([[3., 6.]])

## Source

V. Dumoulin and F. Visin, "A guide to convolution arithmetic for deep learning", arXiv:1603.07285 (2016), section 2.4.
"""

import numpy as np


def conv2d(x, k, p, s):
    """Return the map of the image `x` under the kernel `k`, with padding `p` and stride `s`."""
    raise NotImplementedError

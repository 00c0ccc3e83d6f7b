r"""
# Convolution of one channel

Builds on `conv_output_size` and `weighted_sum`.

A small kernel slides over an image. At each position the pixels under it are multiplied by its weights, and the
products are added up. The sum tends to be large where the image resembles the kernel. All positions use the same few
weights, so a pattern is found wherever it occurs.

$$(X * K)_{ij} = \sum_{a=0}^{f-1} \sum_{b=0}^{g-1} X_{i+a,\,j+b}\, K_{ab}$$

## Conventions

* `x` is a float array (float64) of shape `(h, w)`: the image.
* `k` is a float array (float64) of shape `(f, g)`: the kernel. Image and kernel need not be square.
* Input: `h` and `w` are from 1 to 150; `f` and `g` are from 1 to 20; `x` and `k` hold numbers from -1000 to 1000.
* The kernel is never higher or wider than the image. It stays inside the image: there is no padding. The stride is 1.
* The result is a float array (float64) of shape `(h-f+1, w-g+1)`, with one sum for each position.
  An error of 1e-6 is allowed, since large terms may cancel.
* The kernel is not flipped. In mathematics, the formula above is a cross-correlation; a convolution
  (`scipy.signal.convolve2d`) first flips the kernel along both axes. PyTorch and Keras call the formula a convolution.
* The arguments are not changed.

## Example

The kernel subtracts the right neighbour of each pixel:

    >>> conv2d_valid(np.array([[1.0, 4.0, 2.0], [3.0, 3.0, 8.0]]), np.array([[1.0, -1.0]]))
    array([[-3.,  2.],
           [ 0., -5.]])

## Source

I. Goodfellow, Y. Bengio and A. Courville, "Deep Learning", MIT Press 2016, section 9.1, equation 9.6.
"""

import numpy as np


def conv2d_valid(x, k):
    """Return the sum of products at every position of the kernel `k` on the image `x`."""
    raise NotImplementedError

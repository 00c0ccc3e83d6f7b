"""An image in a frame of zeros.

Source: Goodfellow, Bengio & Courville, "Deep Learning" (2016), section 9.5.
"""

import numpy as np


def zero_pad2d(x: np.ndarray, p: int) -> np.ndarray:
    """The image in the middle of an array of zeros.

    Shapes: ``(h,w),i8()->(h+2*p,w+2*p)``; h, w and p may be 0.
    """
    h, w = x.shape
    padded = np.zeros((h + 2 * p, w + 2 * p))
    padded[p : p + h, p : p + w] = x
    return padded


def zero_pad2d_numpy(x: np.ndarray, p: int) -> np.ndarray:
    """Count the rows and columns from the front: a slice that ends at -p is empty where p is 0."""
    h, w = x.shape
    padded = np.zeros((h + p + p, w + p + p))
    padded[p : h + p, p : w + p] = x
    return padded


def zero_pad2d_pad(x: np.ndarray, p: int) -> np.ndarray:
    """The same with NumPy's own function."""
    return np.pad(np.asarray(x, dtype=np.float64), p)


def zero_pad2d_blocks(x: np.ndarray, p: int) -> np.ndarray:
    """The same from blocks: columns of zeros beside the image, then rows of zeros above and below it."""
    h, w = x.shape
    sides, rows = np.zeros((h, p)), np.zeros((p, w + 2 * p))
    return np.vstack([rows, np.hstack([sides, x, sides]), rows])


def zero_pad2d_loop(x: np.ndarray, p: int) -> np.ndarray:
    """The same, one pixel after the other."""
    padded = np.zeros((x.shape[0] + 2 * p, x.shape[1] + 2 * p))
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            padded[i + p, j + p] = x[i, j]
    return padded

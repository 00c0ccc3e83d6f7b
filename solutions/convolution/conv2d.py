"""The cross-correlation of an image and a kernel, with padding and stride.

Source: Dumoulin & Visin, "A guide to convolution arithmetic for deep learning" (2016), section 2.4.
"""

import numpy as np

from . import _slide


def conv2d(x: np.ndarray, k: np.ndarray, p: int, s: int) -> np.ndarray:
    """The sum of products at every s-th position of the kernel on the padded image.

    Shapes: ``(h,w),(f,g),i8(),i8()->((h+2*p-f)//s+1,(w+2*p-g)//s+1)``; f <= h + 2p and g <= w + 2p.
    """
    (h, w), (f, g) = x.shape, k.shape
    padded = np.zeros((h + 2 * p, w + 2 * p))
    padded[p : p + h, p : p + w] = x
    sums = np.empty(((h + 2 * p - f) // s + 1, (w + 2 * p - g) // s + 1))
    try:
        _slide.slide(padded, k, s, sums)
    except TypeError:  # compiled only for writable float64 arrays in C order
        _slide.slide(padded, np.array(k, dtype=np.float64, order="C"), int(s), sums)
    return sums


def conv2d_numpy(x: np.ndarray, k: np.ndarray, p: int, s: int) -> np.ndarray:
    """Pad first; then the patch of result (i, j) begins at (i * s, j * s)."""
    padded = np.pad(x, p)
    f, g = k.shape
    rows = (padded.shape[0] - f) // s + 1
    columns = (padded.shape[1] - g) // s + 1
    result = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            result[i, j] = np.sum(padded[i * s : i * s + f, j * s : j * s + g] * k)
    return result


def conv2d_windows(x: np.ndarray, k: np.ndarray, p: int, s: int) -> np.ndarray:
    """The same with a view of all patches, of which every s-th is used."""
    padded = np.pad(np.asarray(x, dtype=np.float64), p)
    patches = np.lib.stride_tricks.sliding_window_view(padded, k.shape)
    return np.einsum("ijab,ab->ij", patches[::s, ::s], k)


def conv2d_shifts(x: np.ndarray, k: np.ndarray, p: int, s: int) -> np.ndarray:
    """The same as a sum of shifted images with every s-th pixel, one for each weight of the kernel."""
    (h, w), (f, g) = x.shape, k.shape
    padded = np.zeros((h + 2 * p, w + 2 * p))
    padded[p : p + h, p : p + w] = x
    rows, columns = h + 2 * p - f + 1, w + 2 * p - g + 1
    result = np.zeros((-(-rows // s), -(-columns // s)))
    for (a, b), weight in np.ndenumerate(k.astype(np.float64)):
        result += weight * padded[a : a + rows : s, b : b + columns : s]
    return result


def conv2d_without_a_frame(x: np.ndarray, k: np.ndarray, p: int, s: int) -> np.ndarray:
    """The same without a padded image: only the part of the kernel that lies on the image adds something."""
    (h, w), (f, g) = x.shape, k.shape
    result = np.zeros(((h + 2 * p - f) // s + 1, (w + 2 * p - g) // s + 1))
    for i, j in np.ndindex(*result.shape):
        top, left = i * s - p, j * s - p
        rows, columns = slice(max(top, 0), max(top + f, 0)), slice(max(left, 0), max(left + g, 0))
        patch = x[rows, columns].astype(np.float64)
        a, b = max(-top, 0), max(-left, 0)
        result[i, j] = (patch * k[a : a + patch.shape[0], b : b + patch.shape[1]]).sum()
    return result

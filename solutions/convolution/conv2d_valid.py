"""The cross-correlation of an image with one channel and a kernel, without padding.

Source: Goodfellow, Bengio & Courville, "Deep Learning" (2016), section 9.1, equation 9.6.
"""

import numpy as np

from . import _slide


def conv2d_valid(x: np.ndarray, k: np.ndarray) -> np.ndarray:
    """The sum of products at each position of the kernel.

    Shapes: ``(h,w),(f,g)->(h-f+1,w-g+1)``; f <= h and g <= w.
    """
    sums = np.empty((x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1))
    try:
        _slide.slide(x, k, 1, sums)
    except TypeError:  # compiled only for writable float64 arrays in C order
        x, k = (np.array(each, dtype=np.float64, order="C") for each in (x, k))
        _slide.slide(x, k, 1, sums)
    return sums


def conv2d_valid_numpy(x: np.ndarray, k: np.ndarray) -> np.ndarray:
    """Loop over the positions: each result is one patch times the kernel, summed."""
    (h, w), (f, g) = x.shape, k.shape
    result = np.zeros((h - f + 1, w - g + 1))
    for i in range(h - f + 1):
        for j in range(w - g + 1):
            result[i, j] = np.sum(x[i : i + f, j : j + g] * k)
    return result


def conv2d_valid_windows(x: np.ndarray, k: np.ndarray) -> np.ndarray:
    """The same with a view of all patches."""
    patches = np.lib.stride_tricks.sliding_window_view(np.asarray(x, dtype=np.float64), k.shape)
    return np.einsum("ijab,ab->ij", patches, k)


def conv2d_valid_columns(x: np.ndarray, k: np.ndarray) -> np.ndarray:
    """The same as one product of a matrix, which has a row for each patch, and the kernel as a vector."""
    (h, w), (f, g) = x.shape, k.shape
    rows, columns = h - f + 1, w - g + 1
    patches = [x[i : i + f, j : j + g].ravel() for i in range(rows) for j in range(columns)]
    return (np.array(patches, dtype=np.float64) @ k.ravel()).reshape(rows, columns)


def conv2d_valid_shifts(x: np.ndarray, k: np.ndarray) -> np.ndarray:
    """The same as a sum of shifted images, one for each weight of the kernel."""
    rows, columns = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    result = np.zeros((rows, columns))
    for (a, b), weight in np.ndenumerate(k.astype(np.float64)):
        result += weight * x[a : a + rows, b : b + columns]
    return result

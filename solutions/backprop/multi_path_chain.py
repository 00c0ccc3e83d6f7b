"""The chain rule over several paths: the product of a Jacobian's transpose and a gradient.

Source: Goodfellow, Bengio & Courville, "Deep Learning" (2016), section 6.5.2, equations 6.45 and 6.46.
"""

import numpy as np

from gradkata.jit import FUSED, kernel


@kernel("f8[::1](f8[:,::1], f8[::1])", flags=FUSED)
def _summed(A, g):
    h, d = A.shape
    if len(g) != h:
        raise ValueError("multi_path_chain: the shapes are not (h,d),(h)")
    total = np.zeros(d)
    for i in range(h):  # row by row, as A lies in memory: the inner loop runs over vector lanes
        weight = g[i]
        for j in range(d):
            total[j] += weight * A[i, j]
    return total


def multi_path_chain(A: np.ndarray, g: np.ndarray) -> np.ndarray:
    """The sum of the contributions of all units; d zeros if there are none.

    Shapes: ``(h,d),(h)->(d)``.

    Raises:
        ValueError: if the shapes do not fit together.

    """
    try:
        total: np.ndarray = _summed(A, g)
    except TypeError:  # compiled only for writable float64 arrays in C order
        total = _summed(np.array(A, np.float64, order="C"), np.array(g, np.float64))
    return total


def multi_path_chain_numpy(A: np.ndarray, g: np.ndarray) -> np.ndarray:
    """Multiply by the whole Jacobian: the product adds up the paths through all units."""
    return g @ A


def multi_path_chain_transposed(A: np.ndarray, g: np.ndarray) -> np.ndarray:
    """The same as in textbooks, with the transpose of the Jacobian."""
    return np.dot(A.T, g)


def multi_path_chain_broadcast(A: np.ndarray, g: np.ndarray) -> np.ndarray:
    """The same: every path separately, and then the sum over each column."""
    paths: np.ndarray = g[:, np.newaxis] * A
    return paths.sum(axis=0)


def multi_path_chain_loop(A: np.ndarray, g: np.ndarray) -> np.ndarray:
    """The same in plain Python, one input after the other."""
    columns = [A[:, j].tolist() for j in range(A.shape[1])]
    passed = g.tolist()
    return np.array([sum(map(float.__mul__, passed, column), 0.0) for column in columns])


def multi_path_chain_einsum(A: np.ndarray, g: np.ndarray) -> np.ndarray:
    """The same in index notation."""
    result: np.ndarray = np.einsum("ij,i->j", A, g)
    return result

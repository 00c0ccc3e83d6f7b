"""The values of the graph of (x + y) z.

Source: Goodfellow, Bengio & Courville, "Deep Learning" (2016), section 6.5.1; the graph is that of
Stanford's CS231n, notes "Optimization 2".
"""

import numpy as np


def graph_forward(x: float, y: float, z: float) -> np.ndarray:
    """The sum of x and y, and its product with z.

    Shapes: ``(),(),()->(2)``.
    """
    return (x + y) * np.array((1.0, z))


def graph_forward_numpy(x: float, y: float, z: float) -> np.ndarray:
    """Give the sum a name: the product and the result both need it."""
    q = x + y
    f = q * z
    return np.array([q, f])


def graph_forward_tape(x: float, y: float, z: float) -> np.ndarray:
    """The same for any graph: each operation names the places of its inputs, which come before it."""
    values = [x, y, z]
    for operation, left, right in ((np.add, 0, 1), (np.multiply, 3, 2)):
        values.append(operation(values[left], values[right]))
    return np.array(values[3:], dtype=np.float64)


def graph_forward_in_place(x: float, y: float, z: float) -> np.ndarray:
    """The same in an array that is filled in the order of the computation."""
    values = np.empty(2)
    values[0] = x + y
    values[1] = values[0] * z
    return values

"""The gradient of (x + y) z, passed back through its graph of one addition and one product.

Source: Goodfellow, Bengio & Courville, "Deep Learning" (2016), section 6.5.2; the graph is that of
Stanford's CS231n, notes "Optimization 2".
"""

import numpy as np


def graph_backward(x: float, y: float, z: float, g: float) -> np.ndarray:
    """The derivatives with respect to x, y and z, each times the upstream gradient.

    Shapes: ``(),(),(),()->(3)``.
    """
    through_q = g * z
    return np.array((through_q, through_q, g * (x + y)))


def graph_backward_numpy(x: float, y: float, z: float, g: float) -> np.ndarray:
    """Compute q first: the derivative of the product by z is q."""
    q = x + y
    dq = g * z
    dz = g * q
    return np.array([dq, dq, dz])


def graph_backward_jacobians(x: float, y: float, z: float, g: float) -> np.ndarray:
    """The same as a product of the Jacobians of f(q, z) and of (q, z) as a function of (x, y, z)."""
    of_product = np.array([[z, x + y]])
    of_sum = np.array([[1.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    result: np.ndarray = (g * of_product @ of_sum)[0]
    return result


def graph_backward_dual(x: float, y: float, z: float, g: float) -> np.ndarray:
    """The same in forward mode: each variable carries its value and its derivatives along."""
    directions = np.eye(3)
    q, dq = x + y, directions[0] + directions[1]
    return np.asarray(g * (dq * z + q * directions[2]), dtype=np.float64)


def graph_backward_tape(x: float, y: float, z: float, g: float) -> np.ndarray:
    """The same with a tape, as frameworks do it: each entry knows its parents and their derivatives."""
    tape: list[list[tuple[int, float]]] = [[], [], [], [(0, 1.0), (1, 1.0)], [(3, z), (2, x + y)]]
    gradients = [0.0, 0.0, 0.0, 0.0, g]
    for node in (4, 3):
        for parent, local in tape[node]:
            gradients[parent] += gradients[node] * local
    return np.array(gradients[:3])

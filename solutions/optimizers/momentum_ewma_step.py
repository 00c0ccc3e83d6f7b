"""One step of gradient descent along an average of the gradients.

Source: Polyak, "Some methods of speeding up the convergence of iteration methods" (1964); Kingma & Ba,
"Adam: a method for stochastic optimization" (ICLR, 2015), algorithm 1, for the weights of the average.
"""

import numpy as np

from . import _scaled

Vectors = tuple[np.ndarray, np.ndarray]


def momentum_ewma_step(w: np.ndarray, v: np.ndarray, g: np.ndarray, lr: float, gamma: float) -> Vectors:
    """The weights and the average of gradients after the step.

    Shapes: ``(d),(d),(d),(),()->(d),(d)``; 0 <= gamma <= 1.

    Raises:
        ValueError: if the vectors differ in length.

    """
    return _scaled.after(_scaled.momentum, w, v, g, lr, gamma)


def momentum_ewma_step_numpy(w: np.ndarray, v: np.ndarray, g: np.ndarray, lr: float, gamma: float) -> Vectors:
    """Compute the average first: the step already uses the new one."""
    v = gamma * v + (1 - gamma) * g
    return w - lr * v, v


def momentum_ewma_step_by_differences(
    w: np.ndarray, v: np.ndarray, g: np.ndarray, lr: float, gamma: float
) -> Vectors:
    """The same, with the average moved part of the way to the gradient."""
    average = v + (1.0 - gamma) * np.subtract(g, v, dtype=np.float64)
    return w - np.multiply(average, lr), average


def momentum_ewma_step_product(
    w: np.ndarray, v: np.ndarray, g: np.ndarray, lr: float, gamma: float
) -> Vectors:
    """The same as a product: a matrix of two rows for the three columns w, v and g."""
    rest = 1.0 - gamma
    rows = np.array([[1.0, -lr * gamma, -lr * rest], [0.0, gamma, rest]])
    new_w, new_v = rows @ np.stack([w, v, g])
    return new_w, new_v


def momentum_ewma_step_loop(w: np.ndarray, v: np.ndarray, g: np.ndarray, lr: float, gamma: float) -> Vectors:
    """The same, one weight after the other, in plain Python."""
    new_w, new_v = np.empty(len(w)), np.empty(len(w))
    for i, (weight, mean, slope) in enumerate(zip(w.tolist(), v.tolist(), g.tolist(), strict=True)):
        new_v[i] = slope + gamma * (mean - slope)
        new_w[i] = weight - lr * new_v[i]
    return new_w, new_v

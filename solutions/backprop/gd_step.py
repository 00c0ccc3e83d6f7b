"""One step of gradient descent.

Source: Cauchy, "Méthode générale pour la résolution des systèmes d'équations simultanées" (1847), p. 536;
Goodfellow, Bengio & Courville, "Deep Learning" (2016), section 4.3, equation 4.5.
"""

import numpy as np

from . import _step


def gd_step(w: np.ndarray, g: np.ndarray, lr: float) -> np.ndarray:
    """The weights after a step downhill of ``lr`` times the gradient.

    Shapes: ``(d),(d),()->(d)``.

    Raises:
        ValueError: if ``w`` and ``g`` differ in length.

    """
    w = w.copy()
    try:
        _step.step_in_place(w, g, lr)
    except TypeError:  # compiled only for writable float64 arrays in C order
        w, g = np.array(w, dtype=np.float64), np.array(g, dtype=np.float64)
        _step.step_in_place(w, g, float(lr))
    return w


def gd_step_numpy(w: np.ndarray, g: np.ndarray, lr: float) -> np.ndarray:
    """Return a new array: `w -= lr * g` would change the caller's weights."""
    return w - lr * g


def gd_step_loop(w: np.ndarray, g: np.ndarray, lr: float) -> np.ndarray:
    """The same, one weight after the other."""
    new = np.zeros(len(w))
    for i in range(len(w)):
        new[i] = float(w[i]) - lr * float(g[i])
    return new


def gd_step_in_a_copy(w: np.ndarray, g: np.ndarray, lr: float) -> np.ndarray:
    """The same on a copy, which is then changed in place."""
    new = np.array(w, dtype=np.float64)
    new += np.multiply(g, -lr)
    return new


def gd_step_product(w: np.ndarray, g: np.ndarray, lr: float) -> np.ndarray:
    """The same as a product: the columns ``w`` and ``g`` with weights 1 and ``-lr``."""
    return np.column_stack([w, g]) @ np.array([1.0, -lr])

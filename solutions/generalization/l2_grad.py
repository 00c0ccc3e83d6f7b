"""The gradient of the L2 penalty.

Source: Goodfellow, Bengio & Courville, "Deep Learning" (2016), section 7.1.1, for a penalty with a factor 1/2.
"""

import numpy as np


def l2_grad(beta: np.ndarray, lam: float) -> np.ndarray:
    """Twice the strength times each slope, and 0 for the intercept.

    Shapes: ``(d+1),()->(d+1)``; d >= 0.
    """
    grad = np.multiply(beta, 2.0 * lam, dtype=np.float64)
    grad[0] = 0.0
    return grad


def l2_grad_numpy(beta: np.ndarray, lam: float) -> np.ndarray:
    """Start from zeros, which is right for the intercept, and fill in the slopes."""
    grad = np.zeros(len(beta))
    grad[1:] = 2 * lam * beta[1:]
    return grad


def l2_grad_with_a_mask(beta: np.ndarray, lam: float) -> np.ndarray:
    """The same, where a factor of 0 removes the intercept."""
    is_slope = np.arange(len(beta)) > 0
    return 2 * lam * is_slope * np.asarray(beta, np.float64)


def l2_grad_loop(beta: np.ndarray, lam: float) -> np.ndarray:
    """The same, one coefficient after the other."""
    derivatives = [0.0]
    for slope in beta.tolist()[1:]:
        derivatives.append(lam * (slope + slope))
    return np.array(derivatives)

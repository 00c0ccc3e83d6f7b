"""The residuals of predictions, predicted minus observed.

Source: James, Witten, Hastie & Tibshirani, "An Introduction to Statistical Learning" (2013), section 3.1.1, with the
other sign.
"""

import numpy as np


def residuals(y: np.ndarray, yhat: np.ndarray) -> np.ndarray:
    """The predictions minus the observed values.

    Shapes: ``(n),(n)->(n)``; n may be 0.
    """
    return np.subtract(yhat, y, dtype=np.float64)


def residuals_numpy(y: np.ndarray, yhat: np.ndarray) -> np.ndarray:
    """NumPy subtracts entry by entry."""
    return yhat - y


def residuals_in_place(y: np.ndarray, yhat: np.ndarray) -> np.ndarray:
    """The same in a copy of the predictions."""
    left = yhat.copy()
    left -= y
    return left


def residuals_loop(y: np.ndarray, yhat: np.ndarray) -> np.ndarray:
    """The same, one pair after the other, in plain Python."""
    return np.array(
        [predicted - observed for observed, predicted in zip(y.tolist(), yhat.tolist(), strict=True)]
    )

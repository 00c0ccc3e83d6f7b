"""The gradient of the mean squared error with respect to the predictions.

Source: Goodfellow, Bengio & Courville, "Deep Learning" (2016), section 5.1.4, with the gradient of this loss
with respect to the weights.
"""

import numpy as np


def mse_grad(y: np.ndarray, yhat: np.ndarray) -> np.ndarray:
    """Twice the errors, divided by their number.

    Shapes: ``(n),(n)->(n)``; n >= 1.
    """
    error = np.subtract(yhat, y, dtype=np.float64)
    return error * (2.0 / len(error))


def mse_grad_numpy(y: np.ndarray, yhat: np.ndarray) -> np.ndarray:
    """Prediction minus target, so that a prediction that is too high has a positive derivative."""
    return 2 * (yhat - y) / len(y)


def mse_grad_loop(y: np.ndarray, yhat: np.ndarray) -> np.ndarray:
    """The same, one sample after the other."""
    n = len(y)
    grad = np.zeros(n)
    for i in range(n):
        grad[i] = -2.0 / n * (float(y[i]) - float(yhat[i]))
    return grad


def mse_grad_by_the_chain_rule(y: np.ndarray, yhat: np.ndarray) -> np.ndarray:
    """The same in two steps: the slope of the mean, times the slope of each square."""
    error = np.asarray(yhat, np.float64) - y
    of_the_mean = np.full(len(error), 1 / len(error))
    of_the_squares = error + error
    return of_the_mean * of_the_squares

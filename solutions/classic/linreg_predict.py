"""The predictions of a linear model with an intercept.

Source: James, Witten, Hastie & Tibshirani, "An Introduction to Statistical Learning" (2013), section 3.2.
"""

import math

import numpy as np


def linreg_predict(X: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """The intercept plus the weighted sum of the features.

    Shapes: ``(n,d),(d+1)->(n)``; n and d may be 0.
    """
    beta = np.asarray(beta, dtype=np.float64)
    return beta[0] + np.asarray(X, dtype=np.float64) @ beta[1:]


def linreg_predict_numpy(X: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """One product of a matrix and a vector; the intercept is added to every entry."""
    return X @ beta[1:] + beta[0]


def linreg_predict_with_ones(X: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """The same with a feature that is always 1, to which the intercept belongs."""
    return np.column_stack([np.ones(len(X)), X]) @ beta


def linreg_predict_by_columns(X: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """The same, one feature after the other."""
    predictions = np.full(len(X), beta[0], dtype=np.float64)
    for weight, column in zip(beta[1:], X.T, strict=True):
        predictions += weight * column
    return predictions


def linreg_predict_loop(X: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """The same, one sample after the other, in plain Python, with sums that round once."""
    intercept, *weights = beta.tolist()
    return np.array(
        [
            math.fsum([intercept, *(w * value for w, value in zip(weights, row, strict=True))])
            for row in X.tolist()
        ]
    )

"""The gradient of logistic regression.

Source: Bishop, "Pattern Recognition and Machine Learning" (2006), section 4.3.2, equation 4.91 (for the sum).
"""

import numpy as np

from .logistic_predict import logistic_predict, logistic_predict_loop, logistic_predict_numpy


def logistic_grad(X: np.ndarray, y: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """The mean of the errors, and the mean of the errors times each feature.

    Shapes: ``(n,d),(n),(d+1)->(d+1)``; n >= 1, d may be 0.
    """
    error = logistic_predict(X, beta) - np.asarray(y, dtype=np.float64)
    return np.concatenate([[error.mean()], error @ np.asarray(X, dtype=np.float64) / len(error)])


def logistic_grad_numpy(X: np.ndarray, y: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """Put the ones beside the features, and the intercept needs no case of its own."""
    A = np.column_stack([np.ones(len(X)), X])
    error = logistic_predict_numpy(X, beta) - y
    return A.T @ error / len(X)


def logistic_grad_by_samples(X: np.ndarray, y: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """The same as the mean of the gradients of single samples."""
    gradient = np.zeros(len(beta))
    for row, label, p in zip(X, y, logistic_predict_loop(X, beta), strict=True):
        gradient += (p - label) * np.concatenate([[1.0], row])
    return gradient / len(X)


def logistic_grad_by_the_chain_rule(X: np.ndarray, y: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """The same, label by label: those of class 1 push the score up by 1 - p, those of class 0 push it down by p."""
    p, opposite = logistic_predict(X, beta), logistic_predict(X, -np.asarray(beta))
    by_score = np.where(y == 1, -opposite, np.where(y == 0, p, p - y)) / len(X)
    return np.array([by_score.sum(), *(by_score @ column for column in X.T)])

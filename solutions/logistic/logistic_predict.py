"""The probabilities of a logistic regression.

Source: James, Witten, Hastie & Tibshirani, "An Introduction to Statistical Learning" (2013), section 4.3.
"""

import math

import numpy as np

from ..classic.linreg_predict import linreg_predict


def logistic_predict(X: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """The sigmoid of the predictions of a linear model, from its logarithm, which cannot overflow.

    Shapes: ``(n,d),(d+1)->(n)``; n and d may be 0.
    """
    return np.exp(-np.logaddexp(0.0, -linreg_predict(X, beta)))


def logistic_predict_numpy(X: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """Use e^(-|z|) on both sides of 0: it is at most 1, so nothing overflows."""
    z = X @ beta[1:] + beta[0]
    decay = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, decay) / (1.0 + decay)


def logistic_predict_by_definition(X: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """The same with a column of ones; an overflow to infinity gives the right limit, 0."""
    z = np.column_stack([np.ones(len(X)), X]) @ beta
    with np.errstate(over="ignore"):
        return 1.0 / (1.0 + np.exp(-z))


def logistic_predict_against_a_score_of_0(X: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """The same as a softmax over two classes, of which one always has the score 0."""
    Z = np.column_stack([np.zeros(len(X)), linreg_predict(X, beta)])
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E[:, 1] / E.sum(axis=1)


def logistic_predict_loop(X: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """The same, one sample after the other, in plain Python."""
    intercept, *weights = beta.tolist()
    scores = [intercept + math.fsum(w * x for w, x in zip(weights, row, strict=True)) for row in X.tolist()]
    return np.array([_logistic(z) for z in scores])


def _logistic(z: float) -> float:
    return 1.0 / (1.0 + math.exp(-z)) if z >= 0.0 else math.exp(z) / (1.0 + math.exp(z))

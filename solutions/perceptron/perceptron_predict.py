"""The answers of a perceptron to several samples.

Source: Rosenblatt, "The perceptron" (1958); Mitchell, "Machine Learning" (1997), section 4.4.
"""

import numpy as np


def perceptron_predict(X: np.ndarray, w: np.ndarray, theta: float) -> np.ndarray:
    """1 for each row whose weighted sum exceeds theta, and 0 for the others.

    Shapes: ``(n,d),(d),()->i8(n)``; n may be 0.
    """
    sums = np.matmul(X, w, dtype=np.float64)
    return np.greater(sums, theta).astype(np.int64)


def perceptron_predict_numpy(X: np.ndarray, w: np.ndarray, theta: float) -> np.ndarray:
    """Compute all sums by one product of the matrix with the weights, then compare them all."""
    return np.where(X @ w > theta, 1, 0)


def perceptron_predict_of_products(X: np.ndarray, w: np.ndarray, theta: float) -> np.ndarray:
    """The same from the single products: each column belongs to one weight."""
    return ((X * w).sum(axis=1) > theta).astype(np.int64)


def perceptron_predict_with_a_constant_input(X: np.ndarray, w: np.ndarray, theta: float) -> np.ndarray:
    """The same with the threshold as one more weight, -theta, whose input is always 1."""
    samples = np.column_stack([X, np.ones(len(X))])
    return np.heaviside(samples @ np.append(w, -theta), 0.0).astype(np.int64)


def perceptron_predict_loop(X: np.ndarray, w: np.ndarray, theta: float) -> np.ndarray:
    """The same, one sample and one input after the other."""
    n, d = X.shape
    answers = np.zeros(n, dtype=np.int64)
    for i in range(n):
        total = 0.0
        for j in range(d):
            total += float(X[i, j]) * float(w[j])
        if total > theta:
            answers[i] = 1
    return answers

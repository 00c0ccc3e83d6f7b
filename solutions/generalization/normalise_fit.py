"""Mean and standard deviation of every feature of a training set.

Source: LeCun, Bottou, Orr & Müller, "Efficient BackProp" (1998), section 4.3.
"""

import math

import numpy as np

Vectors = tuple[np.ndarray, np.ndarray]


def normalise_fit(X: np.ndarray) -> Vectors:
    """The mean and the standard deviation of each column, 1 in place of 0.

    Shapes: ``(m,d)->(d),(d)``; m >= 1. Two passes: the mean of squares minus the square of the mean would
    lose the digits of a column that is far from 0.
    """
    X = np.asarray(X, dtype=np.float64)
    mu = X.sum(axis=0) / len(X)
    sigma = np.sqrt(np.square(X - mu).sum(axis=0) / len(X))
    return mu, np.where(sigma > 0, sigma, 1.0)


def normalise_fit_numpy(X: np.ndarray) -> Vectors:
    """Replace only what is 0: `np.maximum(sigma, 1)` would change small deviations too."""
    X = X.astype(np.float64)
    mu = X.mean(axis=0)
    sigma = X.std(axis=0)
    sigma[sigma == 0] = 1
    return mu, sigma


def normalise_fit_loop(X: np.ndarray) -> Vectors:
    """The same, one column after the other, with sums that round once."""
    m, d = X.shape
    mu, sigma = np.empty(d), np.empty(d)
    for j in range(d):
        column = X[:, j].tolist()
        mu[j] = math.fsum(column) / m
        spread = math.fsum((value - mu[j]) ** 2 for value in column)
        sigma[j] = math.sqrt(spread / m) if spread else 1.0
    return mu, sigma


def normalise_fit_shifted(X: np.ndarray) -> Vectors:
    """The same from the differences to the first row, which are small, and means of their squares."""
    difference = np.subtract(X, X[0], dtype=np.float64)
    shift = difference.mean(axis=0)
    rest = difference - shift
    variance = np.einsum("ij,ij->j", rest, rest) / len(X)
    return X[0] + shift, np.where(np.ptp(X, axis=0) == 0, 1.0, np.sqrt(variance))

"""Features shifted and scaled by the numbers of a training set.

Source: LeCun, Bottou, Orr & Müller, "Efficient BackProp" (1998), section 4.3.
"""

import numpy as np


def normalise_apply(X: np.ndarray, mu: np.ndarray, sigma: np.ndarray) -> np.ndarray:
    """How many deviations each entry lies above the mean of its feature.

    Shapes: ``(n,d),(d),(d)->(n,d)``; sigma > 0. The difference comes first: of X / sigma and mu / sigma
    digits would cancel.
    """
    return np.subtract(X, mu, dtype=np.float64) / sigma


def normalise_apply_numpy(X: np.ndarray, mu: np.ndarray, sigma: np.ndarray) -> np.ndarray:
    """Broadcasting uses the same means and deviations for every row."""
    return (X - mu) / sigma


def normalise_apply_reciprocal(X: np.ndarray, mu: np.ndarray, sigma: np.ndarray) -> np.ndarray:
    """The same with one factor for each feature."""
    factors = np.reciprocal(np.array(sigma, dtype=np.float64))
    return np.einsum("ij,j->ij", X - np.array(mu, dtype=np.float64), factors)


def normalise_apply_loop(X: np.ndarray, mu: np.ndarray, sigma: np.ndarray) -> np.ndarray:
    """The same, one column after the other."""
    result = np.empty(X.shape)
    for j, (mean, deviation) in enumerate(zip(mu.tolist(), sigma.tolist(), strict=True)):
        result[:, j] = [(value - mean) / deviation for value in X[:, j].tolist()]
    return result

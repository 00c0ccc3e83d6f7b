"""The coefficients of the derivative of a polynomial.

Source: Deisenroth, Faisal & Ong, "Mathematics for Machine Learning" (2020), section 5.1, example 5.2.
"""

import numpy as np


def power_rule(c: np.ndarray) -> np.ndarray:
    """Each coefficient times its exponent, moved one index down.

    Shapes: ``(k)->(max(k-1,1))``; k >= 1, the constant first.
    """
    scaled = np.arange(len(c)) * np.asarray(c, np.float64)
    return scaled[1:] if len(c) > 1 else scaled


def power_rule_numpy(c: np.ndarray) -> np.ndarray:
    """Leave out the constant, and multiply every other coefficient by its exponent."""
    if len(c) == 1:
        return np.zeros(1)
    return np.arange(1, len(c)) * c[1:]


def power_rule_loop(c: np.ndarray) -> np.ndarray:
    """The same, one term after the other: the term of x^i goes to the index i - 1."""
    derived = np.zeros(max(len(c) - 1, 1))
    for i in range(1, len(c)):
        derived[i - 1] = i * c[i]
    return derived


def power_rule_of_numpy(c: np.ndarray) -> np.ndarray:
    """The same with NumPy's own function for coefficients that begin with the constant."""
    return np.polynomial.polynomial.polyder(c)


def power_rule_matrix(c: np.ndarray) -> np.ndarray:
    """The same as a product with a matrix, since differentiation is linear."""
    operator = np.diag(np.arange(1.0, len(c)), 1)[: max(len(c) - 1, 1)]
    return operator @ c

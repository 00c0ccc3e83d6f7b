"""Logits for softmax and what follows it: moderate, large, far apart from row to row."""

import mpmath
import numpy as np


def logits(generator, n=None, k=None):
    """``->(n,k)``: normal ones, ones of up to ±1000, or rows hundreds apart."""
    n = int(generator.integers(1, 6)) if n is None else n
    k = int(generator.integers(1, 8)) if k is None else k
    Z = generator.normal(size=(n, k)) * generator.choice([1.0, 5.0, 300.0])
    return np.clip(Z + generator.choice([0.0, 800.0]) * generator.integers(-1, 2, (n, 1)), -1000.0, 1000.0)


def distributions(generator, n, k):
    """Labels, one-hot or soft: ``->(n,k)``."""
    if generator.integers(2):
        return np.eye(k)[generator.integers(0, k, n)]
    return generator.dirichlet(np.ones(k), n)


def probabilities_in_fifty_digits(row):
    """The softmax of one row as mpmath numbers; a logit of -inf has probability 0."""
    with mpmath.workdps(50):
        weights = [mpmath.exp(mpmath.mpf(z)) for z in row.tolist()]
        return [weight / mpmath.fsum(weights) for weight in weights]

"""Coefficients of a linear model: the intercept, then the slopes."""

import numpy as np


def with_intercept(beta, value):
    """The same slopes with another intercept: ``(d+1),()->(d+1)``."""
    return np.concatenate([[value], beta[1:]])

"""The derivative of a product.

Source: Deisenroth, Faisal & Ong, "Mathematics for Machine Learning" (2020), section 5.1.2.
"""

import numpy as np


def product_rule(f: np.ndarray, df: np.ndarray, g: np.ndarray, dg: np.ndarray) -> np.ndarray:
    """Each function times the derivative of the other.

    Shapes: ``(n),(n),(n),(n)->(n)``; n >= 0.
    """
    return np.multiply(df, g, dtype=np.float64) + np.multiply(f, dg, dtype=np.float64)


def product_rule_numpy(f: np.ndarray, df: np.ndarray, g: np.ndarray, dg: np.ndarray) -> np.ndarray:
    """In each term one factor is differentiated; `*` multiplies entry by entry."""
    return df * g + f * dg


def product_rule_loop(f: np.ndarray, df: np.ndarray, g: np.ndarray, dg: np.ndarray) -> np.ndarray:
    """The same, one point after the other."""
    slope = np.zeros(len(f))
    for i in range(len(f)):
        slope[i] = f[i] * dg[i] + g[i] * df[i]
    return slope


def product_rule_of_pairs(f: np.ndarray, df: np.ndarray, g: np.ndarray, dg: np.ndarray) -> np.ndarray:
    """The same as a dot product at each point, of (f, f') and (g', g)."""
    return np.einsum("in,in->n", np.stack([f, df]), np.stack([dg, g]))

"""The derivative of a quotient.

Source: Deisenroth, Faisal & Ong, "Mathematics for Machine Learning" (2020), section 5.1.2.
"""

import numpy as np


def quotient_rule(u: np.ndarray, du: np.ndarray, v: np.ndarray, dv: np.ndarray) -> np.ndarray:
    """The derivative of the numerator times the denominator, minus the other term, over the square.

    Shapes: ``(n),(n),(n),(n)->(n)``; n >= 0, and v is nowhere 0.
    """
    u, du, v, dv = (np.asarray(values, np.float64) for values in (u, du, v, dv))
    return (du * v - u * dv) / (v * v)


def quotient_rule_numpy(u: np.ndarray, du: np.ndarray, v: np.ndarray, dv: np.ndarray) -> np.ndarray:
    """The term with u' comes first: a growing numerator makes the quotient grow."""
    return (du * v - u * dv) / v**2


def quotient_rule_by_product(u: np.ndarray, du: np.ndarray, v: np.ndarray, dv: np.ndarray) -> np.ndarray:
    """The same as the derivative of the product of u and 1/v."""
    inverse = 1.0 / v
    return du * inverse + u * (-dv * inverse**2)


def quotient_rule_of_the_quotient(u: np.ndarray, du: np.ndarray, v: np.ndarray, dv: np.ndarray) -> np.ndarray:
    """The same from u = q v, so that u' = q' v + q v', solved for q'."""
    return (du - u / v * dv) / v


def quotient_rule_loop(u: np.ndarray, du: np.ndarray, v: np.ndarray, dv: np.ndarray) -> np.ndarray:
    """The same, one point after the other."""
    slope = np.zeros(len(u))
    for i in range(len(u)):
        slope[i] = (du[i] * v[i] - u[i] * dv[i]) / (v[i] * v[i])
    return slope

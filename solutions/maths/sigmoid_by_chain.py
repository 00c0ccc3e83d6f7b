"""The three local derivatives of the sigmoid, and their product.

Source: Goodfellow, Bengio & Courville, "Deep Learning" (2016), section 6.5.2.
"""

import math

import numpy as np


def sigmoid_by_chain(x: float) -> tuple[float, float, float, float]:
    """The values of the steps first, then the local derivatives at them.

    Shapes: ``()->(),(),(),()``; x from -700 to 700.
    """
    e = math.exp(-x)
    outer = -1.0 / (1.0 + e) / (1.0 + e)  # the square of the denominator might overflow
    return outer, e, -1.0, -outer * e


def sigmoid_by_chain_numpy(x: float) -> tuple[float, float, float, float]:
    """Store the values of the steps: the derivatives are taken at them. A negative power cannot overflow."""
    p = -x
    q = 1 + np.exp(p)
    df_dq = -(q**-2)
    dq_dp = np.exp(p)
    dp_dx = -1.0
    return df_dq, dq_dp, dp_dx, df_dq * dq_dp * dp_dx


def sigmoid_by_chain_from_the_value(x: float) -> tuple[float, float, float, float]:
    """The same from the value f of the sigmoid: df/dq is minus its square, and df/dx is f (1 - f)."""
    f = 1.0 / (1.0 + math.exp(-x))
    return -f * f, math.exp(-x), -1.0, f * (1.0 - f)


def sigmoid_by_chain_forwards(x: float) -> tuple[float, float, float, float]:
    """The same with the derivatives multiplied from the inside: first dp/dx, then dq/dx, then df/dx."""
    dp_dx = -1.0
    dq_dp = math.exp(-x)
    dq_dx = dq_dp * dp_dx
    df_dq = -1.0 * math.pow(1.0 + dq_dp, -2)
    return df_dq, dq_dp, dp_dx, df_dq * dq_dx

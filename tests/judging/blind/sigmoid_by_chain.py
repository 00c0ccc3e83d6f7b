# %% right
import math


def sigmoid_by_chain(x):
    e = math.exp(-x)
    q = 1.0 + e
    f = 1.0 / q
    return -f * f, e, -1.0, f * (e / q)


# %% wrong: df/dq is taken at x and not at q
import math


def sigmoid_by_chain(x):
    dfdq = -1.0 / (x * x) if x != 0 else -1.0
    dqdp = math.exp(-x)
    return dfdq, dqdp, -1.0, -dfdq * dqdp


# %% wrong: dq/dp is taken at x, without the minus
import math


def sigmoid_by_chain(x):
    q = 1.0 + math.exp(-x)
    dfdq = -1.0 / q / q
    dqdp = math.exp(x)
    return dfdq, dqdp, -1.0, -dfdq * dqdp


# %% wrong: the derivative of the first step is forgotten, so the slope is negative
import math


def sigmoid_by_chain(x):
    e = math.exp(-x)
    f = 1.0 / (1.0 + e)
    return -f * f, e, 1.0, -f * f * e


# %% wrong: the derivative of 1/q lacks the minus sign
import math


def sigmoid_by_chain(x):
    e = math.exp(-x)
    f = 1.0 / (1.0 + e)
    d1, d2, d3 = f * f, e, -1.0
    return d1, d2, d3, d1 * d2 * d3


# %% wrong: dq/dp is q itself, with the constant 1
import math


def sigmoid_by_chain(x):
    q = 1.0 + math.exp(-x)
    d1 = -1.0 / q / q
    d2 = q
    d3 = -1.0
    return d1, d2, d3, d1 * d2 * d3

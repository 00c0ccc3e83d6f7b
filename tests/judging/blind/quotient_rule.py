# %% right
import numpy as np


def quotient_rule(u, du, v, dv):
    return (du * v - u * dv) / (v * v)


# %% wrong: the terms of the numerator are in the wrong order
import numpy as np


def quotient_rule(u, du, v, dv):
    return (u * dv - du * v) / v ** 2


# %% wrong: the terms are added, as in the product rule
import numpy as np


def quotient_rule(u, du, v, dv):
    return (du * v + u * dv) / v ** 2


# %% wrong: divides by v and not by its square
import numpy as np


def quotient_rule(u, du, v, dv):
    return (du * v - u * dv) / v


# %% wrong: the quotient of the derivatives
import numpy as np


def quotient_rule(u, du, v, dv):
    with np.errstate(divide="ignore", invalid="ignore"):
        return du / dv


# %% wrong: divides by the square of the derivative of v
import numpy as np


def quotient_rule(u, du, v, dv):
    out = np.zeros(len(u))
    for i in range(len(u)):
        den = dv[i] ** 2 if dv[i] != 0 else 1.0
        out[i] = (du[i] * v[i] - u[i] * dv[i]) / den
    return out

# %% right
import numpy as np


def power_rule(c):
    if len(c) == 1:
        return np.zeros(1)
    return c[1:] * np.arange(1, len(c))


# %% wrong: takes the highest power first
import numpy as np


def power_rule(c):
    k = len(c)
    if k == 1:
        return np.array([0.0])
    return c[:-1] * np.arange(k - 1, 0, -1)


# %% wrong: the exponents are off by one
import numpy as np


def power_rule(c):
    if len(c) == 1:
        return np.zeros(1)
    return np.array([(i - 1) * c[i] for i in range(1, len(c))], dtype=float)


# %% wrong: the derivative of a constant is an empty array
import numpy as np


def power_rule(c):
    return np.array([i * c[i] for i in range(1, len(c))], dtype=float)


# %% wrong: zeros at the end are cut off
import numpy as np


def power_rule(c):
    d = [i * c[i] for i in range(1, len(c))]
    while len(d) > 1 and d[-1] == 0:
        d.pop()
    if not d:
        d = [0.0]
    return np.array(d, dtype=float)


# %% wrong: the exponent is not lowered, the result still has k coefficients
import numpy as np


def power_rule(c):
    return c * np.arange(len(c))

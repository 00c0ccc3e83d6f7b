# %% right
import numpy as np


def linear_activation(x, a, b):
    return a * x + b


# %% wrong: the slope and not the value
import numpy as np


def linear_activation(x, a, b):
    return np.full(len(x), float(a))


# %% wrong: the identity
import numpy as np


def linear_activation(x, a, b):
    return x.copy()


# %% wrong: the shift is inside, a (x + b)
import numpy as np


def linear_activation(x, a, b):
    return a * (x + b)


# %% wrong: slope and shift are exchanged
import numpy as np


def linear_activation(x, a, b):
    return np.array([b * v + a for v in x], dtype=float)


# %% wrong: negative results become 0
import numpy as np


def linear_activation(x, a, b):
    return np.maximum(a * x + b, 0.0)

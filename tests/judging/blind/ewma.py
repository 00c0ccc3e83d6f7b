# %% right
import numpy as np


def ewma(theta, beta, v0):
    out = np.zeros(len(theta))
    v = float(v0)
    for t in range(len(theta)):
        v = beta * v + (1.0 - beta) * theta[t]
        out[t] = v
    return out


# %% wrong: beta weights the new value and 1 - beta the old average
import numpy as np


def ewma(theta, beta, v0):
    v = v0
    out = []
    for x in theta:
        v = (1 - beta) * v + beta * x
        out.append(v)
    return np.array(out, dtype=float)


# %% wrong: starts at the first value, as pandas does, and ignores v0
import numpy as np


def ewma(theta, beta, v0):
    out = np.zeros(len(theta))
    for t in range(len(theta)):
        if t == 0:
            out[t] = theta[0]
        else:
            out[t] = beta * out[t - 1] + (1 - beta) * theta[t]
    return out


# %% wrong: with the bias correction of Adam
import numpy as np


def ewma(theta, beta, v0):
    v = v0
    out = np.zeros(len(theta))
    for t, x in enumerate(theta, start=1):
        v = beta * v + (1 - beta) * x
        out[t - 1] = v / (1 - beta ** t) if beta < 1 else v
    return out


# %% wrong: returns V_0 to V_{n-1}, one step late
import numpy as np


def ewma(theta, beta, v0):
    out = np.zeros(len(theta))
    v = v0
    for t in range(len(theta)):
        out[t] = v
        v = beta * v + (1 - beta) * theta[t]
    return out


# %% wrong: the new value is added without the factor 1 - beta, as in classical momentum
import numpy as np


def ewma(theta, beta, v0):
    v = v0
    out = np.zeros(len(theta))
    for t in range(len(theta)):
        v = beta * v + theta[t]
        out[t] = v
    return out

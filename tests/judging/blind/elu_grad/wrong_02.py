# MISTAKE: takes -alpha, the floor of the values, for a border on the x axis: slope 0 for x < -alpha.
import math


def elu_grad(x, alpha):
    out = []
    for v in x:
        if v > 0:
            out.append(1.0)
        elif v < -alpha:
            out.append(0.0)         # flat, the unit has reached -alpha
        else:
            out.append(alpha * math.exp(v))
    return out

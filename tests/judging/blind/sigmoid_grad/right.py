import math


def sigmoid_grad(x):
    out = []
    for v in x:
        # sigma' is the same for v and -v, so I use -|v|, where exp cannot overflow
        e = math.exp(-abs(v))
        s = 1.0 / (1.0 + e)
        out.append(s * (e * s))     # s * (1 - s), and 1 - s = e / (1 + e)
    return out

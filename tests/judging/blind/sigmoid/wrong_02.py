# MISTAKE: any overflow is answered by 0.0, but with e^x on top an overflow means 1.0 (x = 1000 gives 0).
import math


def sigmoid(x):
    res = []
    for v in x:
        if v == float("inf"):
            res.append(1.0)
            continue
        try:
            res.append(math.exp(v) / (math.exp(v) + 1))
        except OverflowError:
            # number too big -> no probability left
            res.append(0.0)
    return res

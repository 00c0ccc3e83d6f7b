import numpy as np

def relu_grad(x):
    d = x.copy()
    d[d > 0] = 1
    d[d < 0] = 0
    d[d > 0] = d[d > 0] * x[x > 0]
    return d

import numpy as np

def relu_grad(x):
    d = x.copy()
    d[d <= 0] = 0
    return d

import numpy as np

def relu_grad(x):
    d = np.array(x, copy=True)
    d[x > 0] = 1
    return d

import numpy as np


def relu_grad(x):
    grad = np.zeros(len(x))
    for i in range(len(x)):
        if x[i] > 0:
            grad[i] = 1.0
    return grad

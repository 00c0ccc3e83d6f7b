import numpy as np

def leaky_relu_grad(x):
    return np.where(x > 0, x, 0.01)

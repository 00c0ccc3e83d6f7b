import numpy as np

def leaky_relu_grad(x):
    return np.maximum(0.01*x, x) / np.abs(x)

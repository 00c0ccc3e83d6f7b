import numpy as np

def elu_grad(x, alpha):
    return np.where(x > 0, 1.0, alpha*np.exp(-x))

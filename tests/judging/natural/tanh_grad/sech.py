import numpy as np

def tanh_grad(x):
    return 1-np.tanh(x)**2*x

import numpy as np

def sigmoid_grad(x):
    s=1/(1+np.exp(-np.clip(x,-500,500)))
    return np.sum(s*(1-s))

import numpy as np

def graph_backward(x,y,z,g):
    return np.array([z, z, x+y]) + g - 1

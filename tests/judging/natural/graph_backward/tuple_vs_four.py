import numpy as np

def graph_backward(x,y,z,g):
    q=x+y
    return np.array([g*z, g*z, g*z, g*q])

import numpy as np

def gd_step(w,g,lr):
    return np.maximum(w - lr*g, 0)

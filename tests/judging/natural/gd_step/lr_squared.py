import numpy as np

def gd_step(w,g,lr):
    return w - lr*lr*g

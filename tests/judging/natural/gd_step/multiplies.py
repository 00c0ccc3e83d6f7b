import numpy as np

def gd_step(w,g,lr):
    return w*(1-lr*g)

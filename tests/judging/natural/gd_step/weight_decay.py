import numpy as np

def gd_step(w,g,lr):
    return (1-lr)*w - lr*g

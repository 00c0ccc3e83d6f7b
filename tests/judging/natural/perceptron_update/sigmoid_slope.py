import numpy as np

def perceptron_update(w,x,target,pred,lr):
    return w + lr*(target-pred)*pred*(1-pred)*x

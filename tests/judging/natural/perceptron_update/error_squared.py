import numpy as np

def perceptron_update(w,x,target,pred,lr):
    return w + lr*(target-pred)**2*x

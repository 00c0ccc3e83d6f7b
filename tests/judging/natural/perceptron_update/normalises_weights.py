import numpy as np

def perceptron_update(w,x,target,pred,lr):
    w = w + lr*(target-pred)*x
    n=np.linalg.norm(w)
    return w/n if n else w

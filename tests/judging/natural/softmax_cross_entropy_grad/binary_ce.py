import numpy as np

def softmax_cross_entropy_grad(Z,Y):
    E=np.exp(Z-Z.max(axis=1,keepdims=True)); P=E/E.sum(axis=1,keepdims=True)
    return (-Y/(P+1e-12) + (1-Y)/(1-P+1e-12))*P*(1-P)/len(Z)

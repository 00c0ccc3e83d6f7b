import numpy as np

def softmax_cross_entropy_grad(Z,Y):
    E=np.exp(Z-Z.max(axis=1,keepdims=True)); P=E/E.sum(axis=1,keepdims=True)
    return (P*Y)/len(Z)

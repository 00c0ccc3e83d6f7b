import numpy as np

def softmax_cross_entropy_grad(Z,Y):
    E=np.exp(Z-Z.max(axis=1,keepdims=True)); P=E/E.sum(axis=1,keepdims=True)
    return -np.sum(Y*np.log(P+1e-12))/len(Z)

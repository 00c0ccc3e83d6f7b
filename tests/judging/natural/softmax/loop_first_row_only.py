import numpy as np

def softmax(Z):
    P=np.zeros(Z.shape)
    e=np.exp(Z[0]-Z[0].max())
    P[:]=e/e.sum()
    return P

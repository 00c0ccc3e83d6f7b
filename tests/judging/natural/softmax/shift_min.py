import numpy as np

def softmax(Z):
    E=np.exp(Z-Z.min(axis=1,keepdims=True))
    return E/E.sum(axis=1,keepdims=True)

import numpy as np

def softmax(Z):
    E=np.exp(Z-Z.max(axis=1))
    return E/E.sum(axis=1)

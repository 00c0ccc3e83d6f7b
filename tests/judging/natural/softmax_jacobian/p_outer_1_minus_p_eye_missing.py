import numpy as np

def softmax_jacobian(z):
    e=np.exp(z-z.max()); p=e/e.sum()
    return np.diag(p) - np.dot(p, p.T)

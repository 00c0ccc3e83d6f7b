import numpy as np

def softmax_jacobian(z):
    e=np.exp(z-z.max()); p=e/e.sum()
    J=-np.outer(p,p)
    np.fill_diagonal(J, p)
    return J

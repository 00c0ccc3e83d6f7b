import numpy as np

def softmax_jacobian(z):
    e=np.exp(z-z.max()); p=e/e.sum()
    k=len(p); J=np.zeros((k,k))
    for i in range(k):
        for j in range(k):
            J[i,j]= -p[i]*p[j] if i==j else p[i]*(1-p[j])
    return J

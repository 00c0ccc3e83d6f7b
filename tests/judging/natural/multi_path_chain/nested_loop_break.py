import numpy as np

def multi_path_chain(A,g):
    h,d=A.shape
    out=np.zeros(d)
    for j in range(d):
        for i in range(d):
            if i<h: out[j]+=g[i]*A[i,j]
    return out

import numpy as np

def multi_path_chain(A,g):
    return np.array([sum(gi*aij for gi,aij in zip(g,row)) for row in A])

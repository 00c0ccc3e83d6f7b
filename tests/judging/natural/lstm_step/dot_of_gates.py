import numpy as np

def s(z): return 0.5*(1+np.tanh(0.5*z))
def lstm_step(a,c,x,W,b):
    z=W@np.concatenate([a,x])+b
    n=np.dot(s(z[1]),np.tanh(z[0]))+np.dot(s(z[2]),c)
    n=np.full(len(c),n)
    return s(z[3])*np.tanh(n), n

import numpy as np

def s(z): return 0.5*(1+np.tanh(0.5*z))
def lstm_step(a,c,x,W,b):
    z=W@np.concatenate([a,x])+b
    n=s(z[1])*np.tanh(z[0])+s(z[2])*c
    return s(z[3])*np.tanh(z[0]), n

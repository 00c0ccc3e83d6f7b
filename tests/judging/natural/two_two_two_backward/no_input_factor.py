import numpy as np

def s(z): return 0.5*(1+np.tanh(0.5*z))
def two_two_two_backward(i,w,b,t):
    W1,W2=w[:4].reshape(2,2),w[4:].reshape(2,2)
    h=s(W1@i+b[0]); o=s(W2@h+b[1])
    do=(o-t)*o*(1-o); dh=(do@W2)*h*(1-h)
    return np.concatenate([np.repeat(dh,2), np.outer(do,h).ravel()])

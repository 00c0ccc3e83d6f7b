import numpy as np

def pairwise_iou(a,b):
    low=np.maximum(a[:,None,:2],b[None,:,:2]); high=np.minimum(a[:,None,2:],b[None,:,2:])
    s=np.prod(np.maximum(high-low,0),axis=2)
    A=np.prod(a[:,2:]-a[:,:2],axis=1); B=np.prod(b[:,2:]-b[:,:2],axis=1)
    u=A[:,None]+B-s
    return np.divide(s,u,out=np.zeros_like(s),where=u>0).ravel()

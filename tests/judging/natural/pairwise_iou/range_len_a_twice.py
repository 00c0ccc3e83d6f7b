import numpy as np

def pairwise_iou(a,b):
    S=np.zeros((len(a),len(b)))
    for i in range(len(a)):
        for j in range(len(a)):
            w=max(0,min(a[i,2],b[j,2])-max(a[i,0],b[j,0])); h=max(0,min(a[i,3],b[j,3])-max(a[i,1],b[j,1]))
            t=w*h; u=(a[i,2]-a[i,0])*(a[i,3]-a[i,1])+(b[j,2]-b[j,0])*(b[j,3]-b[j,1])-t
            S[i,j]=t/u if u else 0.0
    return S

import numpy as np

def iou(a,b):
    w=max(0,min(a[2],b[2])-max(a[0],b[0])); h=max(0,min(a[3],b[3])-max(a[1],b[1]))
    i=w*h; u=(max(a[2],b[2])-min(a[0],b[0]))*(max(a[3],b[3])-min(a[1],b[1]))
    return i/u if u else 0.0

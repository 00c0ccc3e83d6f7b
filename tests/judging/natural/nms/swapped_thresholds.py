import numpy as np

def _i(a,b):
    w=max(0,min(a[2],b[2])-max(a[0],b[0])); h=max(0,min(a[3],b[3])-max(a[1],b[1]))
    i=w*h; u=(a[2]-a[0])*(a[3]-a[1])+(b[2]-b[0])*(b[3]-b[1])-i
    return i/u if u else 0.0
def nms(boxes,scores,score_threshold,iou_threshold):
    keep=[]
    score_threshold,iou_threshold=iou_threshold,score_threshold
    for k in np.argsort(-scores,kind='stable'):
        if scores[k]>score_threshold and all(_i(boxes[k],boxes[j])<=iou_threshold for j in keep):
            keep.append(int(k))
    return np.array(keep,int)

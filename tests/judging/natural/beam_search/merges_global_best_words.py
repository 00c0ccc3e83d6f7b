import numpy as np

def beam_search(log_start, log_next, width):
    beams=sorted([(-float(a),(w,)) for w,a in enumerate(log_start)])[:width]
    for step in log_next:
        top=np.argsort(-step.max(axis=0),kind='stable')[:width]
        new=[(s-float(step[p[-1]][w]),p+(int(w),)) for s,p in beams for w in top]
        beams=sorted(new)[:width]
    return np.array([p for _,p in beams]), np.array([-s for s,_ in beams])

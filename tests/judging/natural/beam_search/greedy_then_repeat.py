import numpy as np

def beam_search(log_start, log_next, width):
    beams=sorted([(-float(a),(w,)) for w,a in enumerate(log_start)])[:width]
    for step in log_next:
        new=[]
        for s,p in beams:
            for w,m in enumerate(step[p[0]]):
                new.append((s-float(m),p+(w,)))
        beams=sorted(new)[:width]
    return np.array([p for _,p in beams]), np.array([-s for s,_ in beams])

import numpy as np

def clipped_precision(candidate, references, n):
    grams=[tuple(candidate[i:i+n]) for i in range(len(candidate)-n+1)]
    refs=[tuple(r[i:i+n]) for r in references for i in range(len(r)-n+1)]
    hit=0
    for g in grams:
        if g in refs:
            hit+=1; refs.remove(g)
    return hit, len(grams)

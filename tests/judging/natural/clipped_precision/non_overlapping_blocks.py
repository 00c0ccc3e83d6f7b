import numpy as np

def clipped_precision(candidate, references, n):
    from collections import Counter
    ng=lambda s: Counter(tuple(s[i:i+n]) for i in range(0,len(s)-n+1,n))
    m=Counter()
    for r in references: m|=ng(r)
    a=ng(candidate)
    return sum((a&m).values()), sum(a.values())

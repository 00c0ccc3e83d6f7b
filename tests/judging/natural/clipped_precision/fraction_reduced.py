import numpy as np

def clipped_precision(candidate, references, n):
    from collections import Counter
    from math import gcd
    ng=lambda s: Counter(tuple(s[i:i+n]) for i in range(len(s)-n+1))
    m=Counter()
    for r in references: m|=ng(r)
    a=ng(candidate); h=sum((a&m).values()); t=sum(a.values()); d=gcd(h,t) or 1
    return h//d, t//d

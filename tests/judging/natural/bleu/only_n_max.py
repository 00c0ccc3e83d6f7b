import numpy as np

from collections import Counter
import math
def ng(s,n): return Counter(tuple(s[i:i+n]) for i in range(len(s)-n+1))
def P(c,R,n):
    m=Counter()
    for r in R: m|=ng(r,n)
    a=ng(c,n); t=sum(a.values())
    return sum((a&m).values())/t if t else 0
def bleu(candidate, references, max_n=4):
    if not candidate: return 0.0
    p=P(candidate,references,max_n)
    c=len(candidate); r=min((abs(len(x)-c),len(x)) for x in references)[1]
    bp=1.0 if c>=r else math.exp(1-r/c)
    return bp*p

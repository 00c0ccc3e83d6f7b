import numpy as np

def chain_rule_compose(outer, inner, x):
    d=lambda c: np.array([i*c[i] for i in range(1,len(c))])
    v=lambda c,x: sum(a*x**i for i,a in enumerate(c))
    return float(v(d(outer), v(d(inner), x)))

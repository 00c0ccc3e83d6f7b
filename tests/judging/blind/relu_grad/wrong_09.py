# MISTAKE: goes through a dict keyed by the number: equal entries are merged, the answer gets too short.
def relu_grad(x):
    slope = {v: (1.0 if v > 0 else 0.0) for v in x}
    return list(slope.values())

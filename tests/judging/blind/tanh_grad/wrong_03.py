# MISTAKE: rounds the slope to 0 beyond |x| = 5 (there it is still 1.8e-4).
import math


def tanh_grad(x):
    g = []
    for v in x:
        if abs(v) > 5:
            g.append(0.0)
        else:
            g.append(1 - math.tanh(v) ** 2)
    return g

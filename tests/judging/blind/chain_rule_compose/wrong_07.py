# MISTAKE: a constant inner function gets the derivative 1 (the empty product) instead of 0.
import numpy as np


def d(c):
    if len(c) == 1:
        return np.array([1.0])
    return c[1:] * np.arange(1, len(c))


def ev(c, x):
    r = 0.0
    for a in c[::-1]:
        r = r * x + a
    return r


def chain_rule_compose(outer, inner, x):
    if len(outer) == 1:
        return 0.0
    return float(ev(d(outer), ev(inner, x)) * ev(d(inner), x))

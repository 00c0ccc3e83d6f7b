# MISTAKE: derivative coefficients are kept in an int array; i * c with halves loses its half.
import numpy as np


def derivative(c):
    dc = np.zeros(max(len(c) - 1, 1), dtype=int)
    for i in range(1, len(c)):
        dc[i - 1] = i * c[i]
    return dc


def poly(c, x):
    return sum(float(c[i]) * x ** i for i in range(len(c)))


def chain_rule_compose(outer, inner, x):
    return poly(derivative(outer), poly(inner, x)) * poly(derivative(inner), x)

# MISTAKE: the outer derivative is taken at x and not at inner(x).
import numpy as np


def deriv(c, x):
    return sum(i * c[i] * x ** (i - 1) for i in range(1, len(c)))


def chain_rule_compose(outer, inner, x):
    return float(deriv(outer, x) * deriv(inner, x))

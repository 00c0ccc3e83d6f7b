# MISTAKE: np.poly1d reads the coefficients with the highest power first.
import numpy as np


def chain_rule_compose(outer, inner, x):
    p, q = np.poly1d(outer), np.poly1d(inner)
    return float(p.deriv()(q(x)) * q.deriv()(x))

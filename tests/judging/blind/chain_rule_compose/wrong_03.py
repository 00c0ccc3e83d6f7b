# MISTAKE: composes the wrong way round: derivative of inner(outer(x)).
import numpy as np
from numpy.polynomial import Polynomial


def chain_rule_compose(outer, inner, x):
    f = Polynomial(outer)
    g = Polynomial(inner)
    return float(g.deriv()(f(x)) * f.deriv()(x))

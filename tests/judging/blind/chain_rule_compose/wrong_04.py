# MISTAKE: central differences; good at small x, but the digits are gone at x = 1000.
import numpy as np


def chain_rule_compose(outer, inner, x):
    def p(c, u):
        return sum(ci * u ** k for k, ci in enumerate(c))

    h = 1e-5
    return float((p(outer, p(inner, x + h)) - p(outer, p(inner, x - h))) / (2 * h))

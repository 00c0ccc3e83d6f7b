# MISTAKE: shortcut at x = 0: "all powers of 0 are 0", the linear term's derivative is forgotten.
import numpy as np


def chain_rule_compose(outer, inner, x):
    if x == 0:
        return 0.0
    m = sum(c * x ** i for i, c in enumerate(inner))
    dm = sum(i * c * x ** (i - 1) for i, c in enumerate(inner))
    do = sum(i * c * m ** (i - 1) for i, c in enumerate(outer) if i > 0)
    return float(do * dm)

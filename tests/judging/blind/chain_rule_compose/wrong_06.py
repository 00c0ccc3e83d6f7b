# MISTAKE: avoids a division by m at m = inner(x) = 0 by answering 0; outer'(0) is its linear coefficient.
import numpy as np


def chain_rule_compose(outer, inner, x):
    m = sum(c * x ** i for i, c in enumerate(inner))
    dm = sum(i * inner[i] * x ** (i - 1) for i in range(1, len(inner)))
    if m == 0:
        return 0.0               # would divide by zero below
    # i * c * m^i / m
    dz = sum(i * c * m ** i for i, c in enumerate(outer)) / m
    return float(dz * dm)

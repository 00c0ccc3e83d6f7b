# Honest answer: value and derivative of a polynomial by loops, then the chain rule.
import numpy as np


def value(c, x):
    total = 0.0
    power = 1.0
    for a in c:
        total += float(a) * power
        power *= x
    return total


def slope(c, x):
    total = 0.0
    power = 1.0                      # x ** (i - 1)
    for i in range(1, len(c)):
        total += i * float(c[i]) * power
        power *= x
    return total


def chain_rule_compose(outer, inner, x):
    x = float(x)
    m = value(inner, x)
    return slope(outer, m) * slope(inner, x)

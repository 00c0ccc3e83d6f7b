"""Polynomials given by their coefficients, the constant first: right ones, and some with one mistake each."""

import numpy as np

from gradkata import st


def value(c, x):
    """The polynomial at x: ``(n),()->()``."""
    return float(sum(a * x**i for i, a in enumerate(c)))


def slope(c, x):
    """Its derivative at x: ``(n),()->()``."""
    return float(sum(i * c[i] * x ** (i - 1) for i in range(1, len(c))))


def with_new_exponents(c, x):
    """Its derivative, but each term is multiplied by its new exponent: ``(n),()->()``."""
    return float(sum((i - 1) * c[i] * x ** (i - 1) for i in range(1, len(c))))


def with_constants(c, x):
    """Its derivative, but the constant is differentiated like the other terms: ``(n),()->()``."""
    return sum(i * a * x ** (i - 1) for i, a in enumerate(c.tolist()))


def with_constants_at_once(c, x):
    """The same with arrays, for which 1/0 is inf and 0·inf is NaN: ``(n),()->()``."""
    i = np.arange(len(c))
    return float(np.sum(i * c * x ** (i - 1.0)))


def or_1(c, x):
    """Its derivative, but 1 for a constant: ``(n),()->()``."""
    return slope(c, x) if len(c) > 1 else 1.0


def with_whole_coefficients(c, x):
    """Its derivative, but each coefficient is truncated to an integer: ``(n),()->()``."""
    return float(sum(int(i * c[i]) * x ** (i - 1) for i in range(1, len(c))))


def from_the_highest(c, x):
    """Its derivative by Horner's scheme, starting with the last coefficient: ``(n),()->()``."""
    derived = [i * a for i, a in enumerate(c.tolist())][1:]
    total = derived[-1]
    for a in derived[-2::-1]:
        total = total * x + a
    return total


def by_horner(c, x):
    """The polynomial at x by Horner's scheme, which rounds differently: ``(n),()->()``."""
    total = 0.0
    for a in c.tolist()[::-1]:
        total = total * x + a
    return total


def chained(outer, inner, x, outside=slope, inside=None):
    """The chain rule, with the given derivatives of the two polynomials in place of the right ones."""
    return outside(outer, value(inner, x)) * (inside or outside)(inner, x)


@st.composite
def ordinary_at(draw, x, k, elements):
    """A polynomial that is not constant, and not 0 at x."""
    c = draw(st.arrays(k, elements=elements))
    if not c[1:].any():
        c[1] = 1.0
    if value(c, x) == 0:
        c[0] += 1.0
    return c

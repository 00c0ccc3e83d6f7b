"""The derivative of a polynomial of a polynomial, by the chain rule.

Source: Goodfellow, Bengio & Courville, "Deep Learning" (2016), section 6.5.2, equation 6.44; values
and derivatives by Horner's scheme, as in Knuth, "The Art of Computer Programming" 2, section 4.6.4.
"""

from typing import Any

import numpy as np


def chain_rule_compose(outer: np.ndarray, inner: np.ndarray, x: float) -> float:
    """The outer derivative at inner(x) times the inner derivative at x.

    Shapes: ``(m),(k),()->()``, coefficients with the constant first.
    """
    value, slope = _value_and_slope(inner.tolist(), x)
    return float(_value_and_slope(outer.tolist(), value)[1] * slope)


def chain_rule_compose_numpy(outer: np.ndarray, inner: np.ndarray, x: float) -> float:
    """Evaluate the inner polynomial first: the outer derivative is taken at its value."""
    m = sum(c * x**i for i, c in enumerate(inner.tolist()))
    return float(_derivative(outer.tolist(), m) * _derivative(inner.tolist(), x))


def chain_rule_compose_dual(outer: np.ndarray, inner: np.ndarray, x: float) -> float:
    """The same with dual numbers: sums and products carry the derivative, and no rule is written out."""
    number = (x, 1.0)
    for coefficients in (inner.tolist(), outer.tolist()):
        total, power = (0.0, 0.0), (1.0, 0.0)
        for c in coefficients:
            total = (total[0] + c * power[0], total[1] + c * power[1])
            power = (power[0] * number[0], power[0] * number[1] + power[1] * number[0])
        number = total
    return float(number[1])


def chain_rule_compose_polynomial(outer: np.ndarray, inner: np.ndarray, x: float) -> float:
    """The same with NumPy's class for polynomials."""
    f, g = np.polynomial.Polynomial(outer), np.polynomial.Polynomial(inner)
    return float(f.deriv()(g(x)) * g.deriv()(x))


def chain_rule_compose_exact(outer: np.ndarray, inner: np.ndarray, x: float) -> float:
    """The same without the chain rule: multiply out, differentiate, all in fractions."""
    from fractions import Fraction

    total, power = [Fraction(0)], [Fraction(1)]
    for c in outer.tolist():
        longest = max(len(total), len(power))
        pairs = zip(_padded(total, longest), _padded(power, longest), strict=True)
        total = [a + Fraction(c) * b for a, b in pairs]
        product = [Fraction(0)] * (len(power) + len(inner) - 1)
        for i, a in enumerate(power):
            for j, b in enumerate(inner.tolist()):
                product[i + j] += a * Fraction(b)
        power = product
    at = Fraction(float(x))
    return float(sum((i * c * at ** (i - 1) for i, c in enumerate(total) if i), Fraction(0)))


def _derivative(coefficients: list[float], x: float) -> float:
    return sum(i * coefficients[i] * x ** (i - 1) for i in range(1, len(coefficients)))


def _value_and_slope(coefficients: list[float], x: float) -> tuple[float, float]:
    """Horner's scheme for a polynomial and for its derivative at once."""
    value = slope = 0.0
    for c in reversed(coefficients):
        slope = slope * x + value
        value = value * x + c
    return value, slope


def _padded(coefficients: list[Any], length: int) -> list[Any]:
    return coefficients + [0] * (length - len(coefficients))

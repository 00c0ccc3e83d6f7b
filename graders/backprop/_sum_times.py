"""Gradients of (x + y) z that take f, its factors or its numbers for something else: ``(),(),(),()->(3)``."""

import numpy as np


def right(x, y, z, g):
    """The right derivatives by x, y and z."""
    return g * np.array([z, z, x + y])


def by_quotients(quotients, x, y, z, g):
    """What difference quotients make of the three."""
    return g * quotients(lambda at: (at[0] + at[1]) * at[2], np.array([x, y, z]))


def keeps_local_derivatives_in_integers(x, y, z, g):
    """You keep the local derivatives in an array of integers, which cuts off what stands behind the point."""
    return g * np.trunc([z, z, x + y])


def divides_f_by_its_factors(x, y, z, g):
    """You get a factor's derivative by dividing f by that factor, and a factor may be 0. The other factor is
    at hand without a division."""
    f = (x + y) * z
    return g * np.array([f / (x + y), f / (x + y), f / z])


def divides_f_by_factors_other_than_0(x, y, z, g):
    """You get a factor's derivative by dividing f by that factor, and call it 0 where the factor is 0. That says
    nothing of the other factor, which is at hand without a division."""
    return g * np.array([z if x + y else 0.0, z if x + y else 0.0, x + y if z else 0.0])


def uses_f_for_the_gradient_from_above(x, y, z, g):
    """You multiply by the value of f on top. What comes back is a derivative; f itself is no part of it."""
    return (x + y) * z * right(x, y, z, g)


def reads_f_as_q_times_y(x, y, z, g):
    """You take the derivatives of q·y, which is what one slide of the lecture prints by a slip. The product is
    that of q and z."""
    return g * np.array([y, x + 2 * y, 0.0])

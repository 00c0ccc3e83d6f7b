"""Gradients of (x + y) z that misuse f, its factors or the dtype: ``(),(),(),()->(3)``."""

import numpy as np

from gradkata.mistakes import gradient


def by_quotients(quotient, x, y, z, g):
    """The three derivatives from difference quotients."""
    return g * gradient(lambda at: (at[0] + at[1]) * at[2], np.array([x, y, z]), quotient)


def keeps_local_derivatives_in_integers(x, y, z, g):
    """You store the local derivatives in an array of integers, which drops the digits after the decimal point."""
    return g * np.trunc([z, z, x + y])


def divides_f_by_its_factors(x, y, z, g):
    """You get the derivative with respect to a factor by dividing f by it, but a factor may be 0. The other factor is
    available without a division."""
    f = (x + y) * z
    return g * np.array([f / (x + y), f / (x + y), f / z])


def divides_f_by_factors_other_than_0(x, y, z, g):
    """You get the derivative with respect to a factor by dividing f by it, and return 0 if that factor is 0. The other
    factor need not be 0 then."""
    return g * np.array([z if x + y else 0.0, z if x + y else 0.0, x + y if z else 0.0])


def multiplies_by_f_as_well(x, y, z, g):
    """You also multiply by the value of f. Only derivatives are multiplied in the backward pass; f itself is not one
    of them."""
    return (x + y) * z * g * np.array([z, z, x + y])


def reads_f_as_q_times_y(x, y, z, g):
    """You take the derivatives of q·y. The product is that of q and z."""
    return g * np.array([y, x + 2 * y, 0.0])

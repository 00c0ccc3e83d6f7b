"""Slopes of compositions that are wrong at 0, for constants or in their last digits: ``(m),(k),()->()``."""

from ._polynomials import slope, value


def chained(slope_outside, slope_inside, outer, inner, x):
    """The chain rule with the given slope functions for the two polynomials."""
    return slope_outside(outer, value(inner, x)) * slope_inside(inner, x)


def answers_0_where_the_inner_value_is_0(outer, inner, x):
    """You return 0 if inner(x) is 0. The outer function may be as steep there as anywhere else."""
    return chained(slope, slope, outer, inner, x) if value(inner, x) else 0.0


def answers_0_at_0(outer, inner, x):
    """You return 0 if x is 0, as if every term of the derivative contained a power of x. The linear term's derivative
    is a constant."""
    return chained(slope, slope, outer, inner, x) if x else 0.0


def _slope_or_1(c, x):
    return slope(c, x) if len(c) > 1 else 1.0


def treats_the_derivative_of_a_constant_as_1(outer, inner, x):
    """You use 1 as the derivative of a constant. A constant does not change at all."""
    return chained(_slope_or_1, _slope_or_1, outer, inner, x)


def treats_the_derivative_of_an_inner_constant_as_1(outer, inner, x):
    """You use 1 as the derivative of a constant, and avoid that only for the outer function. A constant inside does
    not change at all."""
    return chained(slope, _slope_or_1, outer, inner, x)


def nested(c, x):
    """The polynomial at x by Horner's scheme, which rounds differently: ``(n),()->()``."""
    total = 0.0
    for a in c.tolist()[::-1]:
        total = total * x + a
    return total


def by_differences(forward, central):
    """Wrong answers by forward and by central differences, for the given exponents of the step.

    If x is large, the digits that are left depend on how a polynomial is computed: by powers, or by Horner's
    scheme.
    """
    kinds = [("forward", 0, each) for each in forward] + [("central", 1, each) for each in central]
    for kind, below, exponent, scheme in [(*each, scheme) for each in kinds for scheme in (value, nested)]:

        def wrong(outer, inner, x, below=below, step=float(f"1e-{exponent}"), scheme=scheme):
            ends = [scheme(outer, scheme(inner, at)) for at in (x - step if below else x, x + step)]
            return (ends[1] - ends[0]) / (step * (1 + below))

        wrong.__name__ = f"takes_{kind}_differences_of_1e_minus_{exponent}"
        wrong.__name__ += "_by_horner" if scheme is nested else ""
        wrong.__doc__ = (
            f"You use {kind} differences with a step of 1e-{exponent}, which leave too few correct digits. "
            "The grader compares nine."
        )
        yield wrong

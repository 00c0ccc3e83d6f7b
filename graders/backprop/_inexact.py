"""Right answers that lose digits: each of these makes a named misconception of one."""

import numpy as np


def computes_in_single_precision(right):
    """The wrong answer of float32 from the arguments on."""

    def computes_in_single_precision(*arguments):
        """You compute in float32, which keeps about seven digits. The arguments are float64, and nine digits are
        compared."""
        return right(*[np.float32(each) for each in arguments]).astype(float)

    return computes_in_single_precision


def returns_single_precision(right):
    """The wrong answer of float32 at the end."""

    def returns_single_precision(*arguments):
        """You put the right numbers into an array of float32, which keeps about seven digits. Nine are compared."""
        return np.float32(right(*arguments))

    return returns_single_precision


def rounds_the_result(right, digits):
    """The wrong answer of ``digits`` decimals."""

    def rounds(*arguments):
        """You round what you return. Small numbers are lost by that: return them as they are."""
        return np.round(right(*arguments), digits)

    rounds.__name__ = f"rounds_to_{digits}_decimals"
    return rounds


def works_on_whole_numbers(right):
    """The wrong answer of an array of integers at the end."""

    def works_on_whole_numbers(*arguments):
        """You collect the result in an array of integers, which cuts off what stands behind the point."""
        return np.trunc(right(*arguments))

    return works_on_whole_numbers


def difference_quotients(value, at, step, below):
    """How ``value`` changes with each entry, from ``below`` steps before it to one step behind it: ``->(n)``."""
    moves = step * np.eye(len(at))
    differences = [value(at + move) - value(at - move if below else at) for move in moves]
    return np.array(differences) / (step * (1 + below))


def by_differences(gradient, forward, central):
    """The wrong answers of forward and of central differences, by the exponents of their steps.

    ``gradient`` makes an answer of a function ``(value, at) -> quotients`` and of the arguments.
    """
    for kind, below, exponents in (("forward", 0, forward), ("central", 1, central)):
        for exponent in exponents:

            def wrong(*arguments, below=below, step=float(f"1e-{exponent}")):
                return gradient(lambda value, at: difference_quotients(value, at, step, below), *arguments)

            wrong.__name__ = f"takes_{kind}_differences_of_1e_minus_{exponent}"
            wrong.__doc__ = (
                f"You take {kind} differences over a step of 1e-{exponent}, which leave too few digits. "
                "Nine are compared."
            )
            yield wrong

"""Right answers that lose digits: each function turns a right answer into a named misconception."""

import numpy as np


def computes_in_single_precision(right):
    """The wrong answer that uses float32 throughout."""

    def computes_in_single_precision(*arguments):
        """You compute in float32, which keeps about seven digits. The arguments are float64, and the grader compares
        nine digits."""
        return right(*[np.float32(each) for each in arguments]).astype(float)

    return computes_in_single_precision


def returns_single_precision(right):
    """The wrong answer that returns float32."""

    def returns_single_precision(*arguments):
        """You put the right numbers into a float32 array, which keeps about seven digits. The grader compares nine."""
        return np.float32(right(*arguments))

    return returns_single_precision


def rounds_the_result(right, digits):
    """The wrong answer that rounds to ``digits`` decimals."""

    def rounds(*arguments):
        """You round the result, which loses small numbers. Return the numbers as they are."""
        return np.round(right(*arguments), digits)

    rounds.__name__ = f"rounds_to_{digits}_decimals"
    return rounds


def works_on_whole_numbers(right):
    """The wrong answer that returns an array of integers."""

    def works_on_whole_numbers(*arguments):
        """You store the result in an array of integers, which drops the digits after the decimal point."""
        return np.trunc(right(*arguments))

    return works_on_whole_numbers


def difference_quotients(value, at, step, below):
    """The difference quotient of ``value`` in each entry, from ``below`` steps before it to one step after it:
    ``->(n)``."""
    moves = step * np.eye(len(at))
    differences = [value(at + move) - value(at - move if below else at) for move in moves]
    return np.array(differences) / (step * (1 + below))


def by_differences(gradient, forward, central):
    """Wrong answers by forward and by central differences, for the given exponents of the step.

    ``gradient`` computes an answer from a function ``(value, at) -> quotients`` and from the arguments.
    """
    for kind, below, exponents in (("forward", 0, forward), ("central", 1, central)):
        for exponent in exponents:

            def wrong(*arguments, below=below, step=float(f"1e-{exponent}")):
                return gradient(lambda value, at: difference_quotients(value, at, step, below), *arguments)

            wrong.__name__ = f"takes_{kind}_differences_of_1e_minus_{exponent}"
            wrong.__doc__ = (
                f"You use {kind} differences with a step of 1e-{exponent}, which leave too few correct digits. "
                "The grader compares nine."
            )
            yield wrong

"""Wrong answers that are right to a few digits: differences, float32, tables, small numbers in the denominator."""

import math

import numpy as np

SIZES = {"a_thousandth": 1e-3, "a_ten_thousandth": 1e-4, "a_hundred_thousandth": 1e-5, "a_millionth": 1e-6,
         "a_ten_millionth": 1e-7, "a_hundred_millionth": 1e-8}  # fmt: skip


def exp(x):
    """The exponential, rounded in the same way on every processor: ``(n)->(n)``, float32 for float32.

    NumPy's own rounding depends on the processor, which difference quotients make visible; in a sandbox it
    rounds like math.exp.
    """
    if x.dtype == np.float32:
        return np.exp(x.astype(float)).astype(np.float32)
    return np.array([math.exp(each) if each < 709 else math.inf for each in x.tolist()])


def sigmoid(x):
    """1 / (1 + exp(-x)), computed in exactly this form: ``(n)->(n)``, float32 for float32."""
    return 1 / (1 + exp(-x))


def sigmoid_in_halves(x):
    """The same with the exponential that cannot overflow: ``(n)->(n)``."""
    e = exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


def central(curve, x, h, *others):
    """The central difference quotient: ``(n),(),...->(n)``."""
    return (curve(x + h, *others) - curve(x - h, *others)) / (2 * h)


def forward(curve, x, h, *others):
    """The forward difference quotient: ``(n),(),...->(n)``."""
    return (curve(x + h, *others) - curve(x, *others)) / h


def differences(curve, *, of_each=False):
    """Difference quotients with the usual steps; ``of_each`` moves one entry at a time: ``(k)->(k,k)``."""
    return [_difference(curve, quotient, size, of_each) for quotient in (central, forward) for size in SIZES]


def _difference(curve, quotient, size, of_each):
    h = SIZES[size]

    def wrong(x, *others):
        """You use a difference quotient. With a wide step it is not the slope at x, and with a narrow step most digits
        of two almost equal numbers cancel."""
        if of_each:
            columns = [quotient(lambda t, one=one: curve(x + t * one), 0.0, h) for one in np.eye(len(x))]
            return np.array(columns).T
        return quotient(curve, x, h, *others)

    wrong.__name__ = f"takes_a_{'forward_' if quotient is forward else ''}difference_over_{size}"
    return wrong


def single_precision(formula):
    """Wrong answers that use float32 throughout, for the result or for the input; ``formula`` keeps its argument's
    dtype."""

    def computes_in_single_precision(x, *others):
        """You compute in float32, which keeps about seven digits. The grader compares nine."""
        return formula(x.astype(np.float32), *map(np.float32, others)).astype(float)

    def rounds_to_single_precision(x, *others):
        """You put the result into a float32 array, which keeps about seven digits. The grader compares nine."""
        return formula(x, *others).astype(np.float32).astype(float)

    def takes_single_precision_input(x, *others):
        """You convert the input to float32, which keeps about seven digits. The grader compares nine."""
        return formula(x.astype(np.float32).astype(float), *others)

    return computes_in_single_precision, rounds_to_single_precision, takes_single_precision_input


def tables(right):
    """Wrong answers that use a table in steps of a hundredth."""
    grid = np.linspace(-40, 40, 8001)
    entries = right(grid)

    def looks_up_the_nearest_entry(x):
        """You round x to a hundredth, as for a lookup in a table. The curve also changes between two entries of the
        table."""
        return right(np.round(x, 2))

    def interpolates_in_a_table(x):
        """You interpolate linearly between the entries of a table. The curve bends between them, and the grader
        compares nine digits."""
        return np.interp(x, grid, entries)

    return looks_up_the_nearest_entry, interpolates_in_a_table


def adds_epsilons(answer, sizes=("a_millionth", "a_ten_millionth", "a_hundred_millionth")):
    """Wrong answers with a small number added to the denominator; ``answer`` takes that number first."""
    return [_adds_an_epsilon(answer, size) for size in sizes]


def _adds_an_epsilon(answer, size):
    def wrong(x):
        """You add a small number to the denominator to avoid a division by 0. That makes every quotient too small, and
        the grader compares nine digits."""
        return answer(SIZES[size], x)

    wrong.__name__ = f"adds_an_epsilon_of_{size}"
    return wrong

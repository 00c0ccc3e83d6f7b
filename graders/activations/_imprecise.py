"""Wrong answers that are right to a few digits: float32, tables, small numbers in the denominator."""

import numpy as np

from ._careless import declare


def computes_in_single_precision(kata, formula):
    """The wrong answer that uses float32 for another formula than the plain answer's; it keeps its argument's dtype."""

    @kata.misconception
    def computes_in_single_precision(x, *others):
        """You compute in float32, which keeps about seven digits. The grader compares nine."""
        return formula(x.astype(np.float32), *map(np.float32, others)).astype(float)


def uses_tables(kata, right):
    """Wrong answers that use a table in steps of a hundredth."""
    grid = np.linspace(-40, 40, 8001)
    entries = right(grid)

    @kata.misconception
    def looks_up_the_nearest_entry(x):
        """You round x to a hundredth, as for a lookup in a table. The curve also changes between two entries of the
        table."""
        return right(np.round(x, 2))

    @kata.misconception
    def interpolates_in_a_table(x):
        """You interpolate linearly between the entries of a table. The curve bends between them, and the grader
        compares nine digits."""
        return np.interp(x, grid, entries)


def adds_epsilons(kata, answer):
    """Wrong answers with a small number added to the denominator; ``answer`` takes that number first."""
    words = """You add a small number to the denominator to avoid a division by 0. That makes every quotient too small,
    and the grader compares nine digits."""
    for size, epsilon in (("millionth", 1e-6), ("ten_millionth", 1e-7), ("hundred_millionth", 1e-8)):
        wrong = lambda x, epsilon=epsilon: answer(epsilon, x)
        declare(kata, f"adds_an_epsilon_of_a_{size}", words, wrong)

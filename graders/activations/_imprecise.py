"""Wrong answers that are right to a few digits: float32, tables, small numbers in the denominator."""

import numpy as np

from ._careless import declare


def computes_in_single_precision(kata, formula):
    """The wrong answer that uses float32 for another formula than the plain answer's; it keeps its argument's dtype."""

    @kata.misconception(title="computes in float32")
    def computes_in_single_precision(x, *others):
        """Your results carry about 7 digits, as in float32. They are compared to within 1e-12 + 1e-9 of their value."""
        return formula(x.astype(np.float32), *map(np.float32, others)).astype(float)


def uses_tables(kata, right):
    """Wrong answers that use a table in steps of a hundredth."""
    grid = np.linspace(-40, 40, 8001)
    entries = right(grid)

    @kata.misconception(title="rounds the input to two decimals")
    def looks_up_the_nearest_entry(x):
        """Your result is that of x rounded to two decimals, as if it were looked up in a table. The curve also changes
        between two entries of the table."""
        return right(np.round(x, 2))

    @kata.misconception
    def interpolates_in_a_table(x):
        """Between multiples of a hundredth your curve is a straight line, as if you interpolated in a table. The right
        curve bends there."""
        return np.interp(x, grid, entries)


def adds_epsilons(kata, answer):
    """Wrong answers with a small number added to the denominator; ``answer`` takes that number first."""
    for size, epsilon in (("millionth", 1e-6), ("ten_millionth", 1e-7), ("hundred_millionth", 1e-8)):
        number = f"{epsilon:g}".replace("e-0", "e-")
        words = f"""Your quotients are too small, as if {number} were added to the denominator. The denominator is
        never 0 here."""
        wrong = lambda x, epsilon=epsilon: answer(epsilon, x)
        declare(kata, f"adds_an_epsilon_of_a_{size}", words, wrong, f"adds {number} to the denominator")

"""How the references compare with plain NumPy and with what a user would take instead.

`python -m tests.benchmarks` prints both tables.
"""

from tests.benchmarks.candidates import Case, all_cases
from tests.benchmarks.timing import Row, compare, human, median, ratio

# Why a goal is missed, by the row's name.
REASONS: dict[str, str] = {}


def rows() -> list[Row]:
    """One row for each case and alternative."""
    return [_row(case, name) for case in all_cases() for name in case.calls if name != "ours"]


def _row(case: Case, name: str) -> Row:
    """Two at a time: a third one would take its share of the caches."""
    pair = {"ours": case.calls["ours"], name: case.calls[name]}
    trial = compare(pair, rounds=1, batch=0.0)
    slow = max(median(trial, each) for each in pair) > 0.1
    samples = compare(pair, rounds=7 if slow else 21)
    what = f"{case.what}: {name}"
    times = f"{human(median(samples, name))} to {human(median(samples, 'ours'))}"
    return Row(
        what=what,
        ratio=ratio(samples, name, "ours"),
        how=f"{times}, {len(samples['ours'])} rounds",
        goal=case.goals.get(name),
        reason=REASONS.get(what, ""),
    )

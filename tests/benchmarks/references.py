"""How the references compare with plain NumPy and with what a user would take instead.

`python -m tests.benchmarks` prints both tables.
"""

from tests.benchmarks.candidates import Case, all_cases
from tests.benchmarks.timing import Row, compare, human, median, ratio

# Why a goal is missed, by the row's name.
_ONE_CALL = (
    "NumPy needs one or two calls; calling compiled code costs 0.8 µs or more by itself, most of it for passing "
    "arrays in and out"
)
_SMALL = (
    "sigmoid, 8 points", "sigmoid_grad, 8 points", "tanh_grad, 8 points", "relu_grad, 8 points",
    "leaky_relu_grad, 8 points", "elu_grad, 8 points", "all paths, (4, 3)", "perceptron's update, 64 weights",
    "gradient step, 64 weights",
)  # fmt: skip
REASONS: dict[str, str] = {f"{what}: NumPy": _ONE_CALL for what in _SMALL}


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

"""How the references compare with plain NumPy and with what a user would take instead.

`python -m tests.benchmarks` prints both tables.
"""

from tests.benchmarks.candidates import Case, all_cases, assert_same
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
_FEW_CALLS = (
    "NumPy needs five to nine calls; copying two vectors and calling compiled code costs 0.7 µs by itself, "
    "whatever the number of weights"
)
_MEMORY = "both wait for memory: ours reads and writes each vector once and copies two beforehand"
_BLAS = (
    "products of a vector and matrices, which is what a BLAS is for; all the gain is in what is around them"
)
_FLAT = "calling compiled code and making the array of results costs 0.5 µs by itself"
_STEPS = ("adagrad_step", "rmsprop_step", "momentum_ewma_step")
REASONS: dict[str, str] = {
    **{f"{what}: NumPy": _ONE_CALL for what in _SMALL},
    **{f"{step}, 64 weights: NumPy": _FEW_CALLS for step in _STEPS},
    **{f"{step}, 1,000,000 weights: NumPy": _MEMORY for step in _STEPS},
    **{f"RNN step, h = d = k = {h}: NumPy": _BLAS for h in (64, 512)},
    **{f"GRU step, h = d = {h}: NumPy": _BLAS for h in (64, 512)},
    "distances to 8 points of 2 features: NumPy": _FLAT,
}


def rows() -> list[Row]:
    """One row for each case and alternative, after a comparison of their results."""
    found = []
    for case in all_cases():
        assert_same(case)
        found += [_row(case, name) for name in case.calls if name != "ours"]
    return found


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

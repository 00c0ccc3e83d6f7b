"""Ratios of times that one run can vouch for.

Candidates take turns in batches of about ten milliseconds, so that whatever slows the machine slows
them alike; what is reported is the median over rounds of the quotient within a round. One thread:
with a busy neighbour a second one makes everything slower by up to a hundred times.
"""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Samples = Mapping[str, Sequence[float]]


@dataclass(frozen=True)
class Row:
    """One line of the table; `ratio` is how many times longer the alternative takes.

    Where it `is_cost`, it is how many times longer ours takes, and the goal is an upper bound.
    A row without a goal is there to be compared with its neighbours.
    """

    what: str
    ratio: float
    how: str
    goal: float | None = None
    reason: str = ""
    command: str = "python -m tests.benchmarks"
    is_cost: bool = False

    @property
    def missed(self) -> bool:
        """Whether the goal is not reached."""
        if self.goal is None:
            return False
        return self.ratio > self.goal if self.is_cost else self.ratio < self.goal


def one_thread() -> None:
    """Hold BLAS, OpenMP and Numba to one thread; to be called before NumPy is imported."""
    for library in ("OPENBLAS", "OMP", "MKL", "NUMBA"):
        os.environ[f"{library}_NUM_THREADS"] = "1"


def compare(
    candidates: Mapping[str, Callable[[], object]], rounds: int = 15, batch: float = 0.010
) -> Samples:
    """Seconds a call, for each candidate in each round.

    A candidate is called as often as fits into `batch` seconds, at least once. The order turns by one
    from round to round, so that nobody always follows the same neighbour.
    """
    repeats = {name: _repeats(call, batch) for name, call in candidates.items()}
    seconds: dict[str, list[float]] = {name: [] for name in candidates}
    names = list(candidates)
    for turn in range(rounds):
        start = turn % len(names)
        for name in names[start:] + names[:start]:
            call, count = candidates[name], range(repeats[name])
            begin = time.perf_counter()
            for _ in count:
                call()
            seconds[name].append((time.perf_counter() - begin) / len(count))
    return seconds


def timed_in_turn(candidates: Mapping[str, Callable[[int], None]], rounds: int) -> Samples:
    """Wall seconds of long calls, in turn; each is given the number of its round.

    Round 0 fills caches and is not counted.
    """
    seconds: dict[str, list[float]] = {name: [] for name in candidates}
    for turn in range(rounds + 1):
        for name, call in candidates.items():
            begin = time.perf_counter()
            call(turn)
            if turn:
                seconds[name].append(time.perf_counter() - begin)
    return seconds


def cold(
    commands: Mapping[str, Sequence[str]], rounds: int = 9, env: Mapping[str, str] | None = None
) -> Samples:
    """Wall seconds of fresh processes, for each command in each round; exit statuses are not judged.

    One round beforehand fills caches and is not counted.
    """
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            begin = time.perf_counter()
            subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=None if env is None else dict(env),
                check=False,
            )
            if turn > 0:
                seconds[name].append(time.perf_counter() - begin)
    return seconds


def median(samples: Samples, name: str) -> float:
    """Seconds a call."""
    return statistics.median(samples[name])


def ratio(samples: Samples, alternative: str, ours: str) -> float:
    """How many times longer the alternative takes: the median of the rounds' quotients."""
    pairs = zip(samples[alternative], samples[ours], strict=True)
    return statistics.median(other / own for other, own in pairs)


def table(rows: Sequence[Row]) -> str:
    """The rows in Markdown."""
    lines = ["| what | goal | ratio | times | command | reason where missed |", "|---|---|---|---|---|---|"]
    for row in rows:
        goal = "" if row.goal is None else f"{'≤' if row.is_cost else '≥'} {row.goal:g} ×"
        measured = f"**{_digits(row.ratio)} × (missed)**" if row.missed else f"{_digits(row.ratio)} ×"
        reason = row.reason if row.missed else ""
        lines.append(f"| {row.what} | {goal} | {measured} | {row.how} | `{row.command}` | {reason} |")
    return "\n".join(lines)


def human(seconds: float) -> str:
    """Three digits with a unit."""
    for unit, factor in (("s", 1.0), ("ms", 1e3), ("µs", 1e6)):
        if seconds * factor >= 1.0:
            return f"{seconds * factor:.3g} {unit}"
    return f"{seconds * 1e9:.3g} ns"


def _digits(value: float) -> str:
    return f"{value:.0f}" if value >= 100.0 else f"{value:.3g}"


def _repeats(call: Callable[[], object], batch: float) -> int:
    """How often `call` fits into `batch` seconds, after one call that compiles and fills caches."""
    call()
    count = 1
    while True:
        begin = time.perf_counter()
        for _ in range(count):
            call()
        spent = time.perf_counter() - begin
        if spent >= batch / 4.0:
            return max(1, round(count * batch / spent))
        count *= 4

"""How long a student waits: `kata check` from a cold shell against importing NumPy, and warm judging."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping

from tests.benchmarks.timing import Row, Samples, cold, human, median, ratio

ROUNDS = 15
NUMPY = 'python -c "import numpy"'
WARM = "python -m tests.benchmarks.warm"
WARM_MILLISECONDS = 10.0
WARM_ROW = "a right answer to `iou`, warm, on one core, besides its own time: 10 ms"

# Each check with its goal: at most so many times as long as importing NumPy takes.
COLD: dict[str, tuple[float, str]] = {
    "a right answer": (2.0, "kata check iou --submission examples/right/iou.py"),
    "a wrong answer, its input found by walking": (
        4.0,
        "kata check iou --submission examples/wrong/iou_without_clamp.py",
    ),
    "a wrong answer, its input shrunk by Hypothesis": (
        8.0,
        "kata check nms --submission tests/benchmarks/answers/nms_keeps_four.py",
    ),
}

# Why a goal is missed, by the row's name.
REASONS: dict[str, str] = {
    "a right answer": "at the edge: the interpreter starts once more for a fixed hash seed, and two confined "
    "children answer",
    "a wrong answer, its input shrunk by Hypothesis": "importing Hypothesis, then about 100 draws, each of which "
    "builds its strategies and shrinks in Python",
    WARM_ROW: "two confined children, of which each takes some 3 ms to fork, confine and end: the kernel copies, "
    "faults in and unmaps the pages of a process that holds NumPy",
}


def rows() -> list[Row]:
    """The cold checks, as ratios in one run, and what judging costs in a grader that runs already."""
    samples = cold_samples(ROUNDS)
    return [*(cold_row(what, samples) for what in COLD), warm_row()]


def cold_samples(rounds: int) -> Samples:
    """Seconds of fresh processes in turn; the round that is not counted compiles the bytecode."""
    commands = {NUMPY: [sys.executable, "-c", "import numpy"]}
    for what, (_, command) in COLD.items():
        commands[what] = [sys.executable, "-m", "gradkata.cli", *command.split()[1:]]
    return cold(commands, rounds, environment(os.environ))


def environment(current: Mapping[str, str]) -> dict[str, str]:
    """A student's: Python keeps its bytecode, and nothing is said about threads."""
    kept = {name: value for name, value in current.items() if not name.endswith("_NUM_THREADS")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept


def cold_row(what: str, samples: Samples) -> Row:
    """One cold check against importing NumPy."""
    goal, command = COLD[what]
    times = f"{human(median(samples, what))} to {human(median(samples, NUMPY))}"
    return Row(
        what=f"{what}, from a cold shell: `{NUMPY}`",
        ratio=ratio(samples, what, NUMPY),
        how=f"{times}, {len(samples[what])} rounds",
        goal=goal,
        reason=REASONS.get(what, ""),
        command=command,
        is_cost=True,
    )


def warm_row() -> Row:
    """What judging `iou` costs besides the answer's own time, against the goal in milliseconds."""
    run = subprocess.run([sys.executable, *WARM.split(" ")[1:]], capture_output=True, check=True)
    took = json.loads(run.stdout)
    own = took["judging"] - took["own"]
    return Row(
        what=WARM_ROW,
        ratio=own / WARM_MILLISECONDS,
        how=f"{own:.3g} ms; {took['judging']:.3g} ms with its own, at level {took['level']}",
        goal=1.0,
        reason=REASONS[WARM_ROW],
        command=WARM,
        is_cost=True,
    )

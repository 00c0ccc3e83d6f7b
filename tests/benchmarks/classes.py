"""How long a class takes: `kata grade` against nbgrader, otter-grader, and a pytest for each submission.

The first two stand in an environment of their own, whose interpreter `GRADKATA_RIVALS` names.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.judging import environment
from tests.benchmarks.timing import Row, human, median, timed_in_turn

ROUNDS = 3
CLASS, NOTEBOOKS, PYTESTS = 400, 10, 10
GOAL = 50.0
SIZES = (10, 1000, 10_000)
LINEAR, MEMORY = 1.2, 1.2
_LISTED = "the names and paths of all entries are held at once, to sort them and to find two of one student"
RIVALS = "GRADKATA_RIVALS"
HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ANSWER = (ROOT / "examples" / "right" / "iou.py").read_text("utf-8")
COMMAND = f"{RIVALS}=… python -m tests.benchmarks"


def rows() -> list[Row]:
    """Seconds a submission, right answers to `iou`, all different; ours with all cores as they come."""
    with tempfile.TemporaryDirectory(prefix="gradkata-classes-") as folder:
        return _rows(Path(folder))


def _rows(folder: Path) -> list[Row]:
    ours = "kata grade"
    candidates: dict[str, tuple[int, Callable[[int], None]]] = {ours: (CLASS, _ours(folder))}
    candidates["a pytest with Hypothesis for each"] = (PYTESTS, _pytest(folder))
    rivals = os.environ.get(RIVALS)
    if rivals:
        candidates["nbgrader autograde"] = (NOTEBOOKS, _nbgrader(folder, rivals))
        candidates["otter-grader, in one process"] = (NOTEBOOKS, _otter(folder, rivals))
    samples = timed_in_turn({name: call for name, (_, call) in candidates.items()}, ROUNDS)
    found = []
    for name, (count, _) in candidates.items():
        if name == ours:
            continue
        pairs = zip(samples[name], samples[ours], strict=True)
        ratios = sorted((theirs / count) / (mine / CLASS) for theirs, mine in pairs)
        each = [human(median(samples, n) / c) for n, c in ((name, count), (ours, CLASS))]
        how = f"{each[0]} to {each[1]} a submission, {ROUNDS} rounds of {count} and {CLASS}"
        found.append(
            Row(
                f"a class of right answers to `iou`: {name}",
                ratios[len(ratios) // 2],
                how,
                GOAL,
                command=COMMAND,
            )
        )
    return found


def growth_rows() -> list[Row]:
    """What a class of 10,000 costs for each submission, and of memory, against smaller ones."""
    with tempfile.TemporaryDirectory(prefix="gradkata-growth-") as folder:
        found = {size: _measured(Path(folder), size) for size in SIZES}
    small, middle, large = SIZES
    seconds = {size: took / size for size, (took, _) in found.items()}
    peaks = {size: peak for size, (_, peak) in found.items()}
    times = f"{human(seconds[large])} to {human(seconds[middle])}, once each"
    memory = f"{peaks[large] / 1024:.1f} MB to {peaks[small] / 1024:.1f} MB"
    return [
        Row(
            f"seconds a submission, {large:,} submissions: {middle:,}",
            seconds[large] / seconds[middle],
            times,
            LINEAR,
            is_cost=True,
        ),
        Row(
            f"peak memory of the driver, {large:,} submissions: {small:,}",
            peaks[large] / peaks[small],
            memory,
            MEMORY,
            _LISTED,
            is_cost=True,
        ),
    ]


def _measured(folder: Path, size: int) -> tuple[float, int]:
    """Wall seconds of grading a class, and the peak memory of the process that drives it, in kilobytes."""
    make_class(folder / str(size), size)
    command = [
        sys.executable,
        "-m",
        "gradkata.cli",
        "grade",
        folder / str(size),
        "--out",
        folder / f"graded{size}",
    ]
    began, peak = time.perf_counter(), 0
    with subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env=environment(os.environ),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as driver:
        # Of the driver alone: what the system tells at its end is the peak of its workers as well.
        while driver.poll() is None:
            peak = max(peak, _high_water(driver.pid))
            time.sleep(0.02)
    assert driver.returncode == 0
    return time.perf_counter() - began, peak


def _high_water(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


def answer(number: int) -> str:
    """A right answer that nobody else has handed in."""
    return f"# student {number}\n{ANSWER}"


def make_class(folder: Path, size: int) -> None:
    """One file a student."""
    folder.mkdir(parents=True)
    for number in range(size):
        (folder / f"student{number:05d}.py").write_text(answer(number), "utf-8")


def _ours(folder: Path) -> Callable[[int], None]:
    make_class(folder / "class", CLASS)

    def run(turn: int) -> None:
        out = folder / f"graded{turn}"
        _run(
            [
                sys.executable,
                "-m",
                "gradkata.cli",
                "grade",
                folder / "class",
                "--out",
                out,
                "--katas",
                "iou",
            ]
        )
        scores = [
            json.loads(line)["score"] for line in (out / "results.jsonl").read_text("utf-8").splitlines()
        ]
        assert scores == [10] * CLASS

    return run


def _pytest(folder: Path) -> Callable[[int], None]:
    for number in range(PYTESTS):
        place = folder / "pytests" / str(number)
        place.mkdir(parents=True)
        (place / "iou.py").write_text(answer(number), "utf-8")
        (place / "test_iou.py").write_text((HERE / "rivals" / "iou_tests.py").read_text("utf-8"), "utf-8")

    def run(_: int) -> None:
        for place in sorted((folder / "pytests").iterdir()):
            _run([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "."], cwd=place)

    return run


def _cell(kind: str, source: str, **metadata: object) -> dict[str, object]:
    cell: dict[str, object] = {"cell_type": kind, "metadata": metadata, "source": source}
    return cell if kind != "code" else {**cell, "outputs": [], "execution_count": None}


def _notebook(path: Path, cells: list[dict[str, object]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    content = {"nbformat": 4, "nbformat_minor": 5, "metadata": kernel, "cells": cells}
    path.write_text(json.dumps(content), "utf-8")
    return path


_CHECKS = """import numpy as np
assert abs(iou(np.array([0., 0., 2., 2.]), np.array([1., 1., 3., 3.])) - 1 / 7) < 1e-9
assert iou(np.array([0., 0., 1., 1.]), np.array([2., 2., 3., 3.])) == 0
assert iou(np.array([0., 0., 1., 1.]), np.array([0., 0., 1., 1.])) == 1
assert iou(np.array([0., 0., 1., 1.]), np.array([1., 0., 2., 1.])) == 0
"""


def _nbgrader(folder: Path, python: str) -> Callable[[int], None]:
    course = folder / "nbgrader"

    def cells(source: str) -> list[dict[str, object]]:
        common = {"schema_version": 3, "task": False}
        solution = {**common, "grade_id": "iou", "grade": False, "solution": True, "locked": False}
        test = {**common, "grade_id": "test", "grade": True, "solution": False, "locked": True, "points": 10}
        return [_cell("code", source, nbgrader=solution), _cell("code", _CHECKS, nbgrader=test)]

    _notebook(
        course / "source" / "ps1" / "iou.ipynb", cells("### BEGIN SOLUTION\n" + ANSWER + "### END SOLUTION")
    )
    (course / "nbgrader_config.py").write_text(
        "c = get_config()\nc.CourseDirectory.course_id = 'c'\n", "utf-8"
    )
    nbgrader = [python, "-m", "nbgrader"]
    _run([*nbgrader, "generate_assignment", "ps1"], cwd=course, first=python)
    for number in range(NOTEBOOKS):
        _notebook(course / "submitted" / f"student{number}" / "ps1" / "iou.ipynb", cells(answer(number)))

    def run(_: int) -> None:
        _run([*nbgrader, "autograde", "ps1", "--force"], cwd=course, first=python)

    return run


def _otter(folder: Path, python: str) -> Callable[[int], None]:
    place = folder / "otter"
    checks = "".join(f">>> {line}\n" for line in _CHECKS.splitlines())
    case = {"code": checks, "hidden": False, "locked": False}
    test = {
        "name": "iou",
        "points": 10,
        "suites": [{"cases": [case], "scored": True, "setup": "", "teardown": "", "type": "doctest"}],
    }
    (place / "tests").mkdir(parents=True)
    (place / "tests" / "iou.py").write_text(f"OK_FORMAT = True\n\ntest = {test!r}\n", "utf-8")
    _run(
        [python, "-m", "otter", "generate", "-t", "tests", "--no-environment", "-o", "autograder.zip"],
        cwd=place,
        first=python,
    )
    grade = _cell("code", "import otter\ngrader = otter.Notebook()\n")
    books = [
        _notebook(
            place / "submitted" / f"student{n}.ipynb",
            [dict(grade), _cell("code", answer(n)), _cell("code", 'grader.check("iou")')],
        )
        for n in range(NOTEBOOKS)
    ]

    def run(_: int) -> None:
        _run(
            [python, HERE / "rivals" / "otter_loop.py", place / "autograder.zip", *books],
            cwd=place,
            first=python,
        )

    return run


def _run(command: list[object], cwd: Path = ROOT, first: str = sys.executable) -> None:
    """Run to its end, its own environment's commands first on the path; complain where it fails."""
    path = os.pathsep.join([str(Path(first).parent), os.environ.get("PATH", "")])
    environ = {**environment(os.environ), "PATH": path}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environ, capture_output=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{command[:4]} failed: {done.stderr.decode('utf-8', 'replace')[-2000:]}")

"""Runs that are killed at random moments: nothing is lost, duplicated or left behind."""

import os
import random
import signal
import subprocess
import time

import pytest

from gradkata.isolation.selftest import highest_level
from tests.classroom.grading import (
    ENVIRONMENT,
    RIGHT,
    ROOT,
    WRONG,
    command,
    grade,
    hand_in,
    without_seconds,
)
from tests.processes import alive_after, descendants

pytestmark = pytest.mark.skipif(highest_level() != "kernel", reason="this kernel cannot confine")

CLASS, KILLS = 300, 24
HANGS = "def iou(a, b):\n    while True: pass\n"


def answers():
    for number in range(CLASS):
        kind = (RIGHT, WRONG, WRONG)[number % 3] if number % 100 else HANGS
        yield f"student{number:03}", f"# {number}\n{kind}"


def kill_somebody(driver, chance):
    """Kill the driver, a worker, a fork server or a student's process; returns the processes that were running."""
    there = [driver.pid, *descendants(driver.pid)]
    victim = driver.pid if chance.random() < 0.25 else chance.choice(there)
    try:
        os.kill(victim, signal.SIGKILL)
    except ProcessLookupError:
        return there
    return there


@pytest.mark.heavy
def test_a_class_that_is_killed_repeatedly_gets_the_same_results_as_one_that_is_not(tmp_path):
    folder = hand_in(tmp_path / "submissions", **dict(answers()))
    grade(folder, "--out", tmp_path / "calm")
    out, temporary = tmp_path / "chaos", tmp_path / "temporary"
    temporary.mkdir()
    environment = {**ENVIRONMENT, "TMPDIR": str(temporary)}
    chance, seen, kills = random.Random(7), set(), 0
    while kills < KILLS:
        with subprocess.Popen(
            command(folder, "--out", out), env=environment, cwd=ROOT,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        ) as driver:  # fmt: skip
            time.sleep(chance.uniform(0.6, 1.4))
            while driver.poll() is None and kills < KILLS:
                seen |= set(kill_somebody(driver, chance))
                kills += 1
                time.sleep(chance.uniform(0.05, 0.5))
            if driver.poll() == 0 and kills < KILLS:
                # The run ended first: start again, so that there is something to kill.
                (out / "ledger.sqlite").unlink()
            driver.kill()
    grade(folder, "--out", out, env=environment)

    assert without_seconds(tmp_path / "calm") == without_seconds(out)
    assert alive_after([*seen]) == []
    names = {path.relative_to(out).parts[0] for path in out.rglob("*")}
    assert names == {path.relative_to(tmp_path / "calm").parts[0] for path in (tmp_path / "calm").rglob("*")}
    left = [path for path in out.rglob("*") if path.name.startswith(".~") or path.suffix == ".tmp"]
    assert [*left, *temporary.iterdir()] == []

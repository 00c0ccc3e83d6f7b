"""Cheating works only if a student's code shares the grader's process."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gradkata.isolation.selftest import highest_level

ROOT = Path(__file__).parents[2]
ATTACKS = sorted((Path(__file__).parent / "attacks").glob("*.py"))
pytestmark = pytest.mark.skipif(highest_level() != "kernel", reason="this kernel cannot confine")


def check(path, *options):
    """The exit code and the report of one check in a process of its own."""
    command = [sys.executable, "-m", "gradkata.cli", "check", "--json", "iou"]
    done = subprocess.run(
        [*command, "--submission", str(path), *options],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "ANSWER_KEY": str(ROOT)},
        timeout=60,
        check=False,
    )
    return done.returncode, json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("path", ATTACKS, ids=lambda path: path.stem)
def test_it_succeeds_in_process_and_fails_confined(path):
    code, report = check(path, "--in-process")
    assert (code, report["score"]) == (0, 10), "an attack that does not work proves nothing"

    code, report = check(path)
    assert code == 1
    assert report["score"] <= 1
    assert report["sandbox"] == "kernel"


IN_DISGUISE = {
    "a float that equals everything": """
class Yes(float):
    __eq__ = __le__ = __lt__ = __ge__ = lambda self, other: True
    __sub__ = __rsub__ = __abs__ = lambda *both: 0.0
    __hash__ = float.__hash__
def iou(a, b):
    return Yes(0.25)
""",
    "an array that takes over NumPy's functions": """
import numpy as np
class Mine(np.ndarray):
    def __array_function__(self, *anything):
        return True
    def __array_ufunc__(self, *anything, **more):
        return np.True_
def iou(a, b):
    return np.zeros(()).view(Mine)
""",
    "an object that becomes an array when looked at": """
import numpy as np
class Later:
    def __array__(self, *anything, **more):
        return np.zeros(())
def iou(a, b):
    return Later()
""",
}


@pytest.mark.parametrize("name", IN_DISGUISE)
@pytest.mark.parametrize("options", [(), ("--in-process",)], ids=["confined", "in-process"])
def test_only_plain_data_is_an_answer_at_every_level(tmp_path, name, options):
    path = tmp_path / "iou.py"
    path.write_text(IN_DISGUISE[name])

    _, report = check(path, *options)

    assert (report["outcome"], report["score"]) == ("wrong-type", 0)

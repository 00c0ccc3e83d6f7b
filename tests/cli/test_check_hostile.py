"""`kata check` reads submissions as bytes, and no more of them than it needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def check(*arguments):
    command = [sys.executable, "-m", "gradkata.cli", "check", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)


@pytest.mark.parametrize("text", ["\n" * 300_000, " " * 300_000, "def " * 100_000, "def " + "a" * 300_000])
def test_the_search_for_functions_is_fast_on_any_text(tmp_path, text):
    path = tmp_path / "answers.py"
    path.write_text(text)

    done = check("--submission", path)

    assert done.returncode == 2
    assert "defines no function of a kata" in done.stderr


def test_a_file_above_the_size_limit_is_not_read_to_its_end(tmp_path):
    path = tmp_path / "iou.py"
    path.touch()
    os.truncate(path, 1 << 40)  # a sparse file of a terabyte

    done = check("--submission", path)

    assert done.returncode == 2
    assert "iou.py is larger than 1 MB" in done.stderr


def test_a_grader_error_on_one_kata_does_not_affect_the_others(tmp_path):
    (tmp_path / "detection").mkdir()
    for kata in ("iou", "nms"):
        source = (ROOT / "examples" / "right" / f"{kata}.py").read_bytes()
        (tmp_path / "detection" / f"{kata}.py").write_bytes(source)
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); exec({FAULT!r}); sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "check", "--json", "--submission", str(tmp_path)]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}

    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60, check=False)

    outcomes = [line.partition('"outcome": "')[2].partition('"')[0] for line in done.stdout.splitlines()]
    assert outcomes == ["grader-error", "passed"]
    assert done.returncode == 3


FAULT = """
from gradkata.cli import main
from gradkata.judging import judge as module
right = module.judge
def judge(exercise, *rest, **more):
    if exercise.slug == "detection/iou":
        raise ZeroDivisionError
    return right(exercise, *rest, **more)
module.judge = judge
"""

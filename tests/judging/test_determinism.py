"""The same submission gets the same report, byte for byte but for `seconds`."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gradkata.isolation.selftest import highest_level

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(
    path for folder in ("right", "wrong", "hostile") for path in (ROOT / "examples" / folder).glob("*.py")
)
pytestmark = pytest.mark.skipif(highest_level() != "kernel", reason="this kernel cannot confine")


def reports(path, cwd=ROOT, **environment):
    command = [sys.executable, "-m", "gradkata.cli", "check", "--json", "--submission", str(path)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd=cwd,
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return [json.dumps({**line, "seconds": None}) for line in lines]


@pytest.fixture(scope="module")
def first():
    return {path: reports(path) for path in EXAMPLES}


def test_a_second_run_gives_the_same_report(first):
    assert {path: reports(path) for path in EXAMPLES} == first


def test_four_workers_at_once_say_the_same(first):
    with ThreadPoolExecutor(4) as pool:
        assert dict(zip(EXAMPLES, pool.map(reports, EXAMPLES), strict=True)) == first


def test_another_folder_hash_seed_and_number_of_threads_give_the_same_report(first, tmp_path):
    elsewhere = {"PYTHONHASHSEED": "4711", "OPENBLAS_NUM_THREADS": "2", "LC_ALL": "C", "TZ": "Asia/Tokyo"}

    assert {path: reports(path, tmp_path, **elsewhere) for path in EXAMPLES} == first


def test_an_answer_that_depends_on_the_hash_seed_gets_the_same_report_every_time(tmp_path):
    path = tmp_path / "iou.py"
    path.write_text("def iou(a, b):\n    return float(next(iter({'0.25', '0.5', '0.75'})))\n")

    runs = {tuple(reports(path, PYTHONHASHSEED=seed)) for seed in ("1", "2", "random")}

    assert len(runs) == 1

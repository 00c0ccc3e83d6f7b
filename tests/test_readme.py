"""What the README shows is what happens."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gradkata.catalog import Catalog
from gradkata.cli import parser
from gradkata.isolation.selftest import highest_level

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
# Those of a single check, by the contract.
OUTCOMES = {
    "passed", "wrong", "wrong-type", "wrong-shape", "mutates-input", "nondeterministic", "raised", "timeout",
    "memory", "crashed", "not-implemented", "not-loaded", "skipped",
}  # fmt: skip
STUDENTS = (ROOT / "docs" / "students.md").read_text("utf-8")
INSTALL = (ROOT / "docs" / "install.md").read_text("utf-8")
FIRST = Catalog().slugs[0].partition("/")[2]


@pytest.mark.skipif(highest_level() != "kernel", reason="this kernel cannot confine")
def test_the_screen_is_the_real_one(tmp_path):
    stub = tmp_path / "katas" / "detection" / "iou.py"
    stub.parent.mkdir(parents=True)
    shutil.copy(ROOT / "examples" / "wrong" / "iou_without_clamp.py", stub)
    done = subprocess.run(
        [sys.executable, "-m", "gradkata.cli", "check", "iou"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "COLUMNS": "80", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        timeout=60,
        check=False,
    )

    for page in (README, STUDENTS):
        screen = re.search(r"\$ kata check iou\n(.*?)```", page, re.DOTALL)[1]
        assert screen.rstrip() == done.stdout.rstrip()


@pytest.mark.skipif(highest_level() != "kernel", reason="this kernel cannot confine")
def test_the_screen_of_a_class_is_the_real_one(tmp_path):
    command, screen = re.search(r"\$ kata (grade [^\n]*)\n(.*?)```", README, re.DOTALL).groups()
    shutil.copytree(ROOT / "examples" / "class", tmp_path / "examples" / "class")
    done = subprocess.run(
        [sys.executable, "-m", "gradkata.cli", *command.split()],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "COLUMNS": "80", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        timeout=120,
        check=False,
    )

    assert screen.rstrip() == done.stdout.rstrip()


def test_it_says_how_long_the_tests_take():
    minutes = re.search(r"^MINUTES = (\d+)", (ROOT / "run.py").read_text("utf-8"), re.MULTILINE)[1]

    assert f"run the tests: about {minutes} minutes on two cores" in README


def test_all_pages_that_begin_begin_with_the_first_kata():
    for page in (README, STUDENTS, INSTALL):
        assert re.search(r"^kata check (\w+)", page, re.MULTILINE)[1] == FIRST


def test_every_system_has_its_lines_from_the_environment_to_the_first_check():
    blocks = dict(re.findall(r"^## ([^\n]*)\n.*?^```\n(.*?)^```", INSTALL, re.DOTALL | re.MULTILINE))

    for name in ("Debian and Ubuntu", "Fedora", "macOS", "Windows"):
        steps = [
            line.rpartition(" -m ")[2] for line in blocks[name].splitlines() if not line.startswith("sudo ")
        ]
        assert [steps[0], *steps[2:]] == [
            "venv .venv", "pip install .", "kata init work", "cd work", f"kata check {FIRST}"
        ], name  # fmt: skip


def test_every_kata_is_in_its_table():
    assert re.findall(r"^\| `(\w+/\w+)` \|", README, re.MULTILINE) == list(Catalog().slugs)


def test_every_page_that_it_links_is_there():
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).is_file(), target
    for target in re.findall(r"\]\(([^)#]+)\)", STUDENTS):
        assert (ROOT / "docs" / target).is_file(), target


def test_every_command_is_named_for_those_who_use_it():
    for command in re.findall(r"^    (\w+) ", parser().format_help(), re.MULTILINE):
        assert f"`kata {command}" in README, command


def test_every_outcome_of_a_students_report_is_explained():
    explained = set(re.findall(r"`([a-z-]+)`", "".join(re.findall(r"^\| `.*$", STUDENTS, re.MULTILINE))))

    assert OUTCOMES <= explained

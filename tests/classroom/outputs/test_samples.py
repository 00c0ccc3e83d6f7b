"""The samples for Gradescope and GitHub, run as those systems run them."""

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from classmates import row, set_aside, written

from gradkata.cli import _COMMANDS

ROOT = Path(__file__).parents[3]
GRADESCOPE = ROOT / "examples" / "gradescope"
WORKFLOW = ROOT / "examples" / "github" / "grade.yml"
needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")
needs_grade = pytest.mark.skipif("grade" not in _COMMANDS, reason="this version has no `kata grade`")


def executable(path, *lines):
    path.write_text("\n".join(["#!/usr/bin/env bash", *lines, ""]))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def real_kata(path):
    environment = f'export PYTHONPATH="{ROOT}"'
    return executable(path, environment, f'exec "{sys.executable}" -P -m gradkata.cli "$@"')


def graded(path, out, status=0):
    """A replacement for `kata` whose `grade` keeps the existing ``out``, to test the script around it."""
    return executable(
        path, 'while [ "$1" != --out ]; do shift; done', f'cp -r "{out}" "$2"', f"exit {status}"
    )


@pytest.fixture
def autograder(tmp_path):
    """The folders of Gradescope, with one submission."""
    root = tmp_path / "autograder"
    for folder in ("source", "submission", "results"):
        (root / folder).mkdir(parents=True)
    shutil.copy(GRADESCOPE / "run_autograder", root)
    shutil.copy(ROOT / "examples" / "right" / "iou.py", root / "submission" / "iou.py")
    return root


def run(autograder, kata):
    environment = {**os.environ, "AUTOGRADER": str(autograder), "KATA": str(kata)}
    done = subprocess.run(
        [autograder / "run_autograder"],
        env=environment,
        cwd=autograder,
        capture_output=True,
        text=True,
        check=False,
    )
    results = autograder / "results" / "results.json"
    return done, json.loads(results.read_text()) if results.exists() else None


@needs_bash
@needs_grade
def test_run_autograder_grades_a_submission(autograder, tmp_path):
    (autograder / "submission" / "numpy.py").write_text("raise SystemExit('taken for NumPy')\n")
    done, results = run(autograder, real_kata(tmp_path / "kata"))

    assert 0 == done.returncode, done.stderr
    assert 10 == results["score"] == sum(test["score"] for test in results["tests"])


@needs_bash
@pytest.mark.parametrize("status", [0, 1])
def test_run_autograder_passes_on_the_result_of_kata_grade(autograder, tmp_path, reports, status):
    written([row("submission", reports["wrong/iou_without_clamp.py"])], tmp_path / "out", ("detection/iou",))
    done, results = run(autograder, graded(tmp_path / "kata", tmp_path / "out", status))

    assert 0 == done.returncode, done.stderr
    assert 1 == results["score"]


@needs_bash
def test_run_autograder_gives_no_mark_if_the_grader_failed(autograder, tmp_path, reports):
    (autograder / "results" / "results.json").write_text('{"score": 10}')
    written([row("submission", set_aside("detection/iou"))], tmp_path / "out", ("detection/iou",))
    done, results = run(autograder, graded(tmp_path / "kata", tmp_path / "out", 3))

    assert 1 == done.returncode
    assert results is None
    assert "gave no mark" in done.stderr


def test_scripts_pass_shellcheck(tmp_path):
    shellcheck = shutil.which(
        "shellcheck", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    )
    if shellcheck is None:
        pytest.skip("no shellcheck here")
    steps = []
    for number, step in enumerate(each for each in workflow_steps() if "run" in each):
        steps.append(executable(tmp_path / f"step{number}", "set -eo pipefail", step["run"]))
    scripts = [GRADESCOPE / "setup.sh", GRADESCOPE / "run_autograder", *steps]
    done = subprocess.run([shellcheck, *scripts], capture_output=True, text=True, check=False)

    assert "" == done.stdout


def test_scripts_are_executable():
    assert all(os.access(GRADESCOPE / name, os.X_OK) for name in ("setup.sh", "run_autograder"))


def workflow():
    yaml = pytest.importorskip("yaml")
    # YAML 1.1 reads the key `on` as true; GitHub reads it as a string.
    return yaml.load(WORKFLOW.read_text("utf-8"), Loader=yaml.BaseLoader)


def workflow_steps():
    return workflow()["jobs"]["grade"]["steps"]


def test_the_workflow_has_a_read_only_token_and_runs_nothing_from_the_students_folder():
    found, steps = workflow(), workflow_steps()

    assert {"push", "workflow_dispatch", "workflow_call"} == set(found["on"])
    assert {"contents": "read"} == found["permissions"]
    assert all(step["uses"].startswith("actions/") for step in steps if "uses" in step)
    assert "false" == steps[0]["with"]["persist-credentials"]
    for step in steps:
        if "run" in step:
            assert "${{ runner.temp }}" == step["working-directory"], step["name"]
            # Names that a student can choose must be passed as variables, never inserted into the script.
            assert "${{" not in step["run"], step["name"]


@needs_bash
@pytest.mark.skipif(not shutil.which("jq"), reason="no jq here; GitHub's images have it")
@pytest.mark.parametrize(
    ("sample", "status", "first", "second"),
    [
        ("right/iou.py", 0, 0, 0),
        ("wrong/iou_without_clamp.py", 0, 0, 1),
        ("wrong/iou_without_clamp.py", 1, 0, 1),
        ("right/iou.py", 3, 3, None),
    ],
)
def test_the_workflow_shows_the_summary_and_fails_if_points_are_lost(
    tmp_path, reports, sample, status, first, second
):
    written([row("submission", reports[sample])], tmp_path / "out", ("detection/iou",))
    (tmp_path / "bin").mkdir()
    (tmp_path / "temp").mkdir()
    graded(tmp_path / "bin" / "kata", tmp_path / "out", status)
    environment = {
        **os.environ,
        "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "STUDENT": "submission",
        "GITHUB_WORKSPACE": str(tmp_path),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "page.md"),
    }
    for name, expected in (("Grade", first), ("All points?", second)):
        if expected is None:
            continue
        (script,) = [step["run"] for step in workflow_steps() if step.get("name") == name]
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script],
            env=environment, cwd=tmp_path / "temp", capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert expected == done.returncode, done.stderr

    assert (tmp_path / "out" / "summary.md").read_text("utf-8") == (tmp_path / "page.md").read_text("utf-8")

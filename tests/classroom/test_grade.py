"""Grading a class, from its folder to its grades, with the command of an operator."""

import contextlib
import json
import os
import pty
import shutil
import signal
import subprocess

import pytest

from gradkata.isolation.selftest import highest_level
from tests.classroom.grading import (
    ENVIRONMENT,
    EXAMPLES,
    RIGHT,
    ROOT,
    WRONG,
    command,
    grade,
    hand_in,
    reports,
    scores,
    table,
    without_seconds,
)
from tests.processes import alive_after, descendants

pytestmark = pytest.mark.skipif(highest_level() != "kernel", reason="this kernel cannot confine")

NOTEBOOK = {
    "nbformat": 4,
    "nbformat_minor": 5,
    "metadata": {},
    "cells": [
        {"cell_type": "code", "source": "%matplotlib inline\nimport numpy as np\n", "outputs": []},
        {"cell_type": "code", "source": RIGHT, "outputs": []},
        {"cell_type": "code", "source": "print(iou([0, 0, 1, 1], undefined))", "outputs": []},
    ],
}


@pytest.fixture
def folder(tmp_path):
    return hand_in(tmp_path / "submissions", ana=RIGHT, ben=WRONG)


def test_a_class_is_graded_into_all_its_outputs(folder, tmp_path):
    out = tmp_path / "graded"

    done = grade(folder, "--out", out)

    assert scores(out) == {("ana", "iou"): 10, ("ben", "iou"): 1}
    assert [("ana", "10"), ("ben", "1")] == [(row["student"], row["total"]) for row in table(out)]
    assert "forgets to clamp" in (out / "feedback" / "ben.txt").read_text("utf-8")
    assert json.loads((out / "gradescope" / "ana.json").read_text("utf-8"))["score"] == 10
    assert "2 students, 1 kata" in done.stdout


def test_a_class_of_every_form_of_submission_is_graded(folder, tmp_path):
    (folder / "cem.ipynb").write_text(json.dumps(NOTEBOOK), "utf-8")
    mirror = folder / "dör te" / "katas" / "detection"
    mirror.mkdir(parents=True)
    (mirror / "iou.py").write_text(WRONG, "utf-8")
    shutil.make_archive(str(folder / "eve"), "zip", folder / "dör te")
    (folder / "fay.zip").write_bytes(b"PK no zip at all")
    (folder / "gus.py").write_text("def iou(a, b:\n    return 1\n", "utf-8")
    out = tmp_path / "graded"

    grade(folder, "--out", out, "--katas", "iou")

    found = {each["student"]: (each["score"], each["outcome"]) for each in reports(out)}
    wrong = (1, "wrong")
    assert found == {
        "ana": (10, "passed"),
        "ben": wrong,
        "cem": (10, "passed"),
        "dör te": wrong,
        "eve": wrong,
        "fay": (0, "not-loaded"),
        "gus": (0, "not-loaded"),
    }
    assert "damaged" in (out / "feedback" / "fay.txt").read_text("utf-8")


def test_a_student_on_the_roster_who_handed_in_nothing_has_a_row_of_zeros(folder, tmp_path):
    (tmp_path / "class.csv").write_text("student\nana\nben\nzoe\n", "utf-8")

    grade(folder, "--out", tmp_path / "out", "--roster", tmp_path / "class.csv")

    assert "0" == table(tmp_path / "out")[2]["total"]
    assert reports(tmp_path / "out")[2]["outcome"] == "not-submitted"


def test_a_second_run_judges_nothing_and_changes_nothing(folder, tmp_path):
    out = tmp_path / "out"
    grade(folder, "--out", out)
    before = {
        path: path.read_bytes() for path in out.rglob("*") if path.is_file() and "ledger" not in path.name
    }

    again = grade(folder, "--out", out)

    assert "judged" not in again.stderr
    assert before == {path: path.read_bytes() for path in before}


def test_results_beside_the_submissions_are_no_students(folder):
    for _ in range(2):
        grade(folder, "--out", folder, "--seed", "autumn")

    assert ["ana", "ben"] == [row["student"] for row in table(folder)]


def test_late_changed_and_withdrawn_entries_are_noticed(folder, tmp_path):
    out = tmp_path / "out"
    grade(folder, "--out", out)
    hand_in(folder, ben=RIGHT + "# at last\n", cem=WRONG)
    (folder / "ana.py").unlink()

    done = grade(folder, "--out", out)

    assert scores(out) == {("ben", "iou"): 10, ("cem", "iou"): 1}
    assert "1 of 1 answers judged" in done.stderr  # cem's answer equals ben's first one
    assert "ben, detection/iou: 1 to 10 (another answer:" in done.stdout.replace("\n  ", " ")
    assert not (out / "feedback" / "ana.txt").exists()


def test_identical_answers_are_judged_once(tmp_path):
    folder = hand_in(tmp_path / "submissions", **{f"student{n}": RIGHT for n in range(9)})

    done = grade(folder, "--out", tmp_path / "out")

    assert "1 of 1 answers judged" in done.stderr
    assert set(scores(tmp_path / "out").values()) == {10}


def test_points_set_by_hand_are_kept_and_shown_until_they_are_removed(folder, tmp_path):
    out = tmp_path / "out"
    grade(folder, "--out", out)

    grade("--set", "ben", "iou", "6.5", "explained it well", "--out", out)
    hand_in(folder, cem=RIGHT)
    grade(folder, "--out", out)

    assert {"ana": "10", "ben": "6.5", "cem": "10"} == {row["student"]: row["total"] for row in table(out)}
    assert "explained it well" in (out / "feedback" / "ben.txt").read_text("utf-8")
    grade("--unset", "ben", "iou", "--out", out)
    assert table(out)[1]["total"] == "1"


def test_marks_are_scaled_to_the_points_of_the_course(folder, tmp_path):
    (tmp_path / "course.toml").write_text("[points]\niou = 5\n", "utf-8")

    grade(folder, "--out", tmp_path / "out", cwd=tmp_path)

    assert ["5", "0.5"] == [row["total"] for row in table(tmp_path / "out")]
    assert {5} == {each["max_score"] for each in reports(tmp_path / "out")}


def test_a_single_student_can_be_graded(tmp_path):
    folder = hand_in(tmp_path / "submission", answer=RIGHT)

    grade(folder, "--student", "Ana", "--out", tmp_path / "out")

    assert scores(tmp_path / "out") == {("Ana", "iou"): 10}


def test_any_number_of_workers_and_any_folder_give_the_same_reports(tmp_path):
    folder = tmp_path / "submissions"
    folder.mkdir()
    for kind in ("right", "wrong"):
        for path in (EXAMPLES / kind).glob("*.py"):
            shutil.copy(path, folder / f"{kind} {path.name}")
    katas = ["--katas", "iou", "nms", "bleu", "lstm_step"]

    for jobs, cwd in ((1, ROOT), (3, tmp_path)):
        grade(folder, "--out", tmp_path / f"out{jobs}", "--jobs", jobs, *katas, cwd=cwd)

    assert without_seconds(tmp_path / "out1") == without_seconds(tmp_path / "out3")


def test_a_course_seed_draws_other_questions_and_is_shown_as_a_digest(folder, tmp_path):
    grade(folder, "--out", tmp_path / "out", "--seed", "autumn")

    found = reports(tmp_path / "out")
    assert [10, 1] == [each["score"] for each in found]
    assert all(each["seed"] not in ("public", "autumn") for each in found)
    assert (tmp_path / "out" / "banks" / "detection" / "iou.bank.json").is_file()


def test_a_hostile_answer_is_judged_like_any_other_and_the_next_one_too(tmp_path):
    folder = hand_in(tmp_path / "submissions", ana=RIGHT)
    for path in (EXAMPLES / "hostile").glob("iou*.py"):
        shutil.copy(path, folder)

    grade(folder, "--out", tmp_path / "out", "--katas", "iou")

    found = scores(tmp_path / "out")
    assert found.pop(("ana", "iou")) == 10
    assert max(found.values()) <= 1


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--out", "out"], 2, "Say what to grade"),
        (["nowhere", "--out", "out"], 2, "nowhere does not exist"),
        (["empty", "--out", "out"], 2, "No answer to a kata was found there"),
        (["submissions", "--out", "out", "--katas", "iuo"], 2, "Did you mean iou"),
        (["submissions", "--out", "out", "--sandbox", "in-process"], 2, "never graded in-process"),
        (["submissions", "--out", "out", "--jobs", "0"], 2, "--jobs"),
        (["submissions", "--out", "submissions/ana.py"], 3, "cannot be written"),
        (["--set", "nobody", "iou", "3", "why", "--out", "out"], 2, "no student 'nobody'"),
        (["submissions", "--out", "out", "--roster", "nobody.csv"], 2, "The roster"),
    ],
)
def test_a_usage_error_is_reported_in_one_sentence(folder, tmp_path, arguments, code, message):
    (tmp_path / "empty").mkdir()

    done = grade(*arguments, code=code, cwd=tmp_path)

    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_without_confinement_grading_needs_an_explicit_option_and_every_report_says_so(folder, tmp_path):
    grade(folder, "--out", tmp_path / "out", "--sandbox", "subprocess")

    for each in reports(tmp_path / "out"):
        assert each["sandbox"] == "subprocess"
        assert "does not confine" in each["notes"][0]


def slow(number):
    return f"# {number}\nimport time\ntime.sleep(0.4)\n{RIGHT}"


def test_ctrl_c_keeps_the_verdicts_so_far_and_says_how_to_continue(tmp_path):
    folder = hand_in(tmp_path / "submissions", **{f"student{n:02}": slow(n) for n in range(16)})
    out = tmp_path / "out"
    with subprocess.Popen(
        command(folder, "--out", out, "--jobs", 2), env=ENVIRONMENT, cwd=ROOT, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as driver:  # fmt: skip
        while "answers judged" not in driver.stderr.readline():
            assert driver.poll() is None
        below = descendants(driver.pid)
        driver.send_signal(signal.SIGINT)
        _, output = driver.communicate(timeout=60)

    assert driver.returncode == 130
    assert "Run the same command to continue" in output
    assert alive_after(below) == []
    rest = grade(folder, "--out", out)
    assert set(scores(out).values()) == {10}
    assert "16 of 16" not in rest.stderr


def test_a_terminal_shows_a_progress_bar(folder, tmp_path):
    terminal, child_end = pty.openpty()
    with subprocess.Popen(
        command(folder, "--out", tmp_path / "out"), env={**ENVIRONMENT, "TERM": "xterm"}, cwd=ROOT,
        stdin=child_end, stdout=subprocess.DEVNULL, stderr=child_end,
    ) as driver:  # fmt: skip
        os.close(child_end)
        seen = b""
        with contextlib.suppress(OSError):  # the other end was closed
            while chunk := os.read(terminal, 4096):
                seen += chunk
    os.close(terminal)

    assert driver.returncode == 0
    assert b"2/2" in seen
    assert b"answers/s" in seen

"""Regrading: after a grader changes, only its own kata is judged again, and every changed score is reported."""

import json
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from gradkata.catalog import Catalog
from gradkata.classroom import ledger, publishing
from gradkata.classroom.course import Course
from gradkata.classroom.enrolling import enroll
from gradkata.classroom.grading import Terms, judge_class
from gradkata.classroom.outputs.summary import changes
from gradkata.cli import main
from gradkata.isolation.selftest import highest_level
from gradkata.reports.palette import Look
from gradkata.submissions.entries import entries
from tests.classroom.grading import EXAMPLES, hand_in

sys.path.append(str(Path(__file__).parents[1] / "collections"))
import own_course

pytestmark = pytest.mark.skipif(highest_level() != "kernel", reason="this kernel cannot confine")

CATALOG = Catalog()
SLUGS = ("detection/iou", "detection/nms")
NMS = (EXAMPLES / "right" / "nms.py").read_text("utf-8")
IOU = (EXAMPLES / "wrong" / "iou_divides_by_zero.py").read_text("utf-8")


def terms(**changed):
    banks = {slug: CATALOG.bank(slug) for slug in SLUGS}
    return Terms(CATALOG, SLUGS, Course(), "kernel", {**banks, **changed})


def graded(db, terms):
    """The number of answers that a run judges, and the changed scores."""
    *_, last = judge_class(db, terms, 2)
    differing = list(publishing.score_changes(db, terms))
    publishing.publish(db, terms)
    return last.total, differing


@pytest.fixture
def db(tmp_path):
    folder = hand_in(tmp_path / "submissions", iou=IOU)
    for student in ("ana", "ben"):
        place = folder / student
        place.mkdir()
        (place / "nms.py").write_text(NMS, "utf-8")
        (place / "iou.py").write_text(f"# {student}\n{IOU}", "utf-8")
    (folder / "iou.py").unlink()
    with ledger.opened(tmp_path / "out") as found:
        enroll(found, CATALOG, entries([folder], CATALOG), (), SLUGS)
        yield found


def without_flat_boxes(folder):
    """A bank of `iou` without the cases for boxes without area."""
    bank = json.loads(CATALOG.bank("detection/iou").read_text("utf-8"))
    names = [name for name in bank["cases"] if "without_area" in name]
    assert names, "the example must lose points by them"
    ordinary = bank["cases"]["agrees_on_ordinary_input"][:1]
    for name in names:
        bank["cases"][name] = ordinary
    path = Path(folder, "iou.bank.json")
    path.write_text(json.dumps(bank), "utf-8")
    return path


def test_a_second_run_judges_nothing_and_reports_no_changes(db):
    assert graded(db, terms()) == (3, [])
    assert graded(db, terms()) == (0, [])


def test_after_a_bank_changes_only_its_kata_is_judged_again_and_changed_scores_are_reported(db, tmp_path):
    graded(db, terms())

    total, differing = graded(db, terms(**{"detection/iou": without_flat_boxes(tmp_path)}))

    assert total == 2
    assert [("ana", "detection/iou", 8, 9), ("ben", "detection/iou", 8, 9)] == [
        each[:4] for each in differing
    ]
    assert all("two_boxes_without_area_score_0" in each.properties for each in differing)
    assert not any(each.is_answer_new for each in differing)
    assert "ana, detection/iou: 8 to 9 (regraded: two_boxes" in changes(differing, Look(width=200))


def test_points_set_by_hand_are_kept_in_a_regrade(db, tmp_path):
    graded(db, terms())
    db.execute("INSERT INTO by_hand VALUES ('ana', 'detection/iou', '7', 'explained', '2026-11-21')")
    changed = terms(**{"detection/iou": without_flat_boxes(tmp_path)})

    graded(db, changed)

    points = {row.student: row.marks[0].points for row in publishing.rows(db, changed)}
    assert points == {"ana": 7, "ben": 9}


def test_another_limit_needs_another_verdict(db):
    graded(db, terms())
    from dataclasses import replace

    from gradkata.isolation.sandbox import Limits

    stricter = replace(terms(), course=Course(limits=Limits(call_cpu_seconds=1.0)))

    assert graded(db, stricter) == (3, [])


def test_after_the_points_of_a_grader_change_its_answers_are_judged_again_and_the_changes_are_shown(tmp_path):
    root = own_course.write(tmp_path / "own")
    assert main(["lint", "--write", "--collection", str(root), own_course.RUNNING_SUM]) == 0
    folder = tmp_path / "submissions"
    folder.mkdir()
    (folder / "ana.py").write_text(own_course.WRONG[own_course.RUNNING_SUM], "utf-8")
    command = ["grade", str(folder), "--out", str(tmp_path / "out"), "--collection", str(root)]

    def run():
        done = subprocess.run(
            [sys.executable, "-m", "gradkata.cli", *command],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout, (tmp_path / "out" / "grades.csv").read_text("utf-8-sig").splitlines()[1:]

    _, before = run()
    grader = root / "graders" / f"{own_course.RUNNING_SUM}.py"
    text = grader.read_text("utf-8").replace("contract(points=1)", "contract(points=3)")
    grader.write_text(text.replace("agreement(points=8)", "agreement(points=6)"), "utf-8")
    (folder / "late.py").write_text("# late\n" + own_course.WRONG[own_course.RUNNING_SUM], "utf-8")
    said, after = run()

    assert (['"ana",1,1'], ['"ana",3,3', '"late",3,3']) == (before, after)
    assert "ana" in said.partition("Scores that changed")[2]


def test_another_scale_of_the_course_is_a_change_of_the_scores(db):
    graded(db, terms())
    other = replace(terms(), course=Course(points={"detection/iou": Fraction(20)}))

    total, differing = graded(db, other)

    assert total == 0  # nothing has to be judged for it
    assert {("ana", "detection/iou"), ("ben", "detection/iou")} == {
        (each.student, each.slug) for each in differing
    }
    assert all(each.after == 2 * each.before for each in differing)


def test_a_bank_that_asks_nothing_about_a_property_gives_no_marks(tmp_path):
    root = own_course.write(tmp_path / "own")
    assert main(["lint", "--write", "--collection", str(root), own_course.RUNNING_SUM]) == 0
    with (root / "graders" / f"{own_course.RUNNING_SUM}.py").open("a", encoding="utf-8") as file:
        file.write(
            '\n\n@kata.property(points=2)\ndef fails(running_sum, x):\n    "It fails."\n    assert False\n'
        )
    (tmp_path / "running_sum.py").write_text(own_course.RIGHT[own_course.RUNNING_SUM], "utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "gradkata.cli", "check", "--submission", "running_sum.py", "--collection", "own"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 3
    assert "it asks nothing about `fails`" in " ".join(done.stdout.split())

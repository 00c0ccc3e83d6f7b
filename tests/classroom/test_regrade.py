"""Regrading: after a grader changes, only its own kata is judged again, and every changed score is reported."""

import json
from pathlib import Path

import pytest

from gradkata.catalog import Catalog
from gradkata.classroom import ledger, publishing
from gradkata.classroom.course import Course
from gradkata.classroom.enrolling import enroll
from gradkata.classroom.grading import Terms, judge_class
from gradkata.classroom.outputs.summary import changes
from gradkata.isolation.selftest import highest_level
from gradkata.reports.palette import Look
from gradkata.submissions.entries import entries
from tests.classroom.grading import EXAMPLES, hand_in

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
    assert [("ana", "detection/iou", 8, 10), ("ben", "detection/iou", 8, 10)] == [
        each[:4] for each in differing
    ]
    assert all("two_boxes_without_area_score_0" in each.properties for each in differing)
    assert not any(each.is_answer_new for each in differing)
    assert "ana, detection/iou: 8 to 10 (regraded: two_boxes" in changes(differing, Look(width=200))


def test_points_set_by_hand_are_kept_in_a_regrade(db, tmp_path):
    graded(db, terms())
    db.execute("INSERT INTO by_hand VALUES ('ana', 'detection/iou', '7', 'explained', '2026-11-21')")
    changed = terms(**{"detection/iou": without_flat_boxes(tmp_path)})

    graded(db, changed)

    points = {row.student: row.marks[0].points for row in publishing.rows(db, changed)}
    assert points == {"ana": 7, "ben": 10}


def test_another_limit_needs_another_verdict(db):
    graded(db, terms())
    from dataclasses import replace

    from gradkata.isolation.sandbox import Limits

    stricter = replace(terms(), course=Course(limits=Limits(call_cpu_seconds=1.0)))

    assert graded(db, stricter) == (3, [])

"""`results.jsonl`: the format of a report, one per line."""

import json
from fractions import Fraction

import pytest
from classmates import APPEAL, ATTACKS, row, speaking

from gradkata.classroom.outputs import results

KEYS = {
    "schema", "student", "kata", "outcome", "score", "max_score", "properties", "misconception", "notes",
    "printed", "versions", "seed", "sandbox", "seconds",
}  # fmt: skip


def test_a_report_is_one_line_and_contains_its_student(reports):
    text = results.lines(row("Zoë", reports["right/iou.py"], reports["wrong/nms_mutates.py"]))
    found = [json.loads(line) for line in text.splitlines()]

    assert ["detection/iou", "detection/nms"] == [each["kata"] for each in found]
    assert ["Zoë", "Zoë"] == [each["student"] for each in found]
    assert all(set(each) == KEYS for each in found)


def test_points_set_by_hand_are_a_separate_entry(reports):
    (line,) = results.lines(row("Eve", reports["wrong/nms_mutates.py"], nms=APPEAL)).splitlines()
    found = json.loads(line)

    assert {"points": 7, "why": APPEAL.why, "at": APPEAL.at} == found["by_hand"]
    assert reports["wrong/nms_mutates.py"]["score"] == found["score"]


def test_points_of_a_course_are_exact(reports):
    (mark,) = row("Eve", reports["wrong/iou_without_clamp.py"], points=3).marks

    assert mark.points == Fraction(3, 10)


@pytest.mark.parametrize("words", ATTACKS)
def test_nothing_a_student_writes_ends_a_line_or_leaves_ascii(words, reports):
    text = results.lines(row(words, speaking(reports["wrong/iou_without_clamp.py"], words)))

    assert text.isascii()
    assert 1 == len(text.splitlines())
    assert words == json.loads(text)["student"] == json.loads(text)["printed"]

"""The feedback files of a student."""

import json

import pytest
from classmates import APPEAL, ATTACKS, is_calm, row, set_aside, speaking

from gradkata.classroom.outputs import feedback
from gradkata.reports.layout import cells
from gradkata.reports.terminal import render


@pytest.fixture
def eve(reports):
    return row("Eve", reports["wrong/iou_without_clamp.py"], reports["slow/nms_without_end.py"], nms=APPEAL)


def test_the_text_is_the_terminal_report_of_each_kata_below_name_and_total(eve):
    text = feedback.text(eve)

    assert text.startswith("Eve\n8 of 20 points\n\n\ndetection/iou")
    assert all(render(mark.report) in text for mark in eve.marks)


def test_points_set_by_hand_are_shown_before_the_graders_report(eve):
    text = feedback.text(eve)
    note = "detection/nms: 7 of 10, set by hand: the tie rule was unclear\nThe grader's own report:\n\n"

    assert note + render(eve.marks[1].report) in text


def test_with_an_open_mark_there_is_no_total(reports):
    open_row = row("Ann", reports["right/iou.py"], set_aside("detection/nms"))

    assert feedback.text(open_row).startswith("Ann\nno total yet, of 20 points\n")
    assert json.loads(feedback.as_json(open_row))["total"] is None


def test_the_data_is_the_same_as_the_lines_of_all_results(eve):
    found = json.loads(feedback.as_json(eve))

    assert ("Eve", 8, 20) == (found["student"], found["total"], found["max_total"])
    assert [mark.report for mark in eve.marks] == [
        {key: value for key, value in each.items() if key != "by_hand"} for each in found["katas"]
    ]
    assert APPEAL.why == found["katas"][1]["by_hand"]["why"]


@pytest.mark.parametrize("words", ATTACKS)
def test_nothing_a_student_writes_controls_a_terminal_or_forges_a_line(words, reports):
    quiet = feedback.text(row("Eve", speaking(reports["wrong/iou_without_clamp.py"], "x")))
    loud = feedback.text(row(words, speaking(reports["wrong/iou_without_clamp.py"], words)))

    assert is_calm(loud)
    assert all(cells(line) <= 80 for line in loud.split("\n"))
    # The head is not forged: whatever the name is, the total comes directly after it.
    assert "1 of 10 points" == loud.split("\n\n")[0].split("\n")[-1]
    assert [line for line in loud.split("\n") if line.startswith("10 of 10")] == []
    assert quiet.count("\ndetection/iou") == loud.count("\ndetection/iou")


def test_a_reason_with_line_breaks_forges_no_line(reports):
    forged = APPEAL._replace(why="ok\ndetection/iou: 10 of 10\x1b[2J")
    text = feedback.text(row("Eve", reports["right/iou.py"], reports["wrong/nms_mutates.py"], nms=forged))

    assert "set by hand: ok\\ndetection/iou: 10 of 10\\x1b[2J\n" in text

"""The summary of a class on the terminal."""

import re
from fractions import Fraction

import pytest
import regenerate_summary
from classmates import APPEAL, changed, not_submitted, row, set_aside

from gradkata.classroom.outputs.summary import summary
from gradkata.classroom.outputs.tally import Counting
from gradkata.reports.layout import cells
from gradkata.reports.palette import Look


def counted(*rows):
    counting = Counting()
    for each in rows:
        counting.add(each)
    return counting.tally()


def test_a_summary_equals_its_golden_file():
    shown = regenerate_summary.shown()

    assert set(shown) == {path.name for path in regenerate_summary.GOLDEN.iterdir()}
    for name, text in shown.items():
        reviewed = (regenerate_summary.GOLDEN / name).read_text("utf-8")
        assert reviewed == text, f"{name}: run regenerate_summary.py, read the diff"


@pytest.mark.parametrize("width", [24, 40, 61, 80])
@pytest.mark.parametrize("name", regenerate_summary.tallies())
def test_no_line_is_wider_than_the_page(name, width):
    text = summary(regenerate_summary.tallies()[name], Look(width))

    assert [] == [line for line in text.split("\n") if cells(line) > width]


def test_colours_change_only_colours():
    shown = regenerate_summary.shown()

    assert shown["term-80.txt"] == re.sub(r"\x1b\[[0-9;]+m", "", shown["term-color.txt"])
    assert shown["term-ascii.txt"].isascii()


def test_a_class_is_counted(reports):
    tally = counted(
        row("Ada", reports["right/iou.py"], reports["right/nms.py"]),
        row("Ann", reports["wrong/iou_without_clamp.py"], reports["right/nms.py"]),
        row("Bob", not_submitted("detection/iou"), not_submitted("detection/nms")),
        row("Cyd", reports["right/iou.py"], reports["slow/nms_without_end.py"])._replace(is_on_roster=False),
    )

    assert (4, 4, 1, 1) == (tally.students, tally.with_total, tally.handed_nothing_in, tally.not_on_roster)
    assert (Fraction(20), Fraction(41)) == (tally.max_total, tally.points)
    assert (1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1) == tally.steps
    assert [("detection/iou", 3, 2, 21), ("detection/nms", 3, 2, 20)] == [
        (kata.slug, kata.marked, kata.full, kata.points) for kata in tally.katas
    ]
    assert (("detection/iou", "forgets_to_clamp", 1),) == tally.misconceptions
    assert (1, 2, 0, 0) == (tally.timeouts, tally.not_submitted, tally.by_hand, tally.open_marks)


def test_an_open_mark_is_excluded_from_mean_and_distribution(reports):
    tally = counted(
        row("Ada", reports["right/iou.py"], reports["right/nms.py"]),
        row("Ann", reports["right/iou.py"], set_aside("detection/nms")),
    )

    assert (2, 1, 1, Fraction(20)) == (tally.students, tally.with_total, tally.open_marks, tally.points)
    assert (1, Fraction(10)) == (tally.katas[1].marked, tally.katas[1].points)
    assert "1 mark could not be given" in summary(tally, Look())


def test_points_set_by_hand_count(reports):
    tally = counted(row("Eve", reports["right/iou.py"], set_aside("detection/nms"), nms=APPEAL))

    assert (Fraction(17), 1, 0) == (tally.points, tally.by_hand, tally.open_marks)


def test_mistakes_are_sorted_by_count_and_then_by_name(reports):
    wrong = reports["wrong/iou_without_clamp.py"]
    other = changed(wrong, misconception={**wrong["misconception"], "name": "another"})
    tally = counted(
        row("a", wrong), row("b", other), row("c", wrong), row("d", changed(other, kata="detection/a"))
    )

    assert [2, 1, 1] == [count for _, _, count in tally.misconceptions]
    assert ["detection/iou", "detection/a", "detection/iou"] == [slug for slug, _, _ in tally.misconceptions]

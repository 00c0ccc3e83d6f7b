"""Several reports as a table."""

import json
import re
from typing import Any

import pytest
import regenerate

from gradkata.reports.layout import cells
from gradkata.reports.palette import Look
from gradkata.reports.table import closing, row, shown_in_full

COLOR = re.compile(r"\x1b\[[0-9;]+m")
SLUGS = ("detection/iou", "backprop/softmax_cross_entropy_grad")


def report(case: str, **changes: Any) -> Any:
    loaded = json.loads((regenerate.GOLDEN / case / "report.json").read_text("utf-8"))
    return {**loaded, **changes}


def failing(**changes: Any) -> Any:
    mistake = {"name": "m", "title": "forgets to clamp", "message": "M.", "convention": None}
    return report("wrong-type", **{"misconception": mistake, **changes})


@pytest.mark.parametrize("case", [path.name for path in regenerate.cases() if path.name != "wrong-type"])
@pytest.mark.parametrize("width", [24, 40, 80])
def test_a_row_is_one_line_that_fits(case: str, width: int) -> None:
    line = row(report(case), SLUGS, Look(width))
    assert "\n" not in line
    assert cells(line) <= width
    painted = row(report(case), SLUGS, Look(width, color=True))
    assert line == COLOR.sub("", painted)


def test_a_row_names_the_mistake_or_else_the_outcome() -> None:
    assert row(failing(), SLUGS, Look(80)).endswith("  forgets to clamp")
    assert row(failing(misconception=None), SLUGS, Look(80)).endswith("  The type is wrong")
    assert row(report("not-implemented"), SLUGS, Look(80)).endswith("  not begun")
    assert row(report("right"), SLUGS, Look(80)).endswith("10/10")


def test_a_narrow_terminal_shows_short_names() -> None:
    assert "detection/iou " in row(failing(), SLUGS, Look(80))
    narrow = row(failing(), SLUGS, Look(40))
    assert " iou " in narrow
    assert "detection" not in narrow


def test_what_an_author_wrote_cannot_control_the_terminal() -> None:
    mistake = {"name": "m", "title": "\x1b[2J two\nlines", "message": "M.", "convention": None}
    assert row(failing(misconception=mistake), SLUGS, Look(80)).isprintable()


def test_the_first_report_without_all_points_is_shown_in_full() -> None:
    right, one, another = report("right"), report("partial"), failing()
    assert one == shown_in_full([right, one, another])
    assert shown_in_full([right, right]) is None


@pytest.mark.parametrize(
    ("cases", "expected"),
    [
        (["right", "right"], "2 of 2 katas have all their points; 20 of 20 points."),
        (["right", "partial"], "1 of 2 katas have all their points; 18 of 20 points."),
        (
            ["partial", "not-implemented"],
            "0 of 2 katas have all their points; 8 of 20 points. `kata check iou` shows the other one in full.",
        ),
        (
            ["partial", "raised", "not-implemented"],
            "2 others have points missing: `kata check iou` shows the next one in full.",
        ),
    ],
)
def test_the_closing_has_the_total_and_says_how_to_see_the_others(cases: list[str], expected: str) -> None:
    text = " ".join(closing([report(case) for case in cases], "kata check NAME", Look(80)))
    assert text.endswith(expected)


def test_a_note_of_all_reports_is_shown_if_none_of_them_is_shown_in_full() -> None:
    note = "Judged without confinement."
    confined, not_confined = report("right", notes=["other"]), report("right", notes=[note, "other"])
    assert note in closing([not_confined, not_confined], "kata check NAME", Look(80))
    assert note not in closing([not_confined, confined], "kata check NAME", Look(80))

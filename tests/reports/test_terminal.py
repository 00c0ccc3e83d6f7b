import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
import regenerate
from hypothesis import given
from hypothesis import strategies as st

from gradkata.reports.layout import cells
from gradkata.reports.palette import look_of
from gradkata.reports.terminal import render, show
from gradkata.reports.value_text import points_text, value_text

CASES = {path.name: path for path in regenerate.cases()}
COLOR = re.compile(r"\x1b\[[0-9;]+m")


def report(case: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((CASES[case] / "report.json").read_text("utf-8"))
    return loaded


def failing(message: str | None = None, printed: str = "", **call: Any) -> dict[str, Any]:
    """Return the report `wrong-value` with another call, text or message."""
    changed = report("wrong-value")
    failed = next(p for p in changed["properties"] if p["outcome"] == "wrong")
    failed["message"] = failed["message"] if message is None else message
    failed["counterexample"]["calls"][-1] |= call
    failed["counterexample"]["printed"] = printed
    return changed


@pytest.mark.parametrize("case", CASES)
def test_a_report_looks_as_it_was_reviewed(case: str) -> None:
    for name, text in regenerate.rendered(CASES[case]).items():
        reviewed = (CASES[case] / name).read_text("utf-8")
        assert reviewed == text, f"{case}/{name}: run tests/reports/regenerate.py, read the diff"


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("width", [24, 40, 61, 80])
def test_no_line_is_wider_than_the_page(case: str, width: int) -> None:
    assert [] == [line for line in render(report(case), width=width).split("\n") if cells(line) > width]


@pytest.mark.parametrize("case", CASES)
def test_colours_change_nothing_but_colours(case: str) -> None:
    assert render(report(case)) == COLOR.sub("", render(report(case), color=True))


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "utf-8"])
def test_a_report_can_be_written_in_every_encoding(case: str, encoding: str) -> None:
    render(report(case), encoding=encoding).encode(encoding)


def test_the_text_on_a_call_has_at_most_eight_lines() -> None:
    long = failing(message="\n".join(f"reason {n}" for n in range(30)), returned=list(range(500)))
    block = render(long).split("The value is wrong\n\n")[1].split("\n\n  Looks like")[0]
    shown = [line for line in block.split("\n") if line.strip() and "--json" not in line]
    assert "called" in shown[0]
    assert 8 == len(shown[1:])


def test_a_long_call_has_at_most_sixteen_lines_and_says_where_all_of_it_is() -> None:
    call = f"iou({', '.join(f'a{n}=[0.125, 0.25]' for n in range(99))})"
    text = render(failing(call=call))
    assert 16 == len(text.split("called")[1].split("returned")[0].strip().split("\n"))
    assert "`kata check iou --json` has all of it." in text


def test_a_call_broken_at_its_arguments_keeps_its_lines_if_they_fit() -> None:
    text = render(failing(call="iou(a=[0., 0., 1., 1.],\n    b=[2., 2., 3., 3.])"))
    assert "called    iou(a=[0., 0., 1., 1.],\n                  b=[2., 2., 3., 3.])\n" in text


def test_a_call_in_the_message_is_not_shown_twice() -> None:
    call = report("wrong-value")["properties"][1]["counterexample"]["calls"][0]["call"]
    text = render(failing(message=f"{call}\nreturned 1.0, expected 0.0"))
    assert 1 == text.count(call)
    assert "called" not in text


def test_a_relation_is_shown_with_all_its_calls_and_what_each_returned() -> None:
    text = render(report("relation"))
    assert ["called", "returned", "called", "returned"] == re.findall(
        r"^    (called|returned|expected) ", text, re.M
    )
    assert "should be equal to" in text


def test_no_more_than_the_last_calls_are_shown_and_the_others_are_counted() -> None:
    changed = report("relation")
    failed = next(p for p in changed["properties"] if p["outcome"] == "wrong")
    failed["counterexample"]["left_out"] = 12
    assert "before    12 more calls\n    called" in render(changed)


def test_what_was_printed_during_the_failing_call_is_shown() -> None:
    text = render(failing(printed="here\n") | {"printed": "before\nhere\n"})
    assert "You printed during this call\n\n    │ here\n" in text
    assert "before" not in text


def test_a_long_printed_line_is_wrapped() -> None:
    text = render(failing(printed="a long line " * 12 + "END"))
    assert "END\n" in text
    assert "more lines" not in text


def test_it_is_said_where_printed_text_is_if_the_failing_call_printed_nothing() -> None:
    text = render(failing() | {"printed": "before\n"})
    assert "You printed nothing during this call. `kata check iou --json` has all" in text
    assert "before\n" not in text


def test_an_answer_without_a_failing_call_shows_everything_it_printed() -> None:
    assert "You printed\n\n    │ hello" in render(report("right") | {"printed": "hello\n"})


@pytest.mark.parametrize("returned", ["[0.5]", "<generator>", "lambda x: x", "array([1.])", "'nan'", "'...'"])
def test_a_string_that_was_returned_is_shown_in_quotes(returned: str) -> None:
    shown = render(failing(returned=returned)).split("returned")[1].split("\n")[0].strip()
    assert shown == (returned if returned.startswith("'") else repr(returned))


def test_what_json_cannot_represent_is_named() -> None:
    given = {"type": "generator"}, {"raises": "ValueError"}, {"complex": "1j"}, {"integer": "of 9000 bits"}
    texts = ["<generator>", "<raises ValueError>", "1j", "<integer of 9000 bits>"]
    assert texts == [value_text(each) for each in given]


def test_withheld_points_are_explained() -> None:
    assert "once ordinary input is right" in render(report("wrong-value"))
    assert "once ordinary input is right" not in render(report("partial"))


def test_a_stub_gets_sentences_instead_of_crosses() -> None:
    text = render(report("not-implemented"))
    assert "✗" not in text
    assert "kata check iou" in text


def test_a_grader_error_is_not_the_students_fault() -> None:
    text = render(report("grader-error"))
    assert "not you" in text
    assert "0/10" not in text


@given(st.text())
def test_printed_output_cannot_control_the_terminal(printed: str) -> None:
    hostile = failing(message=printed, returned=printed, printed=printed) | {"notes": [printed]}
    shown = render(hostile).replace("\n", "")
    assert shown.isprintable() or all(c.isprintable() or c.isspace() for c in shown)
    assert "\x1b" not in shown


def test_points_are_never_rounded_up() -> None:
    assert ["10", "6.5", "3.33", "9.99", "0"] == [
        points_text(points) for points in (10.0, 6.5, 10 / 3, 9.999, 0)
    ]


def test_values_are_written_as_in_python() -> None:
    assert "[1, 2.0, nan, -inf, 'two  words', None, True, ...]" == value_text(
        [1, 2.0, "nan", "-inf", "two  words", None, True, "..."]
    )


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environ", "color"),
    [
        (Terminal(), {}, True),
        (io.StringIO(), {}, False),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {"FORCE_COLOR": "1"}, True),
        (io.StringIO(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (Terminal(), {"FORCE_COLOR": "0"}, False),
    ],
)
def test_colours_are_for_terminals_that_want_them(
    stream: io.StringIO, environ: dict[str, str], color: bool
) -> None:
    assert color == look_of(stream, {"TERM": "xterm", **environ}).color


def test_the_width_is_that_of_the_page_within_reason() -> None:
    widths = [look_of(io.StringIO(), {"COLUMNS": columns}).width for columns in ("40", "9", "300", "x")]
    assert [40, 24, 88, 80] == widths


def test_symbols_are_those_that_the_stream_can_write(tmp_path: Path) -> None:
    with (tmp_path / "page").open("w", encoding="cp1252") as stream:
        show(report("partial"), stream)
    written = (tmp_path / "page").read_text("cp1252")
    assert "  x Two boxes without area score 0." in written

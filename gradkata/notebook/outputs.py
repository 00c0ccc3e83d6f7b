"""The outputs of a graded cell: the report, and the points in the form that nbgrader reads."""

from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output

from gradkata.outcomes import Report
from gradkata.reports import html
from gradkata.reports.terminal import render

_WIDTH = 80


def graded(report: Report, points: float, *, is_open: bool = False) -> list[NotebookNode]:
    """The report as HTML and as plain text, then the points, as a float.

    nbgrader uses the first result that it can read as a number; if there is none, it gives full points.
    """
    text = render(report, width=_WIDTH, file="the notebook", then="", again="run its check")
    shown = new_output("display_data", data={"text/html": html.render(report), "text/plain": text})
    return [shown, *(left_open("No points yet.") if is_open else [_points(points)])]


def left_open(why: str) -> list[NotebookNode]:
    """An output for a cell that waits for a person: nbgrader gives no points if there is output on standard error."""
    return [new_output("stream", name="stderr", text=f"{why}\n")]


def _points(points: float) -> Any:
    return new_output("execute_result", data={"text/plain": repr(float(points))}, execution_count=None)

"""`gradescope/STUDENT.json`: the `results.json` that Gradescope reads.

Source: gradescope-autograders.readthedocs.io/en/latest/specs/; only its keys are used.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from gradkata.classroom.outputs.feedback import set_by_hand
from gradkata.classroom.outputs.points import is_open, max_total, number, out_of, total_of, total_text
from gradkata.classroom.outputs.property_text import fault_text
from gradkata.classroom.rows import Mark, Row
from gradkata.outcomes import Outcome, PropertyReport, Report, first_failure
from gradkata.reports.escaping import for_log, for_terminal
from gradkata.reports.terminal import render


def results(row: Row) -> str:
    """The results of one student.

    If a mark is open, no score is written at all: Gradescope then gives no score instead of a zero.
    """
    total = total_of(row)
    tests = [test for number, mark in enumerate(row.marks, 1) for test in _tests(number, mark)]
    if total is None:
        tests = [{key: value for key, value in test.items() if key != "score"} for test in tests]
    content = {
        # Overrides the sum of the tests, which does not include points set by hand.
        **({} if total is None else {"score": number(total)}),
        "execution_time": round(sum(mark.report["seconds"] for mark in row.marks)),
        "output": "\n".join(_head(row)),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "extra_data": {"max_score": number(max_total(row)), "katas": dict(map(_facts, row.marks))},
        "tests": tests,
    }
    return json.dumps(content, allow_nan=False) + "\n"


def _head(row: Row) -> Iterator[str]:
    yield f"{for_log(row.student)}: {total_text(row)}"
    yield from (line for mark in row.marks if (line := set_by_hand(mark)))
    for mark in row.marks:
        yield from (f"{mark.slug}: {for_log(note)}" for note in mark.report["notes"])
        printed = mark.report["printed"].rstrip()
        if printed and first_failure(mark.report) is None:  # else the failed tests show it
            yield f"{mark.slug} printed:\n{for_terminal(printed)}"


def _facts(mark: Mark) -> tuple[str, Mapping[str, Any]]:
    report = mark.report
    return mark.slug, {
        "outcome": report["outcome"],
        "bank": report["versions"]["bank"],
        "seed": report["seed"],
    }


def _tests(number_of_kata: int, mark: Mark) -> Iterator[dict[str, Any]]:
    report, name = mark.report, mark.slug.rpartition("/")[2]
    if not report["properties"]:
        points = {} if is_open(mark) else {"score": number(mark.points)}
        yield {
            **points,
            "max_score": number(mark.max_points),
            **_shown(f"{number_of_kata}", name, report["outcome"], render(report)),
        }
    for index, each in enumerate(report["properties"], 1):
        shown = f"{name}: {each['claim']}"
        yield {
            "score": each["points"],
            "max_score": each["max_points"],
            **_shown(f"{number_of_kata}.{index}", shown, each["outcome"], _output(report, each)),
        }


def _shown(place: str, name: str, outcome: Outcome, output: str) -> Mapping[str, Any]:
    return {
        "status": "passed" if outcome == "passed" else "failed",
        "name": for_log(" ".join(name.split())),
        "name_format": "text",
        "number": place,
        "output": output,
        "output_format": "text",
        "visibility": "visible",
    }


def _output(report: Report, each: PropertyReport) -> str:
    if each["outcome"] == "passed" and each["points"] < each["max_points"]:
        points = out_of(each["points"], each["max_points"])
        return f"This property holds; its points ({points}) count once ordinary input is right."
    return fault_text(report, each)

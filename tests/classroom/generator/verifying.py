"""Compares the reports on a class with the expected results."""

import json
from collections.abc import Mapping
from pathlib import Path

from .classes import Expected


def verify(results: Path, expected: Mapping[str, Mapping[str, Expected]]) -> list[str]:
    """One sentence for each verdict in ``results.jsonl`` that differs, and for each missing, duplicate or odd row."""
    rows: dict[tuple[str, str], dict] = {}
    found = []
    for line in results.read_text("utf-8").split("\n"):
        if not line:
            continue
        row = json.loads(line)
        place = row["student"], row["kata"]
        if place in rows:
            found.append(f"{_where(place)}: there are two rows")
        elif place[0] not in expected or place[1] not in expected[place[0]]:
            found.append(f"{_where(place)}: nobody expects this row")
        rows[place] = row
    for student, katas in expected.items():
        for slug, wanted in katas.items():
            row = rows.get((student, slug))
            difference = "the row is missing" if row is None else fault(row, wanted)
            if difference:
                found.append(
                    f"{_where((student, slug))}: {difference} [{wanted.kind}: {wanted.origin}; {wanted.form}]"
                )
    return found


def fault(row: Mapping, wanted: Expected) -> str:
    """How one report differs from the expected result; "" if it does not."""
    outcome, score, maximum = row["outcome"], row["score"], row["max_score"]
    result = f"{outcome} with {score} of {maximum}"
    if outcome == "grader-error":
        return f"{result}, which is never a student's fault"
    if wanted.verdict == "right" and (outcome, score) != ("passed", maximum):
        return f"{result}, although it is right"
    if wanted.verdict == "wrong" and (outcome == "passed" or score >= maximum):
        return f"{result}, although it is wrong{': ' if wanted.shown_by else ''}{wanted.shown_by}"
    if wanted.verdict == "none" and score:
        return f"{result}, although it can earn nothing"
    if wanted.outcomes and outcome not in wanted.outcomes:
        return f"{result}, expected {' or '.join(wanted.outcomes)}"
    return ""


def _where(place):
    return f"{place[0]!r}, {place[1]}"

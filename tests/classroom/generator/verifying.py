"""What a grader said of a class, held against what must come out."""

import json
from collections.abc import Mapping
from pathlib import Path

from .classes import Expected


def verify(results: Path, expected: Mapping[str, Mapping[str, Expected]]) -> list[str]:
    """One sentence for each verdict in ``results.jsonl`` that differs, each row that is missing, double or odd."""
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
            said = "the row is missing" if row is None else fault(row, wanted)
            if said:
                found.append(
                    f"{_where((student, slug))}: {said} [{wanted.kind}: {wanted.origin}; {wanted.form}]"
                )
    return found


def fault(row: Mapping, wanted: Expected) -> str:
    """How one report differs from what is expected; "" where it does not."""
    outcome, score, most = row["outcome"], row["score"], row["max_score"]
    said = f"{outcome} with {score} of {most}"
    if outcome == "grader-error":
        return f"{said}, which is never a student's fault"
    if wanted.verdict == "right" and (outcome, score) != ("passed", most):
        return f"{said}, although it is right"
    if wanted.verdict == "wrong" and (outcome == "passed" or score >= most):
        return f"{said}, although it is wrong{': ' if wanted.shown_by else ''}{wanted.shown_by}"
    if wanted.verdict == "none" and score:
        return f"{said}, although it can earn nothing"
    if wanted.outcomes and outcome not in wanted.outcomes:
        return f"{said}, expected {' or '.join(wanted.outcomes)}"
    return ""


def _where(place):
    return f"{place[0]!r}, {place[1]}"

"""The report on one submission of one kata: plain data, the same on any day and machine except for `seconds`."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gradkata.declaring.kata import TOTAL_POINTS, Kata
from gradkata.drawing.bank import Bank
from gradkata.judging.diagnosing import Found
from gradkata.judging.scoring import Points, as_number, is_withheld, points, total
from gradkata.judging.verdicts import Verdict
from gradkata.outcomes import NOT_FAILED, Diagnosis, PropertyReport, Report, SecondMistake
from gradkata.version import VERSION

SCHEMA = 2


@dataclass(frozen=True)
class Judged:
    """The result of judging, before it becomes a report."""

    verdicts: Sequence[Verdict]
    diagnosis: Found | None = None
    observations: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    printed: str = ""
    cut: bool = False


def report(slug: str, kata: Kata, bank: Bank, judged: Judged, sandbox: str, seconds: float) -> Report:
    """The report as JSON holds it."""
    earned = points(judged.verdicts)
    outcomes = [v.outcome for v in judged.verdicts if v.outcome not in NOT_FAILED]
    notes = list(judged.notes)
    if judged.cut:
        notes.append("The printed output was cut at 64 KB.")
    if is_withheld(judged.verdicts):
        notes.append(
            "One point is withheld: a property fails that is worth no points, but holds for every right answer."
        )
    return {
        "schema": SCHEMA,
        "student": None,
        "kata": slug,
        "outcome": outcomes[0] if outcomes else "passed",
        "score": as_number(total(judged.verdicts)),
        "max_score": TOTAL_POINTS,
        "properties": [
            _property(kata, verdict, mark, judged.observations)
            for verdict, mark in zip(judged.verdicts, earned, strict=True)
        ],
        "misconception": as_diagnosis(judged.diagnosis),
        "notes": notes,
        "printed": judged.printed,
        "versions": _versions(bank.digest),
        "seed": bank.seed,
        "sandbox": sandbox,
        "seconds": round(seconds, 3),
    }


def grader_error(slug: str, message: str, sandbox: str) -> Report:
    """The report if the grader or the sandbox failed; this is never charged to the student."""
    return {
        "schema": SCHEMA,
        "student": None,
        "kata": slug,
        "outcome": "grader-error",
        "score": 0,
        "max_score": TOTAL_POINTS,
        "properties": [],
        "misconception": None,
        "notes": [message],
        "printed": "",
        "versions": _versions(""),
        "seed": "",
        "sandbox": sandbox,
        "seconds": 0.0,
    }


def _versions(bank: str) -> dict[str, str]:
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {"python": python, "numpy": np.__version__, "gradkata": VERSION, "bank": bank}


def _property(kata: Kata, verdict: Verdict, mark: "Points", observations: Sequence[str]) -> PropertyReport:
    entry: PropertyReport = {
        "name": verdict.property.name,
        "claim": verdict.property.claim,
        "outcome": verdict.outcome,
        "points": as_number(mark),
        "max_points": verdict.property.points,
    }
    if verdict.failure is not None:
        from gradkata.judging.failure_text import counterexample, message

        common = observations if verdict.property.sort == "agreement" else ()
        entry["counterexample"] = counterexample(kata, verdict.failure)
        entry["message"] = message(kata, verdict.failure, common)
    return entry


def as_diagnosis(found: Found | None) -> Diagnosis | None:
    """A diagnosis as plain data."""
    if found is None:
        return None
    mistake, second = found.mistake, None
    if found.second is not None:
        second = SecondMistake(
            name=found.second.name, title=found.second.headline, message=found.second.message
        )
    return {
        "name": mistake.name,
        "title": mistake.headline,
        "message": mistake.message,
        "convention": mistake.convention,
        "strength": found.strength,
        "second": second,
    }

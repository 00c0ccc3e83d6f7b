"""The report on one submission of one kata: plain data, the same on any day and machine but for `seconds`."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np

from graders.engine.comparing.closeness import compare
from graders.engine.comparing.patterns import explain
from graders.engine.comparing.wording import call as call_text
from graders.engine.comparing.wording import differs_at, show
from graders.engine.declaring.kata import TOTAL_POINTS, Kata, Misconception
from graders.engine.drawing.bank import Bank
from graders.engine.judging.scoring import as_number, points
from graders.engine.judging.verdicts import Failure, Verdict
from graders.engine.signature import infer_sizes
from graders.engine.version import VERSION

SCHEMA = 1
_MOST_ITEMS = 200
_MOST_LINES = 8


@dataclass(frozen=True)
class Judged:
    """What judging found, before it is put into words."""

    verdicts: Sequence[Verdict]
    diagnosis: Misconception | None = None
    observations: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    printed: str = ""
    cut: bool = False


def report(
    slug: str, kata: Kata, bank: Bank, judged: Judged, sandbox: str, seconds: float
) -> dict[str, Any]:
    """The report as JSON holds it."""
    earned = points(judged.verdicts)
    outcomes = [v.outcome for v in judged.verdicts if v.outcome not in ("passed", "skipped")]
    notes = list(judged.notes)
    if judged.cut:
        notes.append("What the file prints was cut at 64 KB.")
    return {
        "schema": SCHEMA,
        "student": None,
        "kata": slug,
        "outcome": outcomes[0] if outcomes else "passed",
        "score": as_number(sum(earned, Fraction(0))),
        "max_score": TOTAL_POINTS,
        "properties": [
            _property(kata, verdict, mark, judged.observations)
            for verdict, mark in zip(judged.verdicts, earned, strict=True)
        ],
        "misconception": _misconception(judged.diagnosis),
        "notes": notes,
        "printed": judged.printed,
        "versions": _versions(bank.digest),
        "seed": bank.seed,
        "sandbox": sandbox,
        "seconds": round(seconds, 3),
    }


def grader_error(slug: str, message: str, sandbox: str) -> dict[str, Any]:
    """The report where the grader or the sandbox failed, which is never charged to the student."""
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


def _property(kata: Kata, verdict: Verdict, mark: Fraction, observations: Sequence[str]) -> dict[str, Any]:
    told = {
        "name": verdict.property.name,
        "claim": verdict.property.claim,
        "outcome": verdict.outcome,
        "points": as_number(mark),
        "max_points": verdict.property.points,
    }
    if verdict.failure is not None:
        said = observations if verdict.property.sort == "agreement" else ()
        told["counterexample"] = _counterexample(kata, verdict.failure)
        told["message"] = _message(kata, verdict.failure, said)
    return told


def _counterexample(kata: Kata, failure: Failure) -> dict[str, Any] | None:
    if not failure.arguments and not failure.inputs:
        return None
    names = kata.signature.names
    inputs = dict(zip(names, failure.arguments, strict=False))
    inputs |= {name: value for name, value in failure.inputs.items() if name not in kata.signature.sizes}
    return {
        "call": call_text(kata.signature.name, names, failure.arguments),
        "inputs": {name: plain(value) for name, value in inputs.items()},
        "got": plain(failure.got),
        "expected": plain(failure.expected),
    }


def _message(kata: Kata, failure: Failure, observations: Sequence[str]) -> str:
    if failure.outcome == "nondeterministic":
        return failure.message.format(show(failure.expected), show(failure.got))
    lines = [failure.message] if failure.message else []
    if failure.outcome == "wrong" and failure.expected is not None:
        lines.extend(_difference(kata, failure))
        lines.extend(text for text in observations if text not in lines)
    return "\n".join("\n".join(lines).split("\n")[:_MOST_LINES])


def _difference(kata: Kata, failure: Failure) -> list[str]:
    """Where the answer and the right one part, and what the difference looks like."""
    several = len(kata.signature.results) > 1 and isinstance(failure.expected, tuple)
    pairs = list(zip(failure.got, failure.expected, strict=True)) if several else [(failure.got, failure.expected)]
    lines = []
    sizes = infer_sizes(kata.signature, failure.arguments)
    for position, (got, expected) in enumerate(pairs):
        which = f"Result {position + 1} of {len(pairs)}: " if several else ""
        if np.shape(got) != np.shape(expected):
            lines.append(f"{which}It holds {np.size(got)} entries, {np.size(expected)} are expected.")
            continue
        difference = compare(got, expected, kata.tolerance)
        if difference is None:
            continue
        if np.ndim(expected):
            lines.append(which + differs_at(difference))
        elif several:
            lines.append(f"{which}{show(got)}, expected {show(expected)}")
        sentence = explain(got, expected, sizes)
        lines.extend([sentence] if sentence else [])
    return lines


def _misconception(found: Misconception | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {"name": found.name, "message": found.message, "convention": found.convention}


def plain(value: Any, depth: int = 0) -> Any:
    """A value as JSON holds it: lists, numbers, words; NaN and infinities as strings; long ones cut."""
    if isinstance(value, np.ndarray):
        return plain(value.tolist() if value.size <= _MOST_ITEMS else show(value))
    if isinstance(value, np.generic):
        return plain(value.item())
    if isinstance(value, (list, tuple)):
        if depth > 8:
            return "..."
        cut = [plain(each, depth + 1) for each in value[:_MOST_ITEMS]]
        return [*cut, "..."] if len(value) > _MOST_ITEMS else cut
    if isinstance(value, float):
        return value if np.isfinite(value) else str(value)
    if isinstance(value, complex):
        return str(value)
    if isinstance(value, str):
        return value[:1000]
    if value is None or isinstance(value, (bool, int)):
        return value
    return f"<{getattr(value, 'type_name', type(value).__name__)}>"

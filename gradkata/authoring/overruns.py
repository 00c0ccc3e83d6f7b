"""Says which part of a kata does not end, on which input, at which line, and what to do."""

import re
import signal
from collections.abc import Mapping
from pathlib import Path

from gradkata import author_code
from gradkata.author_code import Overrun
from gradkata.authoring.subject import Subject
from gradkata.comparing.wording import show

TOTAL_SECONDS = 60.0  # of processor time, for all laws of a kata, and for drawing its bank
_LONGEST = 200
_STEP = re.compile(r'^  File "(.+)", line (\d+) in (\S+)$', re.MULTILINE)


def describe(subject: Subject, stop: Overrun) -> tuple[int, str]:
    """The law that a part that does not end breaks, and a message with the remedy."""
    law, name = _named(subject, stop)
    where = f" {stop.place} was running." if stop.place else ""
    remedy = "Find the loop that does not end, or make it faster."
    if "memory" in stop.said:
        remedy = "Find what grows without end, or make it smaller."
    if stop.piece is None:
        remedy = "Draw smaller input, or make the right answers and misconceptions faster."
    return law, f"{name} {stop.said}{_input(subject, stop)}.{where} {remedy}"


def lost(code: int, output: str, roots: tuple[Path, ...]) -> str:
    """Why a process ended without a result, from its exit code and what it wrote to its error output."""
    steps = [step for step in _STEP.findall(output) if step[0].startswith(tuple(map(str, roots)))]
    where = f"`{steps[0][2]}` ({steps[0][0]}, line {steps[0][1]})" if steps else "its code"
    if code == -getattr(signal, "SIGVTALRM", 0):
        return (
            f"{where} did not return within {2 * author_code.SECONDS:g} s of processor time from a single operation. "
            "Make that operation smaller."
        )
    if code < 0:
        return f"{where} ended the interpreter ({signal.Signals(-code).name}). Correct that."
    return f"{where} ended the interpreter (exit code {code}). Remove what ends it."


def _named(subject: Subject, stop: Overrun) -> tuple[int, str]:
    """The law and the name of what is running; what has not been made yet cannot be running."""
    if stop.piece is None:
        return 10, "the check of this kata"
    code, made = stop.piece.code, vars(subject)
    if isinstance(code, str):
        return (5 if code.startswith("the example") else 10), code
    if "kata" in made:
        for each in subject.kata.misconceptions:
            if each.function is code:
                return 6, f"misconception `{each.name}`"
        for prop in subject.kata.properties:
            if prop.check is code:
                return 7, f"property `{prop.name}`"
    if "solution" in made and code in subject.right_answers.values():
        return 4, f"right answer `{code.__name__}`"
    if "mutants" in made:
        for name, mutant in subject.mutants.items():
            if mutant.function is code:
                return 11, f"mutant `{name}`"
    return 10, f"`{getattr(code, '__name__', code)}`"


def _input(subject: Subject, stop: Overrun) -> str:
    """The input on which a function is running."""
    if stop.piece is None or not stop.piece.arguments:
        return ""
    given = stop.piece.arguments
    named = (
        given if isinstance(given, Mapping) else dict(zip(subject.kata.signature.names, given, strict=False))
    )
    text = ", ".join(f"{name}={show(value, lines=1)}" for name, value in named.items())
    return f" on {text if len(text) <= _LONGEST else text[: _LONGEST - 3] + '...'}"

"""Answers that were written from the statements alone, by people who saw neither graders nor solutions.

A folder ``blind/KATA`` has a file for each answer.  A file ``blind/KATA.py`` holds several answers; each begins with a
line ``# %% right`` or ``# %% wrong: MISTAKE``.
"""

import re
from pathlib import Path
from typing import NamedTuple

BLIND = Path(__file__).parent / "blind"
SEVERAL = sorted(BLIND.glob("*.py"))


class Blind(NamedTuple):
    """One answer: whether it is right, the mistake or the name of its file, and its source."""

    is_right: bool
    title: str
    source: bytes


def answers_in(path: Path) -> list[Blind]:
    """The answers in a file that holds several."""
    parts = re.split(r"^# %% (right|wrong: .+)$", path.read_text("utf-8"), flags=re.MULTILINE)
    heads = [head.partition(": ") for head in parts[1::2]]
    pairs = zip(heads, parts[2::2], strict=True)
    return [Blind(kind == "right", mistake, text.encode()) for (kind, _, mistake), text in pairs]


def wrong_answers(kata: str) -> list[Blind]:
    """All wrong answers to a kata, by its short name."""
    found = [Blind(False, path.stem, path.read_bytes()) for path in sorted((BLIND / kata).glob("wrong*.py"))]
    several = BLIND / f"{kata}.py"
    if several.is_file():
        found += [each for each in answers_in(several) if not each.is_right]
    return found

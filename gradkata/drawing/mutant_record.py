"""The stored mutants of a kata: right answers with one small change, and the calls on which each is wrong.

A mutant is stored as its edits to the text of the solution, so that only those that may match an answer are made.
`kata lint --write` writes the record beside the bank (`authoring.mutant_recording`).
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

FORMAT = 1
MOST_BYTES = 64 << 10


@dataclass(frozen=True)
class StoredMutant:
    """One mutant: the right answer that it is made of, the kind of change, and its edits to the solution's text.

    Each edit is the start and end of a span, and the text that replaces it.  ``kind`` completes the sentence "it
    behaves like a right answer in which ...".  Bit i of ``wrong`` is set if the mutant is wrong on call i of the bank;
    ``total`` is about the sum of the numbers that it returns on the first of these calls, or None.
    """

    function: str
    kind: str
    edits: tuple[tuple[int, int, str], ...]
    wrong: int
    total: float | None = None

    @property
    def first(self) -> int:
        """The first call on which the mutant is wrong."""
        return (self.wrong & -self.wrong).bit_length() - 1

    def applied(self, text: str) -> str:
        """The text of the solution with this mutant's change."""
        for start, end, new in sorted(self.edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text


@dataclass(frozen=True)
class MutantRecord:
    """The mutants of a kata; ``bank`` and ``solution`` are digests of what they were tried on and made of."""

    bank: str
    solution: str
    mutants: tuple[StoredMutant, ...]


def digest_of_text(text: str) -> str:
    """Twelve hexadecimal digits that identify a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def load(path: Path) -> MutantRecord | None:
    """The record in a file; None if there is none, or if this version cannot read it."""
    try:
        data = json.loads(path.read_text("utf-8"))
        if data["format"] != FORMAT:
            return None
        functions, kinds = data["functions"], data["kinds"]
        return MutantRecord(
            data["bank"],
            data["solution"],
            tuple([_mutant(functions, kinds, each) for each in data["mutants"]]),
        )
    except (OSError, LookupError, TypeError, ValueError):
        return None


def _mutant(functions: Sequence[str], kinds: Sequence[str], data: Sequence[object]) -> StoredMutant:
    function, kind, wrong, total, *edits = data
    if not (isinstance(function, int) and isinstance(kind, int) and isinstance(wrong, str)):
        raise TypeError("a mutant is stored as the places of its function and kind, and its bits")
    if total is not None and not isinstance(total, int | float):
        raise TypeError("the total of a mutant is a number")
    starts, ends, texts = edits[::3], edits[1::3], edits[2::3]
    changed = tuple(
        (int(str(start)), int(str(end)), str(text))
        for start, end, text in zip(starts, ends, texts, strict=True)
    )
    return StoredMutant(functions[function], kinds[kind], changed, int(wrong, 16), total)


def dumps(record: MutantRecord) -> str:
    """The text of a record: one mutant per line; those that would make it too long are left out at the end."""
    functions = [*dict.fromkeys(each.function for each in record.mutants)]
    kinds = [*dict.fromkeys(each.kind for each in record.mutants)]
    head: Mapping[str, object] = {
        "format": FORMAT,
        "bank": record.bank,
        "solution": record.solution,
        "functions": functions,
        "kinds": kinds,
    }
    lines = [f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    room = MOST_BYTES - len("\n".join(lines).encode()) - 200
    listed = []
    for each in record.mutants:
        edits = [part for edit in each.edits for part in edit]
        row = [functions.index(each.function), kinds.index(each.kind), f"{each.wrong:x}", each.total, *edits]
        text = f"    {json.dumps(row, ensure_ascii=False, separators=(',', ':'))}"
        room -= len(text.encode()) + 2
        if room < 0:
            break
        listed.append(text)
    return "{\n" + ",\n".join([*lines, '  "mutants": [\n' + ",\n".join(listed) + "\n  ]"]) + "\n}\n"


def save(record: MutantRecord, path: Path) -> None:
    """Write a record to a temporary file and move it into place."""
    temporary = path.with_name(path.name + ".new")
    temporary.write_text(dumps(record), "utf-8")
    temporary.replace(path)

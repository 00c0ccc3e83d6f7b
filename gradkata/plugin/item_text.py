"""A verdict as pytest shows it: the text of the terminal report, in the width and colours of pytest's output."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import pytest

from gradkata.outcomes import PropertyReport, Report, first_failure
from gradkata.reports.escaping import for_log, for_terminal
from gradkata.reports.page import prose
from gradkata.reports.palette import NARROWEST, WIDEST, Look
from gradkata.reports.terminal import excerpt
from gradkata.reports.value_text import points_text

_MOST_PRINTED = 40


class Place(NamedTuple):
    """The location of a failure with a sentence, which pytest prints as one line."""

    path: str
    lineno: int
    message: str

    def __str__(self) -> str:
        """Return it in the format of compilers, so that editors find the line."""
        return f"{self.path}:{self.lineno}: {self.message}"


@dataclass(frozen=True)
class ItemFailure:
    """A failure as pytest shows it, set in the width and colours of the terminal at that time."""

    report: Report
    name: str
    diagnosis: bool
    reprcrash: Place
    in_one_line: bool

    def toterminal(self, tw: Any) -> None:
        """Write it to a terminal of pytest; with ``--tb=line``, pytest itself prints the location."""
        if self.in_one_line:
            return
        encoding = getattr(getattr(tw, "_file", None), "encoding", None) or "utf-8"
        width = max(NARROWEST, min(tw.fullwidth, WIDEST))
        tw.write(self._text(Look(width, encoding, tw.hasmarkup)) + "\n")

    def __str__(self) -> str:
        """Return the text for files and other processes."""
        return self._text(Look())

    def _text(self, look: Look) -> str:
        return excerpt(self.report, self.name, look, diagnosis=self.diagnosis)


class FailedItemError(Exception):
    """Ends an item with a failure whose text is ready."""

    def __init__(self, longrepr: ItemFailure | str) -> None:
        super().__init__(str(longrepr))
        self.longrepr = longrepr


def failure(report: Report, verdict: PropertyReport, item: pytest.Item, *, diagnosis: bool) -> ItemFailure:
    """Return the failure of one property."""
    path, line, _ = item.location
    place = Place(path, (line or 0) + 1, for_log(f"{verdict['outcome']}: {verdict['claim']}"))
    return ItemFailure(
        report, verdict["name"], diagnosis, place, item.config.getoption("tbstyle", "") == "line"
    )


def fault(message: str) -> str:
    """Return the text for a failure of the grader."""
    sentence = f"The grader failed, not you: nothing is lost. {message} `kata doctor` looks for the cause."
    return "\n".join(prose(sentence, Look(), "", ""))


def reason(report: Report) -> str:
    """Return why a property was not judged."""
    cause = first_failure(report)
    if report["outcome"] == "not-loaded" or cause is None:
        return "the file was not loaded"
    return f"not judged after {cause['name']}: {cause['outcome']}"


def printed(report: Report) -> str:
    """Return the beginning of what an answer without a failure printed: every call of the bank may have printed."""
    lines = for_terminal(report["printed"]).split("\n")
    if len(lines) <= _MOST_PRINTED:
        return "\n".join(lines)
    return "\n".join([*lines[:_MOST_PRINTED], f"... {len(lines) - _MOST_PRINTED} more lines"])


def facts(report: Report, verdict: PropertyReport) -> list[tuple[str, object]]:
    """Return the properties of an item, for the summary and for other programs."""
    pairs = [(key, report[key]) for key in ("kata", "score", "max_score", "sandbox")]
    pairs += [(key, verdict[key]) for key in ("points", "max_points")]
    return [*pairs, *[("notes", "\n".join(map(for_log, report["notes"])))] * bool(report["notes"])]


def summary(terminal: Any, judged: Mapping[str, Mapping[str, Any]]) -> None:
    """Print a line for each kata, by the file that answers it, and the notes of the reports."""
    slugs = [each["kata"] for each in judged.values()]
    # In a folder of several students' work, only the files distinguish the katas.
    names = dict(zip(judged, slugs if len(set(slugs)) == len(slugs) else judged, strict=True))
    width = max(map(len, names.values()))
    terminal.section("katas")
    for file, each in judged.items():
        full = each["score"] >= each["max_score"]
        points = f"{points_text(each['score'])}/{points_text(each['max_score'])}"
        terminal.write_line(f"{names[file]:<{width}} {points:>5}", green=full, yellow=not full)
    notes = "\n".join(each["notes"] for each in judged.values() if "notes" in each)
    for note in dict.fromkeys(notes.splitlines()):
        terminal.write_line("\n".join(prose(note, Look(), "", "")))

"""A student's progress, kept in `.kata/progress.json` beside their `katas/`."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypeGuard

from gradkata.outcomes import Report, first_failure

FORMAT = 1


class Reached(NamedTuple):
    """The best score on one kata, its maximum, and when the score was first reached."""

    score: float
    max_score: float
    at: str

    @property
    def is_full(self) -> bool:
        """Whether all points were reached."""
        return self.score >= self.max_score


class Helped(NamedTuple):
    """The help that a student has used: how many hints, and whether they gave up and read a solution."""

    hints: int = 0
    gave_up: bool = False


class LastCheck(NamedTuple):
    """What the last check of an answer found.

    ``answer`` identifies the file's content.  ``failed`` is the name of the first property that failed, ``mistake`` the
    name of the mistake that was recognised and ``title`` its headline; each is empty if there is none.
    """

    answer: str
    failed: str = ""
    mistake: str = ""
    title: str = ""


class Progress(NamedTuple):
    """The best scores, the help used and the last checks, by slug.

    ``complaint`` says why a file could not be read, ``is_newer_format`` whether a newer gradkata wrote it.
    """

    katas: dict[str, Reached]
    helped: dict[str, Helped]
    complaint: str | None = None
    is_newer_format: bool = False
    checked: Mapping[str, LastCheck] = MappingProxyType({})

    def is_done(self, slug: str) -> bool:
        """Return whether a kata has all its points."""
        return slug in self.katas and self.katas[slug].is_full

    def help_on(self, slug: str) -> Helped:
        """Return the help that was used on a kata."""
        return self.helped.get(slug, Helped())


def path_of(workspace: Path) -> Path:
    """Return the path of the progress file."""
    return workspace / ".kata" / "progress.json"


def read(workspace: Path) -> Progress:
    """Return the progress in a workspace; if the file is invalid, an empty progress with a complaint."""
    path = path_of(workspace)
    try:
        found = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Progress({}, {})
    except (OSError, ValueError, RecursionError) as error:
        why = "is not JSON" if isinstance(error, ValueError) else f"cannot be read ({error})"
        return Progress({}, {}, f"{path} {why}; your answers are untouched, but nothing counts as done.")
    number = found.get("format") if isinstance(found, dict) else None
    if isinstance(number, int) and number > FORMAT:
        sentence = f"{path} was written by a newer gradkata (format {number}); update this one."
        return Progress({}, {}, sentence, is_newer_format=True)
    if number != FORMAT or not isinstance(found.get("katas"), dict):
        return Progress({}, {}, f"{path} is not a progress file; nothing counts as done.")
    reached = {slug: _reached(entry) for slug, entry in found["katas"].items()}
    helped, checked = found.get("helped"), found.get("checked")
    return Progress(
        {slug: entry for slug, entry in reached.items() if entry is not None},
        {slug: _helped(entry) for slug, entry in helped.items()} if isinstance(helped, dict) else {},
        checked={
            slug: LastCheck(**entry)
            for slug, entry in (checked.items() if isinstance(checked, dict) else ())
            if _is_checked(entry)
        },
    )


def record(
    workspace: Path, slug: str, score: float, max_score: float, checked: LastCheck | None = None
) -> str | None:
    """Save a score if it is the best so far, and what the check found; return a complaint if that is not possible.

    An invalid file is moved aside, never deleted; one in a newer format is left alone.
    """
    before = after = read(workspace)
    best = before.katas.get(slug)
    if best is None or best.max_score != max_score or best.score < score:
        after = after._replace(katas={**after.katas, slug: Reached(score, max_score, _now())})
    if checked is not None and checked != before.checked.get(slug):
        after = after._replace(checked={**after.checked, slug: checked})
    return _save(workspace, after) if after is not before else None


def last_check(report: Report, answer: bytes) -> LastCheck:
    """Return what a report found in the answer with this content."""
    failed, mistake = first_failure(report), report["misconception"]
    return LastCheck(
        content_of(answer),
        failed["name"] if failed else "",
        mistake["name"] if mistake else "",
        mistake["title"] if mistake else "",
    )


def content_of(answer: bytes) -> str:
    """Return what identifies the content of an answer in `LastCheck`."""
    import zlib

    return f"{zlib.crc32(answer):08x}"


def record_help(workspace: Path, slug: str, *, hints: int = 0, gave_up: bool = False) -> str | None:
    """Save how many hints, or that a solution, was seen; return a complaint if that cannot be saved."""
    progress = read(workspace)
    before = progress.help_on(slug)
    after = Helped(max(hints, before.hints), gave_up or before.gave_up)
    if after == before:
        return None
    return _save(workspace, progress._replace(helped={**progress.helped, slug: after}))


def _save(workspace: Path, progress: Progress) -> str | None:
    if progress.is_newer_format:
        return progress.complaint
    path = path_of(workspace)
    content: dict[str, Any] = {"format": FORMAT, "katas": _plain(progress.katas)}
    if progress.helped:
        content["helped"] = _plain(progress.helped)
    if progress.checked:
        content["checked"] = _plain(progress.checked)
    try:
        path.parent.mkdir(exist_ok=True)
        if progress.complaint:
            os.replace(path, path.with_name("progress.broken.json"))
        _write(path, content)
    except OSError as error:
        return f"Your progress could not be saved in {path}: {error.strerror or error}."
    return None


def _plain(entries: Mapping[str, Reached | Helped | LastCheck]) -> dict[str, Any]:
    return {slug: entry._asdict() for slug, entry in entries.items()}


def _write(path: Path, content: dict[str, Any]) -> None:
    """Write a temporary file and rename it, so that a reader finds the old file or the new one, never a mixture."""
    temporary = path.with_name(f".progress-{os.getpid()}.json")
    try:
        temporary.write_text(json.dumps(content, indent=2) + "\n", "utf-8")
        os.replace(temporary, path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def _reached(entry: object) -> Reached | None:
    if not isinstance(entry, dict):
        return None
    score, most, at = entry.get("score"), entry.get("max_score"), entry.get("at")
    if _is_number(score) and _is_number(most) and isinstance(at, str):
        return Reached(score, most, at)
    return None


def _helped(entry: object) -> Helped:
    if not isinstance(entry, dict):
        return Helped()
    hints = entry.get("hints")
    return Helped(hints if type(hints) is int and hints > 0 else 0, entry.get("gave_up") is True)


def _is_checked(entry: object) -> TypeGuard[dict[str, str]]:
    is_known = isinstance(entry, dict) and "answer" in entry and entry.keys() <= set(LastCheck._fields)
    return is_known and isinstance(entry, dict) and all(isinstance(value, str) for value in entry.values())


def _is_number(value: object) -> TypeGuard[float]:
    # NaN, which Python's JSON accepts, is the one number that differs from itself.
    return isinstance(value, int | float) and not isinstance(value, bool) and value == value


def _now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="seconds")

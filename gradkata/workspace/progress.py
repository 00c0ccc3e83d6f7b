"""What a student has reached, kept in `.kata/progress.json` beside their `katas/`."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeGuard

FORMAT = 1


class Reached(NamedTuple):
    """The best score on one kata, out of how many points, and when it was first reached."""

    score: float
    max_score: float
    at: str

    @property
    def is_full(self) -> bool:
        """Whether all points were reached."""
        return self.score >= self.max_score


class Helped(NamedTuple):
    """What a student has looked up: how many hints, and whether they gave up and read a solution."""

    hints: int = 0
    gave_up: bool = False


class Progress(NamedTuple):
    """What was reached and looked up, by slug; ``complaint`` says why a file could not be read."""

    katas: dict[str, Reached]
    helped: dict[str, Helped]
    complaint: str | None = None
    is_foreign: bool = False

    def is_done(self, slug: str) -> bool:
        """Whether a kata has all its points."""
        return slug in self.katas and self.katas[slug].is_full

    def help_on(self, slug: str) -> Helped:
        """What was looked up of a kata."""
        return self.helped.get(slug, Helped())


def path_of(workspace: Path) -> Path:
    """The file that holds it."""
    return workspace / ".kata" / "progress.json"


def read(workspace: Path) -> Progress:
    """What was reached in a workspace; nothing, and a sentence, where the file makes no sense."""
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
        return Progress({}, {}, sentence, is_foreign=True)
    if number != FORMAT or not isinstance(found.get("katas"), dict):
        return Progress({}, {}, f"{path} is not a progress file; nothing counts as done.")
    reached = {slug: _reached(entry) for slug, entry in found["katas"].items()}
    helped = found.get("helped")
    return Progress(
        {slug: entry for slug, entry in reached.items() if entry is not None},
        {slug: _helped(entry) for slug, entry in helped.items()} if isinstance(helped, dict) else {},
    )


def record(workspace: Path, slug: str, score: float, max_score: float) -> str | None:
    """Keep a score where it is the best so far; returns a sentence where that cannot be done.

    A file that makes no sense is moved aside, never thrown away; one of a newer format is left alone.
    """
    progress = read(workspace)
    best = progress.katas.get(slug)
    if best is not None and best.max_score == max_score and best.score >= score:
        return None
    reached = Reached(score, max_score, _now())
    return _keep(workspace, progress._replace(katas={**progress.katas, slug: reached}))


def record_help(workspace: Path, slug: str, *, hints: int = 0, gave_up: bool = False) -> str | None:
    """Keep that so many hints were seen, or a solution; returns a sentence where that cannot be done."""
    progress = read(workspace)
    before = progress.help_on(slug)
    after = Helped(max(hints, before.hints), gave_up or before.gave_up)
    if after == before:
        return None
    return _keep(workspace, progress._replace(helped={**progress.helped, slug: after}))


def _keep(workspace: Path, progress: Progress) -> str | None:
    if progress.is_foreign:
        return progress.complaint
    path = path_of(workspace)
    content: dict[str, Any] = {"format": FORMAT, "katas": _plain(progress.katas)}
    if progress.helped:
        content["helped"] = _plain(progress.helped)
    try:
        path.parent.mkdir(exist_ok=True)
        if progress.complaint:
            os.replace(path, path.with_name("progress.broken.json"))
        _write(path, content)
    except OSError as error:
        return f"Your progress could not be kept in {path}: {error.strerror or error}."
    return None


def _plain(entries: Mapping[str, Reached | Helped]) -> dict[str, Any]:
    return {slug: entry._asdict() for slug, entry in entries.items()}


def _write(path: Path, content: dict[str, Any]) -> None:
    """Write beside and rename, so that a reader finds the old file or the new one, never a half."""
    beside = path.with_name(f".progress-{os.getpid()}.json")
    try:
        beside.write_text(json.dumps(content, indent=2) + "\n", "utf-8")
        os.replace(beside, path)
    except OSError:
        beside.unlink(missing_ok=True)
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


def _is_number(value: object) -> TypeGuard[float]:
    # NaN, which Python's JSON accepts, is the one number that differs from itself.
    return isinstance(value, int | float) and not isinstance(value, bool) and value == value


def _now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="seconds")

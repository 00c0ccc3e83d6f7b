"""The sandbox level at which the submissions of a class are judged."""

from gradkata.isolation.sandbox import CONFINING, Level

_UNCONFINED = "Judged at level `{level}`, which does not confine the answer."


class LevelError(Exception):
    """Answers cannot be judged at a suitable level on this machine; the message says why and what to do."""


def grading_level(asked: str | None, override: str = "--sandbox subprocess") -> Level:
    """The level that was asked for, or the highest one that passes its self-test now.

    ``override`` is the option by which an operator declares answers trusted; the message names it.

    Raises:
        LevelError: if the level that was asked for fails its self-test, or if none was asked for and no confining
            level passes.
    """
    from gradkata.isolation.selftest import selftest, survey

    if asked == "in-process":
        raise LevelError("A class is never graded in-process: one answer could change all others.")
    tests = (selftest(asked),) if asked else survey()  # type: ignore[arg-type]
    found = tests[-1]
    if not found.passed:
        raise LevelError(f"Level {found.level} does not work here: {'; '.join(found.failures[:2])}.")
    if not asked and found.level not in CONFINING:
        why = "; ".join(f"{test.level}: {test.failures[0]}" for test in tests[:-1] if test.failures)
        raise LevelError(
            f"This machine cannot confine what students hand in ({why}). Grade on Linux 5.13 or newer; "
            f"`kata doctor` shows details. If you trust the answers, use {override}."
        )
    return found.level


def likely_level(asked: str | None) -> str:
    """The level that :func:`grading_level` will probably return, without a self-test."""
    from shutil import which

    return asked or ("bwrap" if which("bwrap") else "kernel")


def notes_on(level: str) -> tuple[str, ...]:
    """The notes that every report gets if its level does not confine."""
    return () if level in CONFINING else (_UNCONFINED.format(level=level),)

"""At which level of the sandbox strangers are judged."""

from gradkata.isolation.sandbox import CONFINING, Level

_UNCONFINED = "Judged at level `{level}`, which does not confine what an answer may do."


class LevelError(Exception):
    """A machine that cannot confine what it was asked to judge; the message says why and what to do."""


def level_for_strangers(asked: str | None, override: str = "--sandbox subprocess") -> Level:
    """The highest level that passes its self-test now, or the one that was asked for.

    ``override`` is how an operator says that answers are to be trusted.

    Raises:
        LevelError: where what was asked for does not hold here, or nothing confines and nothing was asked for.
    """
    from gradkata.isolation.selftest import selftest, survey

    if asked == "in-process":
        raise LevelError("A class is never graded in-process: one answer could change all others.")
    tests = (selftest(asked),) if asked else survey()  # type: ignore[arg-type]
    found = tests[-1]
    if not found.passed:
        raise LevelError(f"Level {found.level} does not hold here: {'; '.join(found.failures[:2])}.")
    if not asked and found.level not in CONFINING:
        why = "; ".join(f"{test.level}: {test.failures[0]}" for test in tests[:-1] if test.failures)
        raise LevelError(
            f"This machine cannot confine what students hand in ({why}). Grade on Linux 5.13 or newer; "
            f"`kata doctor` says more. Answers that you trust: {override}."
        )
    return found.level


def likely_level(asked: str | None) -> str:
    """What :func:`level_for_strangers` is likely to say, without trying."""
    from shutil import which

    return asked or ("bwrap" if which("bwrap") else "kernel")


def notes_on(level: str) -> tuple[str, ...]:
    """What every report says of a level that does not confine."""
    return () if level in CONFINING else (_UNCONFINED.format(level=level),)

"""One answer judged: its report, what that means for the shell, and what is kept of it."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from graders.engine.tree import Tree

if TYPE_CHECKING:
    from graders.engine.isolation.sandbox import Sandbox
    from graders.engine.submissions.submission import Submission

Report = Mapping[str, Any]

ALL_POINTS, POINTS_LOST, GRADER_ERROR = 0, 1, 3

_UNCONFINED = (
    "Judged at level `{level}`, which does not confine what the file may do: for your own code only."
)


class Answer(NamedTuple):
    """What is judged: the file, and what was read from it already where it was handed in."""

    path: Path
    submission: "Submission | None" = None
    notes: tuple[str, ...] = ()


def judged(tree: Tree, slug: str, answer: Answer, server: "Sandbox") -> Report:
    """The report on one answer; a grader that is broken is one too.

    Raises:
        SandboxError: where the server failed; another may do better.
    """
    from graders.engine.isolation.sandbox import SandboxError
    from graders.engine.judging.exercises import exercise
    from graders.engine.judging.judge import judge
    from graders.engine.submissions.submission import Submission

    try:
        submission = answer.submission or Submission(_source(answer.path), answer.path.name)
        notes = [*_notes(server), *answer.notes]
        return judge(exercise(tree, slug), submission, server, notes=notes)
    except SandboxError:
        raise
    except Exception as error:  # whatever it is, the other katas are judged all the same
        if os.environ.get("GRADKATA_DEBUG"):
            raise
        return failed(slug, error, server.level)


def _source(path: Path) -> bytes:
    """A file as it is, but for the end of one that is larger than any that is judged."""
    from graders.engine.submissions.submission import SOURCE_LIMIT

    with path.open("rb") as file:
        return file.read(SOURCE_LIMIT + 1)


def failed(slug: str, error: Exception, level: str) -> Report:
    """The report where the grader or the sandbox failed."""
    from graders.engine.judging.report import grader_error

    return grader_error(slug, f"{type(error).__name__}: {error}", level)


def exit_code(report: Report) -> int:
    """What the shell is told of one report."""
    if report["outcome"] == "grader-error":
        return GRADER_ERROR
    return ALL_POINTS if report["score"] == report["max_score"] else POINTS_LOST


def _notes(server: "Sandbox") -> list[str]:
    from graders.engine.isolation.sandbox import CONFINING

    unconfined = [] if server.level in CONFINING else [_UNCONFINED.format(level=server.level)]
    return [*unconfined, *([server.note] if server.note else [])]

"""One judging process for a kernel: started by the first check, kept, and started anew where it has died.

It is a worker as a class has them: the student's code and the right answers never share a process.
"""

import atexit
import os
import threading
import warnings
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from graders.engine.tree import Tree

if TYPE_CHECKING:
    from graders.engine.classroom.crew import Worker
    from graders.engine.submissions.submission import Submission

_LOCK = threading.Lock()
_kept: "dict[int, Worker]" = {}  # by process: a fork of the kernel has no worker of its own


def judged(tree: Tree, slug: str, submission: "Submission", notes: tuple[str, ...]) -> Mapping[str, Any]:
    """The report on a submission; a grader or sandbox that fails is one too."""
    # The kernel is the student's: its warnings may be errors.
    with _LOCK, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from graders.engine.classroom.level import notes_on
        from graders.engine.isolation.selftest import highest_level
        from graders.engine.judging.report import grader_error

        level = highest_level()
        failed = ""
        for _ in range(2):
            try:
                report, failed = _asked(tree, slug, submission, level)
            except BaseException:  # interrupted: it may still be at work
                close()
                raise
            if report is not None:
                return {**report, "notes": [*notes_on(level), *notes, *report["notes"]]}
            close()
        return grader_error(slug, failed, level)


def close() -> None:
    """End the worker of this process, if there is one."""
    from graders.engine.classroom.crew import dismiss

    worker = _kept.pop(os.getpid(), None)
    if worker is not None:
        dismiss(worker)


def _asked(
    tree: Tree, slug: str, submission: "Submission", level: str
) -> tuple[Mapping[str, Any] | None, str]:
    """The report, or why there is none."""
    from graders.engine.classroom.crew import Job, ask, hire
    from graders.engine.isolation.sandbox import Limits

    if os.getpid() not in _kept:
        _kept[os.getpid()] = hire(level, tree.root)
        atexit.register(close)
    job = Job("", slug, submission, str(tree.bank(slug)), asdict(Limits()))
    done = ask(_kept[os.getpid()], job)
    return done.report, done.failed

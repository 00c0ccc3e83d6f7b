"""Judging one answer after the other for a front end: `kata check`, `kata watch`, pytest, and notebooks.

A session owns what judges.  It starts it, keeps it alive between answers, replaces it where it failed, tries once
more, and turns what remains of a failure into a report of outcome ``grader-error``.  What judges is one of two:

* a fork server of this process (`here`): this process holds the graders, a child of the server the student's code;
* a worker (`elsewhere`): for a process that belongs to the student, such as the kernel of a notebook, which must
  never hold an answer.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from gradkata.catalog import Catalog
from gradkata.outcomes import Report

if TYPE_CHECKING:
    from gradkata.isolation.sandbox import Level, Sandbox
    from gradkata.submissions.submission import Submission

_TRIES = 2
_UNCONFINED = (
    "Judged at level `{level}`, which does not confine what the file may do: for your own code only."
)


class JudgeError(Exception):
    """What judges failed, and another one may do better; never the student's fault."""


class Judge(Protocol):
    """What judges, for as long as it lives."""

    @property
    def level(self) -> "Level":
        """Of its sandbox."""

    def report(self, slug: str, submission: "Submission") -> Report:
        """The report on one answer.

        Raises:
            JudgeError: if there is none.
        """

    def close(self) -> None:
        """End it."""


class Session:
    """Close it, or use it in a ``with`` statement.  ``start`` makes a judge; it may raise `JudgeError`."""

    def __init__(self, start: Callable[[], Judge]) -> None:
        self._start = start
        self._judge: Judge | None = None
        self._level = ""

    def start(self) -> None:
        """Start the judge now and not with the first answer.

        Raises:
            JudgeError: if it does not start.
        """
        if self._judge is None:
            self._judge = self._start()
            self._level = self._judge.level

    def report(self, slug: str, submission: "Submission", notes: Sequence[str] = ()) -> Report:
        """The report on one answer; ``notes`` are what else its author is to read."""
        failure = ""
        for _ in range(_TRIES):
            try:
                self.start()
                assert self._judge is not None
                report = self._judge.report(slug, submission)
            except JudgeError as error:
                failure = str(error)
                self.close()
            except BaseException:  # interrupted: it may still be at work
                self.close()
                raise
            else:
                return {**report, "notes": [*_notes_on(self._level), *notes, *report["notes"]]}
        return failed(slug, failure, self._level)

    def close(self) -> None:
        """End the judge, if there is one; the next answer is given to a new one."""
        if self._judge is not None:
            self._judge.close()
            self._judge = None

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class ServerJudge:
    """A fork server, with the graders in this process."""

    def __init__(self, catalog: Catalog, server: "Sandbox") -> None:
        self._catalog, self._server = catalog, server
        self.level = server.level

    def report(self, slug: str, submission: "Submission") -> Report:
        """The report on one answer; a grader that is broken is one too.

        Raises:
            JudgeError: if the server failed.
        """
        from gradkata.isolation.sandbox import SandboxError
        from gradkata.judging.exercises import exercise
        from gradkata.judging.judge import judge

        try:
            notes = [self._server.note] if self._server.note else []
            return judge(exercise(self._catalog, slug), submission, self._server, notes=notes)
        except SandboxError as error:
            raise JudgeError(describe(error)) from error
        except Exception as error:  # whatever it is, the other katas are judged all the same
            if os.environ.get("GRADKATA_DEBUG"):
                raise
            return failed(slug, describe(error), self.level)

    def close(self) -> None:
        """End the server."""
        self._server.close()


class WorkerJudge:
    """A worker of a pool, with the graders in a process of its own."""

    def __init__(self, catalog: Catalog, level: "Level") -> None:
        from gradkata.workers.pool import hire

        self._catalog, self.level = catalog, level
        self._worker = hire(level, catalog.roots)

    def report(self, slug: str, submission: "Submission") -> Report:
        """The report on one answer.

        Raises:
            JudgeError: if the worker died or failed.
        """
        from dataclasses import asdict

        from gradkata.isolation.limits import Limits
        from gradkata.workers.pool import Job, ask

        job = Job("", slug, submission, str(self._catalog.bank(slug)), asdict(Limits()))
        done = ask(self._worker, job)
        if done.report is None:
            raise JudgeError(done.failed)
        return done.report

    def close(self) -> None:
        """End the worker."""
        from gradkata.workers.pool import dismiss

        with suppress(OSError):
            dismiss(self._worker)


def here(catalog: Catalog, level: "Level | None" = None, *, forked: bool = False) -> Session:
    """A session with the graders in this process.

    Args:
        catalog: the katas.
        level: of the sandbox; by default the highest that holds here.
        forked: fork the first server from this process, which is quick and needs it to have one thread and to have
            opened nothing secret.
    """
    fork_next = forked

    def start() -> Judge:
        nonlocal fork_next
        import numpy  # noqa: F401  the server and all its children share this import

        from gradkata.isolation.sandbox import SandboxError
        from gradkata.isolation.selftest import highest_level
        from gradkata.isolation.starting import fork_server, start_server

        make, fork_next = (fork_server if fork_next else start_server), False
        try:
            return ServerJudge(catalog, make(level or highest_level()))
        except SandboxError as error:
            raise JudgeError(describe(error)) from error

    return Session(start)


def elsewhere(catalog: Catalog) -> Session:
    """A session with the graders in a worker."""

    def start() -> Judge:
        from gradkata.isolation.selftest import highest_level

        return WorkerJudge(catalog, highest_level())

    return Session(start)


def failed(slug: str, message: str, level: str) -> Report:
    """The report where the grader or the sandbox failed."""
    from gradkata.judging.report import grader_error

    return grader_error(slug, message, level)


def describe(error: Exception) -> str:
    """An exception of ours in one line."""
    return f"{type(error).__name__}: {error}"


def _notes_on(level: str) -> tuple[str, ...]:
    from gradkata.isolation.sandbox import CONFINING

    return () if level in CONFINING else (_UNCONFINED.format(level=level),)

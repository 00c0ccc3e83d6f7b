"""Judges one answer after another for a front end: `kata check`, `kata watch`, pytest, and notebooks.

A session owns a judge.  It starts the judge, keeps it alive between answers and replaces it after a failure.  Each
answer gets two tries; if both fail, its report has the outcome ``grader-error``.  There are two kinds of judge:

* a fork server of this process (`server_session`): the graders run in this process, and the student's code in a
  child of the server;
* a worker (`worker_session`): for a process that belongs to the student, such as the kernel of a notebook, which
  must never hold an answer.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext, redirect_stdout, suppress
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from gradkata.catalog import BUILT_IN, Catalog
from gradkata.loader import describe_error
from gradkata.outcomes import Report, TriedCall

if TYPE_CHECKING:
    from gradkata.isolation.sandbox import Level, Sandbox
    from gradkata.submissions.submission import Submission

_Answer = TypeVar("_Answer")
_TRIES = 2
_MOST_GIVEN = 1 << 20  # bytes of the arguments of a trial
_UNCONFINED = (
    "Judged at level `{level}`, which does not confine what the file may do: for your own code only."
)


class JudgeError(Exception):
    """The judge failed, and a new one may succeed; never the student's fault."""


class Judge(Protocol):
    """A fork server or a worker that is running."""

    @property
    def level(self) -> "Level":
        """The level of its sandbox."""

    def report(self, slug: str, submission: "Submission") -> Report:
        """The report on one answer.

        Raises:
            JudgeError: if the judge failed.
        """

    def trial(
        self, slug: str, submission: "Submission", values: Sequence[Any], by_name: Mapping[str, Any]
    ) -> TriedCall:
        """One call of an answer on given arguments.

        Raises:
            ArgumentError: if the arguments do not fit the signature of the kata.
            JudgeError: if the judge failed.
        """

    def close(self) -> None:
        """Stop the judge."""


class Session:
    """Judges answers with one judge at a time.

    Close it, or use it in a ``with`` statement.  ``start`` makes a judge; it may raise `JudgeError`.
    """

    def __init__(self, start: Callable[[], Judge]) -> None:
        self._start = start
        self._judge: Judge | None = None
        self._level = ""

    def start(self) -> None:
        """Start the judge now rather than with the first answer.

        Raises:
            JudgeError: if it does not start.
        """
        if self._judge is None:
            self._judge = self._start()
            self._level = self._judge.level

    def report(self, slug: str, submission: "Submission", notes: Sequence[str] = ()) -> Report:
        """The report on one answer, with ``notes`` added to its own."""
        try:
            report = self._asked(lambda judge: judge.report(slug, submission))
        except JudgeError as error:
            return failed(slug, str(error), self._level)
        return {**report, "notes": [*_notes_on(self._level), *notes, *report["notes"]]}

    def trial(
        self,
        slug: str,
        submission: "Submission",
        values: Sequence[Any],
        by_name: Mapping[str, Any],
        notes: Sequence[str] = (),
    ) -> TriedCall:
        """One call of an answer on an input of the student's own, with ``notes`` added to its own.

        Raises:
            ArgumentError: if the arguments do not fit the signature of the kata.
            JudgeError: if the judge failed twice.
        """
        trial = self._asked(lambda judge: judge.trial(slug, submission, values, by_name))
        return {**trial, "notes": [*_notes_on(self._level), *notes, *trial["notes"]]}

    def _asked(self, ask: Callable[[Judge], _Answer]) -> _Answer:
        """What the judge answers, or a new one if it fails.

        Raises:
            JudgeError: if the second one fails as well.
        """
        failure = JudgeError()
        for _ in range(_TRIES):
            try:
                self.start()
                assert self._judge is not None
                return ask(self._judge)
            except JudgeError as error:
                failure = error
                self.close()
            except ValueError:  # the arguments of a trial do not fit: the judge is idle again
                raise
            except BaseException:  # interrupted: the judge may still be busy
                self.close()
                raise
        raise failure

    def close(self) -> None:
        """Stop the judge, if there is one; the next answer starts a new one."""
        judge, self._judge = self._judge, None  # also if closing it fails, the next answer gets a new one
        if judge is not None:
            judge.close()

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
        """The report on one answer; if the grader is broken, the report says so.

        Raises:
            JudgeError: if the server failed.
        """
        from gradkata.author_code import watched
        from gradkata.isolation.sandbox import SandboxError
        from gradkata.judging.exercises import exercise
        from gradkata.judging.judge import judge

        try:
            notes = [self._server.note] if self._server.note else []
            # What a grader prints is no part of a report.  In this process a debugger needs the real output.
            with nullcontext() if self.level == "in-process" else redirect_stdout(sys.stderr), watched():
                return judge(exercise(self._catalog, slug), submission, self._server, notes=notes)
        except SandboxError as error:
            raise JudgeError(describe_error(error)) from error
        except (Exception, SystemExit) as error:  # whatever the grader raises, the other katas are judged
            if os.environ.get("GRADKATA_DEBUG"):
                raise
            return failed(slug, self._advised(slug, error), self.level)

    def trial(
        self, slug: str, submission: "Submission", values: Sequence[Any], by_name: Mapping[str, Any]
    ) -> TriedCall:
        """One call of an answer on given arguments.

        Raises:
            ArgumentError: if the arguments do not fit the signature of the kata.
            JudgeError: if the server or the grader failed.
        """
        from gradkata.author_code import watched
        from gradkata.judging.exercises import exercise
        from gradkata.judging.given_arguments import ArgumentError
        from gradkata.judging.trying import try_out

        try:
            with nullcontext() if self.level == "in-process" else redirect_stdout(sys.stderr), watched():
                return try_out(exercise(self._catalog, slug), submission, self._server, values, by_name)
        except ArgumentError:
            raise
        except (Exception, SystemExit) as error:  # of the sandbox, or whatever the grader raises
            if os.environ.get("GRADKATA_DEBUG"):
                raise
            raise JudgeError(self._advised(slug, error)) from error

    def _advised(self, slug: str, error: BaseException) -> str:
        root = self._catalog.collection_of(slug).root
        if root == BUILT_IN:
            return describe_error(error)
        advice = f"The kata belongs to the collection {root}: `kata lint` shows its author the cause."
        return f"{describe_error(error)}. {advice}"

    def close(self) -> None:
        """Stop the server."""
        self._server.close()


class WorkerJudge:
    """A worker, which loads the graders in a separate process."""

    def __init__(self, catalog: Catalog, level: "Level") -> None:
        from gradkata.workers.pool import start_worker

        self._catalog, self.level = catalog, level
        self._worker = start_worker(level, catalog.roots)

    def report(self, slug: str, submission: "Submission") -> Report:
        """The report on one answer.

        Raises:
            JudgeError: if the worker died or failed.
        """
        from dataclasses import asdict

        from gradkata.isolation.limits import Limits
        from gradkata.workers.pool import Job, run_job

        job = Job("", slug, submission, str(self._catalog.bank(slug)), asdict(Limits()))
        done = run_job(self._worker, job)
        if done.report is None:
            raise JudgeError(done.failed)
        return done.report

    def trial(
        self, slug: str, submission: "Submission", values: Sequence[Any], by_name: Mapping[str, Any]
    ) -> TriedCall:
        """One call of an answer on given arguments.

        Raises:
            ArgumentError: if the arguments do not fit the signature of the kata, or cannot be sent.
            JudgeError: if the worker died or failed.
        """
        import base64
        from dataclasses import asdict

        from gradkata.isolation.inside.wire import WireError, encode
        from gradkata.isolation.limits import Limits
        from gradkata.judging.given_arguments import ArgumentError
        from gradkata.workers.pool import Job, run_job

        try:
            frame = encode([list(values), list(by_name), list(by_name.values())], _MOST_GIVEN)
        except WireError as error:
            raise ArgumentError(f"The arguments are too large: they contain {error}.") from None
        given = base64.b64encode(frame).decode("ascii")
        job = Job("", slug, submission, str(self._catalog.bank(slug)), asdict(Limits()), given)
        done = run_job(self._worker, job)
        if done.refused:
            raise ArgumentError(done.refused)
        if done.trial is None:
            raise JudgeError(done.failed)
        return done.trial

    def close(self) -> None:
        """Stop the worker."""
        from gradkata.workers.pool import stop_worker

        with suppress(OSError):
            stop_worker(self._worker)


def server_session(catalog: Catalog, level: "Level | None" = None, *, forked: bool = False) -> Session:
    """A session that loads the graders in this process.

    Args:
        catalog: the katas.
        level: the level of the sandbox; by default the highest that passes its self-test on this machine.
        forked: fork the first server from this process.  This is fast, but this process must have a single thread
            and must not have read anything secret.
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
        except (SandboxError, OSError) as error:
            raise JudgeError(describe_error(error)) from error

    return Session(start)


def worker_session(catalog: Catalog) -> Session:
    """A session that loads the graders in a worker."""

    def start() -> Judge:
        from gradkata.isolation.selftest import highest_level

        return WorkerJudge(catalog, highest_level())

    return Session(start)


def failed(slug: str, message: str, level: str) -> Report:
    """The report on an answer for which the grader or the sandbox failed."""
    from gradkata.judging.report import grader_error

    return grader_error(slug, message, level)


def _notes_on(level: str) -> tuple[str, ...]:
    from gradkata.isolation.sandbox import CONFINING

    return () if level in CONFINING else (_UNCONFINED.format(level=level),)

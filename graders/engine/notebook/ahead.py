"""Judging ahead: while nbgrader is busy with one notebook, a crew judges what the following ones hold."""

import threading
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from contextlib import closing, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from graders.engine.classroom.crew import Done, Job, cores, judge_all

_TRIES = 3
_MOST_WORKERS = 4  # more would wait for nbgrader
_LINGER_SECONDS = 5.0  # workers that have nothing to do go home after so long


class UnjudgedError(Exception):
    """An answer of which there is no report, by no fault of its author; the message says why."""


class Ahead:
    """Reports on answers: on those that ``coming`` yields as early as can be, on all others when asked.

    A crew works from the first question on, and goes home when there is nothing to do.
    """

    def __init__(self, coming: Iterator[Job], level: str, root: Path) -> None:
        self._coming, self._level, self._root = coming, level, root
        self._asked: SimpleQueue[Job | None] = SimpleQueue()
        self._futures: dict[str, Future[Mapping[str, Any]]] = {}
        self._tries: Counter[str] = Counter()
        self._under_way = 0
        self._broken: Exception | None = None
        self._is_closed = False
        # A daemon: the interpreter does not wait for it, but closes it on its way out.
        self._thread = threading.Thread(target=self._work, name="gradkata-ahead", daemon=True)
        self._thread.start()

    def report(self, job: Job) -> Mapping[str, Any]:
        """The report on an answer; waits for it.

        Raises:
            UnjudgedError: where the workers failed three times over, or do not start.
        """
        if self._is_new(job):
            self._asked.put(job)
        if self._broken is not None and not self._futures[job.key].done():
            raise UnjudgedError(str(self._broken))
        return self._futures[job.key].result()

    def close(self) -> None:
        """Send the crew home, whatever it is at."""
        self._is_closed = True
        self._asked.put(None)
        self._thread.join()

    def _is_new(self, job: Job) -> bool:
        future: Future[Mapping[str, Any]] = Future()
        return self._futures.setdefault(job.key, future) is future

    def _work(self) -> None:
        try:
            while not self._is_closed:
                first = self._next(None)
                if first is not None:
                    self._judge_from(first)
        except Exception as error:
            # Nobody else would ever answer those who wait.
            self._broken = error
            for future in [*self._futures.values()]:
                if not future.done():
                    future.set_exception(UnjudgedError(str(error)))

    def _judge_from(self, first: Job) -> None:
        """Judge one answer and all that follow it before the crew has been idle for a while."""
        held, patience = deque([first]), _LINGER_SECONDS

        def following() -> Job | None:
            nonlocal patience
            job = held.popleft() if held else self._next(patience)
            self._under_way += job is not None
            patience = _LINGER_SECONDS if self._under_way else 0.0  # once for all workers
            return job

        with closing(judge_all(following, _size(), self._level, self._root)) as all_done:
            for done in all_done:
                if self._is_closed:
                    return
                if done is not None:
                    self._under_way -= 1
                    self._record(done)

    def _next(self, seconds: float | None) -> Job | None:
        """What was asked for, else what is to come; where there is neither and nothing under way, wait."""
        with suppress(Empty):
            return self._asked.get_nowait()
        # What goes wrong while looking ahead is met again, and told, by who asks.
        with suppress(Exception):
            for job in self._coming:
                if self._is_new(job):
                    return job
        if self._under_way or self._is_closed:
            return None
        with suppress(Empty):
            return self._asked.get(timeout=seconds)
        return None

    def _record(self, done: Done) -> None:
        future = self._futures[done.job.key]
        self._tries[done.job.key] += 1
        if done.report is not None:
            future.set_result(done.report)
        elif self._tries[done.job.key] < _TRIES:
            self._asked.put(done.job)
        else:
            future.set_exception(UnjudgedError(done.failed))


def _size() -> int:
    """How many workers: nbgrader itself keeps one processor busy."""
    return max(1, min(cores() - 1, _MOST_WORKERS))

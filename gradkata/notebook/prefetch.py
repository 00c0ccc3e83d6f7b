"""Judging ahead: while nbgrader is busy with one notebook, a crew judges what the following ones hold."""

import threading
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import closing, suppress
from itertools import count
from pathlib import Path
from queue import Empty, PriorityQueue

from gradkata.outcomes import Report
from gradkata.workers.pool import Done, Job, cores, judge_all

_TRIES = 3
_MOST_WORKERS = 4  # more would wait for nbgrader
_LINGER_SECONDS = 5.0  # workers that have nothing to do go home after so long
_WAITING = 16  # answers that wait for each worker: what it can judge in a tick, and more
_TICK_SECONDS = 0.05
_FIRST, _ASKED, _FORESEEN = range(3)


class UnjudgedError(Exception):
    """An answer of which there is no report, by no fault of its author; the message says why."""


class Prefetch:
    """Reports on answers: on those that are foreseen as early as can be, on all others when asked.

    A crew comes in at once, and goes home when there is nothing to do.
    """

    def __init__(self, level: str, roots: Sequence[Path]) -> None:
        self.level = level
        self._roots = roots
        self._coming: Iterator[Job] = iter(())
        self._size = max(1, min(cores() - 1, _MOST_WORKERS))  # nbgrader keeps one processor busy
        self._todo: PriorityQueue[tuple[int, int, Job | None]] = PriorityQueue()
        self._order = count()
        self._futures: dict[str, Future[Report]] = {}
        self._tries: Counter[str] = Counter()
        self._under_way = 0
        self._broken: Exception | None = None
        self._is_closed = False
        # A daemon: the interpreter does not wait for it, but closes it on its way out.
        self._thread = threading.Thread(target=self._work, name="gradkata-prefetch", daemon=True)
        self._thread.start()

    def foresee(self, coming: Iterator[Job]) -> None:
        """Judge what will be asked for, given in the order in which it will be.

        It is read bit by bit by whoever asks, never beside it: reading parses Python, and where two threads
        do that at once, Python 3.11 raises SystemError (https://github.com/python/cpython/issues/106905).
        """
        self._coming = coming
        self._look_ahead()

    def report(self, job: Job) -> Report:
        """The report on an answer; waits for it.

        Raises:
            UnjudgedError: where the workers failed three times over, or do not start.
        """
        self._put_once(job, _ASKED)
        future = self._futures[job.key]
        while True:
            if self._broken is not None and not future.done():
                raise UnjudgedError(str(self._broken))
            self._look_ahead()
            with suppress(TimeoutError):
                return future.result(_TICK_SECONDS)

    def close(self) -> None:
        """Send the crew home, whatever it is at."""
        self._is_closed = True
        self._put(None, _FIRST)
        self._thread.join()

    def _look_ahead(self) -> None:
        """Read what is to come until enough of it waits for the crew."""
        # What goes wrong while looking ahead is met again, and told, by who asks.
        with suppress(Exception):
            while self._todo.qsize() < _WAITING * self._size:
                self._put_once(next(self._coming), _FORESEEN)

    def _put_once(self, job: Job, priority: int) -> None:
        if job.key not in self._futures:
            self._futures[job.key] = Future()
            self._put(job, priority)

    def _put(self, job: Job | None, priority: int) -> None:
        self._todo.put((priority, next(self._order), job))

    def _work(self) -> None:
        try:
            first = None
            while not self._is_closed:
                self._judge_from(first)
                first = self._next(None)
        except Exception as error:
            # Nobody else would ever answer those who wait.
            self._broken = error
            for future in [*self._futures.values()]:
                if not future.done():
                    future.set_exception(UnjudgedError(str(error)))

    def _judge_from(self, first: Job | None) -> None:
        """Judge one answer, if any, and all that follow before the crew has been idle for a while."""
        held, patience = deque([first] if first else []), _LINGER_SECONDS

        def following() -> Job | None:
            nonlocal patience
            job = held.popleft() if held else self._next(patience)
            self._under_way += job is not None
            patience = _LINGER_SECONDS if self._under_way else 0.0  # once for all workers
            return job

        with closing(judge_all(following, self._size, self.level, self._roots)) as all_done:
            for done in all_done:
                if self._is_closed:
                    return
                if done is not None:
                    self._under_way -= 1
                    self._record(done)

    def _next(self, seconds: float | None) -> Job | None:
        """What was asked for, else what is to come; where there is neither and nothing under way, wait."""
        with suppress(Empty):
            return self._todo.get(not self._under_way and not self._is_closed, seconds)[-1]
        return None

    def _record(self, done: Done) -> None:
        future = self._futures[done.job.key]
        self._tries[done.job.key] += 1
        if done.report is not None:
            future.set_result(done.report)
        elif self._tries[done.job.key] < _TRIES:
            self._put(done.job, _ASKED)
        else:
            future.set_exception(UnjudgedError(done.failed))

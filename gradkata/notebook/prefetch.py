"""Judging in advance: while nbgrader processes one notebook, workers judge the answers of the following ones.

nbgrader grades notebooks one by one, and spends much of that time on its own work: reading, converting, the gradebook.
`Prefetch` uses the other processor cores meanwhile.  The batch schedules an iterator over all answers that the run
will need, in nbgrader's order; a pool of workers (`gradkata.workers.pool`) judges them; `report` then usually returns
a report that is ready.

Two threads share the work:

* nbgrader's thread calls `schedule` and `report`.  Both read the iterator of upcoming answers, until `_MAX_WAITING`
  jobs per worker are queued.  Only this thread reads it: reading parses Python, and Python 3.11 raises SystemError if
  two threads do that at once (https://github.com/python/cpython/issues/106905).  While `report` waits, it wakes up
  every `_POLL_SECONDS` and refills the queue.
* The background thread runs `judge_all`, which takes jobs from the queue and sets the result of one future per job.

The queue is ordered by priority and then by age: an answer that is requested without having been scheduled, or that
is tried again (`_REQUESTED`), comes before scheduled ones (`_SCHEDULED`), and the order to stop (`_STOP`) before
everything.  A job has a key, so an answer that was both scheduled and requested, or that two students share, is judged
once.

Workers that have had nothing to do for `_IDLE_SECONDS` are stopped, and started again for the next job, because a run
may spend minutes in a kernel.  A job that fails is tried `_TRIES` times in total; then `report` raises
`UnjudgedError`.  If workers do not start at all, the background thread ends and every waiting `report` raises.
"""

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
_MAX_WORKERS = 4  # more would wait for nbgrader
_IDLE_SECONDS = 5.0  # idle workers are stopped after this time
_MAX_WAITING = 16  # queued answers for each worker: more than it can judge in one poll interval
_POLL_SECONDS = 0.05
_STOP, _REQUESTED, _SCHEDULED = range(3)


class UnjudgedError(Exception):
    """There is no report on an answer, for a reason that is not its author's fault; the message says why."""


class Prefetch:
    """Judges answers: scheduled ones as early as possible, all others when their report is requested.

    Workers are started at once, and stopped while there is nothing to do.
    """

    def __init__(self, level: str, roots: Sequence[Path]) -> None:
        self.level = level
        self._roots = roots
        self._upcoming: Iterator[Job] = iter(())
        self._size = max(1, min(cores() - 1, _MAX_WORKERS))  # nbgrader keeps one core busy
        self._todo: PriorityQueue[tuple[int, int, Job | None]] = PriorityQueue()
        self._order = count()
        self._futures: dict[str, Future[Report]] = {}
        self._tries: Counter[str] = Counter()
        self._in_progress = 0
        self._broken: Exception | None = None
        self._is_closed = False
        # A daemon thread: the interpreter does not wait for it at exit.
        self._thread = threading.Thread(target=self._work, name="gradkata-prefetch", daemon=True)
        self._thread.start()

    def schedule(self, upcoming: Iterator[Job]) -> None:
        """Judge these answers in the background; they are in the order in which they will be requested.

        The iterator is read piece by piece, and only by the thread that calls this method and `report`.
        """
        self._upcoming = upcoming
        self._fill_queue()

    def report(self, job: Job) -> Report:
        """The report on an answer; waits for it.

        Raises:
            UnjudgedError: if the workers failed three times on it, or do not start.
        """
        self._put_once(job, _REQUESTED)
        future = self._futures[job.key]
        while True:
            if self._broken is not None and not future.done():
                raise UnjudgedError(str(self._broken))
            self._fill_queue()
            with suppress(TimeoutError):
                return future.result(_POLL_SECONDS)

    def close(self) -> None:
        """Stop the workers, even if they are busy."""
        self._is_closed = True
        self._put(None, _STOP)
        self._thread.join()

    def _fill_queue(self) -> None:
        """Read upcoming answers until enough of them wait for the workers."""
        # An exception here occurs again, and is reported, when that answer is requested.
        with suppress(Exception):
            while self._todo.qsize() < _MAX_WAITING * self._size:
                self._put_once(next(self._upcoming), _SCHEDULED)

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
            # Otherwise callers that wait for a report would wait forever.
            self._broken = error
            for future in [*self._futures.values()]:
                if not future.done():
                    future.set_exception(UnjudgedError(str(error)))

    def _judge_from(self, first: Job | None) -> None:
        """Judge one answer, if any, and all following ones, until the workers have been idle for a while."""
        held, patience = deque([first] if first else []), _IDLE_SECONDS

        def next_job() -> Job | None:
            nonlocal patience
            job = held.popleft() if held else self._next(patience)
            self._in_progress += job is not None
            patience = _IDLE_SECONDS if self._in_progress else 0.0  # wait once, not once for each worker
            return job

        with closing(judge_all(next_job, self._size, self.level, self._roots)) as all_done:
            for done in all_done:
                if self._is_closed:
                    return
                if done is not None:
                    self._in_progress -= 1
                    self._record(done)

    def _next(self, seconds: float | None) -> Job | None:
        """The most urgent job.

        If there is none, wait ``seconds`` for one (None: without limit); do not wait while jobs are in progress.
        """
        with suppress(Empty):
            return self._todo.get(not self._in_progress and not self._is_closed, seconds)[-1]
        return None

    def _record(self, done: Done) -> None:
        future = self._futures[done.job.key]
        self._tries[done.job.key] += 1
        if done.report is not None:
            future.set_result(done.report)
        elif self._tries[done.job.key] < _TRIES:
            self._put(done.job, _REQUESTED)
        else:
            future.set_exception(UnjudgedError(done.failed))

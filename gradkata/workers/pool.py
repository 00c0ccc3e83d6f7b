"""A pool of workers: processes that judge answers in parallel, each replaced if it dies.

A worker (`gradkata.workers.worker`) is a process with one fork server, which runs one student's code at a time.
`judge_all` drives several of them from a single thread, which reads their standard outputs with `selectors`:

* Jobs go to a worker's standard input as lines of JSON, and reports come back on its standard output in the same
  order.  A worker has at most `_QUEUE_LENGTH` unanswered jobs, so that it never waits for its next one; every other
  job stays with the caller, which is asked for the next job only when a worker can take it.
* A worker first reports that it is ready.  If workers die before that three times in a row, starting them is the
  problem rather than an answer, and `PoolError` is raised with the last line of the worker's standard error.
* If a worker dies later, its oldest unanswered job is the one that it was judging.  That job is reported as failed,
  the others are given to other workers, and a new worker is started.  A worker that was killed by SIGKILL is reported
  as such, because the cause may be the machine (no memory) rather than the answer.
* The pool never retries a failed job.  The caller decides: it may return the job from ``next_job`` again.

The generator yields None at least every `_POLL_SECONDS`, so that the caller can commit, show progress or stop.
Closing it stops all workers.  A worker ends when its standard input is closed, so that none survives even if the
process that drives the pool is killed; with it end its fork server and the student's process.

`start_worker`, `run_job` and `stop_worker` are for a caller that needs one worker and waits for each answer.
"""

import base64
import json
import os
import re
import selectors
import signal
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, NamedTuple

from gradkata.isolation.environment import WANTED
from gradkata.outcomes import Report, TriedCall
from gradkata.submissions.submission import Submission

_QUEUE_LENGTH = 2  # so that a worker never waits for its next job
_POLL_SECONDS = 0.1
_STOP_SECONDS = 5.0
_MAX_FAILED_STARTS = 3
_CHUNK = 1 << 18


_ENTRY = (
    "import json, sys; sys.path += [p for p in json.loads(sys.argv.pop(1)) if p not in sys.path]; "
    "from gradkata.workers.worker import main; main()"
)


class PoolError(Exception):
    """Workers do not start; the message contains the last line of their standard error."""


class Job(NamedTuple):
    """One answer to be judged, with its kata, bank and limits.

    If ``given`` is not empty, the answer is called once on the arguments in it, in Base64, instead.
    """

    key: str
    slug: str
    submission: Submission
    bank: str
    limits: Mapping[str, float]
    given: str = ""


class Done(NamedTuple):
    """The result of a job: its report, or, if its worker died or failed, the reason.

    ``was_killed`` is true if a process was killed from outside, which is not necessarily the answer's fault.  A call on
    given arguments has a ``trial`` in place of a report, or was ``refused`` because they do not fit.
    """

    job: Job
    report: Report | None
    failed: str = ""
    was_killed: bool = False
    trial: TriedCall | None = None
    refused: str = ""


@dataclass(eq=False)
class Worker:
    """One process, and its unanswered jobs, oldest first."""

    process: "subprocess.Popen[bytes]"
    stderr: IO[bytes]
    jobs: deque[Job] = field(default_factory=deque)
    buffer: bytearray = field(default_factory=bytearray)
    is_ready: bool = False


def cores() -> int:
    """The number of processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def judge_all(
    next_job: Callable[[], Job | None], size: int, level: str, roots: Sequence[Path]
) -> Generator[Done | None]:
    """Judge until there is no next job; yields each result as it arrives, and None from time to time.

    Args:
        next_job: returns the next job, or None if there is none at the moment; it may return a failed job again.
        size: the number of workers.
        level: the level of the sandbox.
        roots: the folders of the collections.

    Raises:
        PoolError: if three workers in a row die before they are ready.
    """
    returned: deque[Job] = deque()
    workers: list[Worker] = []
    failed_starts = 0
    try:
        while True:
            while len(workers) < size:
                workers.append(start_worker(level, roots))
            for worker in workers:
                while worker.is_ready and len(worker.jobs) < _QUEUE_LENGTH:
                    job = returned.popleft() if returned else next_job()
                    if job is None:
                        break
                    _send(worker, job)
            if all(worker.is_ready and not worker.jobs for worker in workers) and not returned:
                return
            yield None
            for worker in _readable(workers):
                is_alive = _receive(worker)
                yield from _results(worker)
                if is_alive:
                    continue
                failed_starts = 0 if worker.is_ready else failed_starts + 1
                if failed_starts == _MAX_FAILED_STARTS:
                    raise PoolError(_start_failure(worker))
                worker.process.wait()  # it has closed its output, so it is about to end
                death = _death(worker)
                stop_worker(worker)
                workers.remove(worker)
                if worker.jobs:
                    current, *waiting = worker.jobs
                    returned.extend(waiting)
                    code = worker.process.returncode
                    yield Done(current, None, death, code == -signal.SIGKILL)
    finally:
        for worker in workers:
            stop_worker(worker)


def start_worker(level: str, roots: Sequence[Path]) -> Worker:
    """Start a worker, which judges one job after another until it is stopped or this process ends."""
    stderr = tempfile.TemporaryFile()  # noqa: SIM115  closed with its worker
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= WANTED
    # This process's own path comes last: a module of a student's never takes the place of another.
    path = json.dumps([each for each in sys.path if each])
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", _ENTRY, path, level, *map(str, roots)],
        # A session of its own, so that Ctrl-C reaches only the driver.
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stderr, start_new_session=True,
        env=environment,
    )  # fmt: skip
    return Worker(process, stderr)


def run_job(worker: Worker, job: Job) -> Done:
    """Give one job to an idle worker, and wait for its result."""
    _send(worker, job)
    while True:
        is_alive = _receive(worker)
        for done in _results(worker):
            return done
        if not is_alive:
            worker.process.wait()  # it has closed its output, so it is about to end
            return Done(job, None, _death(worker) if worker.is_ready else _start_failure(worker))


def _send(worker: Worker, job: Job) -> None:
    """Send a job to a worker; if the worker has died, `_receive` notices it."""
    worker.jobs.append(job)
    request = job._asdict() | asdict(job.submission)
    del request["submission"]
    request["source"] = base64.b64encode(job.submission.source).decode("ascii")
    assert worker.process.stdin is not None
    with suppress(BrokenPipeError):
        worker.process.stdin.write(json.dumps(request).encode("ascii") + b"\n")
        worker.process.stdin.flush()


def _readable(workers: list[Worker]) -> list[Worker]:
    """The workers that have sent output or have died; waits up to `_POLL_SECONDS` for one."""
    with selectors.DefaultSelector() as selector:
        for worker in workers:
            selector.register(_output(worker), selectors.EVENT_READ, worker)
        return [key.data for key, _ in selector.select(_POLL_SECONDS)]


def _receive(worker: Worker) -> bool:
    """Read the output of a worker into its buffer; False at the end of the output."""
    chunk = os.read(_output(worker), _CHUNK)
    worker.buffer += chunk
    return bool(chunk)


def _results(worker: Worker) -> Iterator[Done]:
    """The results in a worker's buffer, which are removed from it."""
    *lines, rest = worker.buffer.split(b"\n")
    worker.buffer[:] = rest
    for line in lines:
        message = json.loads(line)
        if "ready" in message:
            worker.is_ready = True
        else:
            failed, was_killed = message.get("failed", ""), message.get("was_killed", False)
            trial, refused = message.get("trial"), message.get("refused", "")
            yield Done(worker.jobs.popleft(), message.get("report"), failed, was_killed, trial, refused)


def _output(worker: Worker) -> int:
    assert worker.process.stdout is not None
    return worker.process.stdout.fileno()


def stop_worker(worker: Worker) -> None:
    """Close a worker's input, which ends it and its child processes, and wait for it."""
    process = worker.process
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(BrokenPipeError):
        process.stdin.close()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stdout.close()
    worker.stderr.close()


def _death(worker: Worker) -> str:
    """How a worker died and, if it was stuck in the code of a grader, at which line."""
    worker.stderr.seek(0)
    output = worker.stderr.read().decode("utf-8", "replace")
    died = f"its worker died ({worker.process.returncode})"
    if worker.process.returncode != -getattr(signal, "SIGVTALRM", 0):
        return died
    step = re.search(r'^  File "(.+)", line (\d+) in (\S+)$', output, re.MULTILINE)
    return f"{died}: `{step[3]}` did not return ({step[1]}, line {step[2]})" if step else died


def _start_failure(worker: Worker) -> str:
    """A sentence with the last line of a worker's standard error."""
    worker.stderr.seek(0)
    lines = worker.stderr.read().decode("utf-8", "replace").strip().splitlines()
    return f"The workers that judge do not start: {lines[-1] if lines else worker.process.returncode}"

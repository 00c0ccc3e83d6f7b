"""Judging side by side: a pool of workers, each in a process of its own, replaced where it dies."""

import base64
import json
import os
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
from gradkata.outcomes import Report
from gradkata.submissions.submission import Submission

_AHEAD = 2  # so that a worker never waits for its next job
_TICK_SECONDS = 0.1
_END_SECONDS = 5.0
_MOST_FAILED_STARTS = 3
_CHUNK = 1 << 18


class PoolError(Exception):
    """Workers that cannot even start; its message holds their last words."""


class Job(NamedTuple):
    """One answer to be judged: which kata, on which bank, within which limits."""

    key: str
    slug: str
    submission: Submission
    bank: str
    limits: Mapping[str, float]


class Done(NamedTuple):
    """What came of a job: its report, or, where its worker died or failed, why there is none.

    ``was_killed`` tells that a process was ended from outside, which need not be the answer's doing.
    """

    job: Job
    report: Report | None
    failed: str = ""
    was_killed: bool = False


@dataclass(eq=False)
class Worker:
    """One process, and the jobs that it has not answered, oldest first."""

    process: "subprocess.Popen[bytes]"
    complaints: IO[bytes]
    jobs: deque[Job] = field(default_factory=deque)
    heard: bytearray = field(default_factory=bytearray)
    is_ready: bool = False


def cores() -> int:
    """How many workers this process can keep busy."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def judge_all(
    following: Callable[[], Job | None], size: int, level: str, roots: Sequence[Path]
) -> Generator[Done | None]:
    """Judge until there is no following job; yields what is done as it comes, and None now and then.

    Args:
        following: the next job, or None where there is none now; a job that failed may come again.
        size: how many workers.
        level: of the sandbox.
        roots: the folders of the collections.

    Raises:
        PoolError: where workers die before their first job, three in a row.
    """
    returned: deque[Job] = deque()
    workers: list[Worker] = []
    failed_starts = 0
    try:
        while True:
            while len(workers) < size:
                workers.append(hire(level, roots))
            for worker in workers:
                while worker.is_ready and len(worker.jobs) < _AHEAD:
                    job = returned.popleft() if returned else following()
                    if job is None:
                        break
                    _send(worker, job)
            if all(worker.is_ready and not worker.jobs for worker in workers) and not returned:
                return
            yield None
            for worker in _speaking(workers):
                is_alive = _listen(worker)
                yield from _answered(worker)
                if is_alive:
                    continue
                failed_starts = 0 if worker.is_ready else failed_starts + 1
                if failed_starts == _MOST_FAILED_STARTS:
                    raise PoolError(_last_words(worker))
                dismiss(worker)
                workers.remove(worker)
                if worker.jobs:
                    guilty, *innocent = worker.jobs
                    returned.extend(innocent)
                    code = worker.process.returncode
                    yield Done(guilty, None, f"its worker died ({code})", code == -signal.SIGKILL)
    finally:
        for worker in workers:
            dismiss(worker)


def hire(level: str, roots: Sequence[Path]) -> Worker:
    """A worker that judges one job after the other, until it is dismissed or its driver dies."""
    complaints = tempfile.TemporaryFile()  # noqa: SIM115  closed with its worker
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {**WANTED, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "gradkata.workers.worker", level, *map(str, roots)],
        # Its own session: Ctrl-C is the driver's to handle.
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints, start_new_session=True,
        env=environment,
    )  # fmt: skip
    return Worker(process, complaints)


def ask(worker: Worker, job: Job) -> Done:
    """What comes of one job, put to a worker that has no other; waits for it."""
    _send(worker, job)
    while True:
        is_alive = _listen(worker)
        for done in _answered(worker):
            return done
        if not is_alive:
            return Done(job, None, _last_words(worker))


def _send(worker: Worker, job: Job) -> None:
    """Put a job to a worker; one that has died is noticed when it is listened to."""
    worker.jobs.append(job)
    order = job._asdict() | asdict(job.submission)
    del order["submission"]
    order["source"] = base64.b64encode(job.submission.source).decode("ascii")
    assert worker.process.stdin is not None
    with suppress(BrokenPipeError):
        worker.process.stdin.write(json.dumps(order).encode("ascii") + b"\n")
        worker.process.stdin.flush()


def _speaking(workers: list[Worker]) -> list[Worker]:
    """Those that have something to say, or have died; waits a moment where there is none."""
    with selectors.DefaultSelector() as selector:
        for worker in workers:
            selector.register(_mouth(worker), selectors.EVENT_READ, worker)
        return [key.data for key, _ in selector.select(_TICK_SECONDS)]


def _listen(worker: Worker) -> bool:
    """Take in what a worker says; False at its end."""
    chunk = os.read(_mouth(worker), _CHUNK)
    worker.heard += chunk
    return bool(chunk)


def _answered(worker: Worker) -> Iterator[Done]:
    """The jobs that a worker has answered since."""
    *lines, rest = worker.heard.split(b"\n")
    worker.heard[:] = rest
    for line in lines:
        said = json.loads(line)
        if "ready" in said:
            worker.is_ready = True
        else:
            failed, was_killed = said.get("failed", ""), said.get("was_killed", False)
            yield Done(worker.jobs.popleft(), said.get("report"), failed, was_killed)


def _mouth(worker: Worker) -> int:
    assert worker.process.stdout is not None
    return worker.process.stdout.fileno()


def dismiss(worker: Worker) -> None:
    """Hang up, which ends a worker with all that it has started, and wait for it."""
    process = worker.process
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(BrokenPipeError):
        process.stdin.close()
    try:
        process.wait(_END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stdout.close()
    worker.complaints.close()


def _last_words(worker: Worker) -> str:
    worker.complaints.seek(0)
    lines = worker.complaints.read().decode("utf-8", "replace").strip().splitlines()
    return f"The workers that judge do not start: {lines[-1] if lines else worker.process.returncode}"

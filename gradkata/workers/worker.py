"""A worker: a process that judges one answer after another on behalf of another process, the driver.

It has one fork server, and starts a new one if that was killed.  Jobs arrive and reports leave as lines of JSON.
When the driver closes the pipe, or dies, the worker ends at once, and with it its server and the student's process.
"""

import base64
import json
import os
import sys
import threading
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from typing import Any, BinaryIO

from gradkata.catalog import Catalog, Collection


def main() -> None:
    """Serve on standard input and output; the arguments are the sandbox level and the collections' folders."""
    import numpy  # noqa: F401  the server and all its children share this import

    from gradkata.isolation.sandbox import LEVELS
    from gradkata.isolation.starting import fork_server, start_server

    level, *roots = sys.argv[1:]
    if level not in LEVELS:
        sys.exit(f"There is no such level: {level!r}.")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # so that anything printed in this process is not read as an answer
    sandbox = fork_server(level)
    catalog = Catalog(tuple([Collection(Path(root)) for root in roots]))
    # Started after the fork: a process with a second thread cannot safely fork a server.
    jobs: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_read_jobs, args=(sys.stdin.buffer, jobs), daemon=True).start()
    _send(answers, {"ready": level})
    while True:
        result = _judge(json.loads(jobs.get()), catalog, sandbox)
        if result.get("was_killed"):
            sandbox.close()
            sandbox = start_server(sandbox.level)
        _send(answers, result)


def _read_jobs(source: BinaryIO, jobs: "SimpleQueue[bytes]") -> None:
    for line in source:
        jobs.put(line)
    os._exit(0)


def _send(answers: BinaryIO, message: dict[str, Any]) -> None:
    answers.write(json.dumps(message).encode("ascii") + b"\n")
    answers.flush()


def _judge(job: dict[str, Any], catalog: Catalog, sandbox: Any) -> dict[str, Any]:
    """The result of one job: the report, or the reason why there is none."""
    from gradkata.author_code import GraderFaultError, watched
    from gradkata.isolation.limits import Limits
    from gradkata.isolation.sandbox import SandboxError
    from gradkata.judging.judge import judge
    from gradkata.judging.report import grader_error
    from gradkata.loader import describe_error
    from gradkata.submissions.submission import Submission

    cells = tuple([(above, number) for above, number in job["cells"]])
    submission = Submission(base64.b64decode(job["source"]), job["filename"], cells)
    try:
        with watched(file=sys.stderr):
            exercise = _exercise(catalog, job["slug"], job["bank"], Limits(**job["limits"]))
            if job["given"]:
                return {"key": job["key"], **_try(exercise, submission, sandbox, job["given"])}
            notes = [sandbox.note] if sandbox.note else []
            return {"key": job["key"], "report": judge(exercise, submission, sandbox, notes=notes)}
    except GraderFaultError as error:  # another try would end in the same way
        return {"key": job["key"], "report": grader_error(job["slug"], describe_error(error), sandbox.level)}
    except (Exception, SystemExit) as error:
        # No exception here is the student's fault: the driver tries again.
        failed = describe_error(error)
        return {"key": job["key"], "failed": failed, "was_killed": isinstance(error, SandboxError)}


def _try(exercise: Any, submission: Any, sandbox: Any, given: str) -> dict[str, Any]:
    """The result of one call on arguments that the driver has from a student's kernel."""
    from gradkata.isolation.inside.wire import WireError, decode
    from gradkata.judging.given_arguments import ArgumentError
    from gradkata.judging.trying import try_out

    try:
        values, names, named = decode(base64.b64decode(given), copy=True)
        return {"trial": try_out(exercise, submission, sandbox, values, dict(zip(names, named, strict=True)))}
    except (ArgumentError, WireError) as error:
        return {"refused": str(error)}


@cache
def _exercise(catalog: Catalog, slug: str, bank: str, limits: Any) -> Any:
    from dataclasses import replace

    from gradkata.judging.exercises import exercise

    return replace(exercise(catalog, slug, Path(bank)), limits=limits)


if __name__ == "__main__":
    main()

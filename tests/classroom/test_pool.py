"""The pool of workers: all jobs are done, even if processes die."""

import os
import signal
import time
from collections import Counter, deque
from dataclasses import asdict
from pathlib import Path

import pytest

from gradkata.catalog import Catalog
from gradkata.isolation.sandbox import Limits
from gradkata.isolation.selftest import highest_level
from gradkata.submissions.submission import Submission
from gradkata.workers.pool import Job, PoolError, judge_all
from tests.processes import alive_after, children, descendants, workers

ROOT = Path(__file__).parents[2]
CATALOG = Catalog()
LEVEL = highest_level()
pytestmark = pytest.mark.skipif(LEVEL == "in-process", reason="nothing forks here")

RIGHT = (ROOT / "examples" / "right" / "iou.py").read_bytes()
WRONG = (ROOT / "examples" / "wrong" / "iou_without_clamp.py").read_bytes()


def job(number, source=RIGHT, **limits):
    bank = str(CATALOG.bank("detection/iou"))
    submission = Submission(source, "iou.py")
    return Job(f"job {number}", "detection/iou", submission, bank, asdict(Limits(**limits)))


def following(*jobs):
    left = deque(jobs)
    return lambda: left.popleft() if left else None


def judged(jobs, size=2):
    done = [each for each in judge_all(following(*jobs), size, LEVEL, CATALOG.roots) if each is not None]
    return {each.job.key: each for each in done}


def test_every_job_is_done_once_whatever_the_number_of_workers():
    jobs = [job(n, WRONG if n % 3 else RIGHT) for n in range(12)]

    one, three = judged(jobs, 1), judged(jobs, 3)

    assert {each.key for each in jobs} == set(one) == set(three)
    scores = {key: done.report["score"] for key, done in one.items()}
    assert scores == {key: done.report["score"] for key, done in three.items()}
    assert Counter(scores.values()) == {10: 4, 1: 8}


def test_without_jobs_there_are_no_results():
    assert judged([]) == {}


def test_a_killed_worker_is_replaced_and_its_current_job_fails():
    jobs, done = [job(n) for n in range(30)], []
    for each in judge_all(following(*jobs), 2, LEVEL, CATALOG.roots):
        if each is not None:
            done.append(each)
            if len(done) == 5:
                os.kill(workers()[0], signal.SIGKILL)

    failed = [each for each in done if each.report is None]
    assert len(failed) <= 1
    assert {each.key for each in jobs} == {each.job.key for each in done}
    assert all("died" in each.failed for each in failed)


def test_a_killed_fork_server_is_a_failure_of_the_grader_and_not_a_verdict():
    jobs, done = [job(n) for n in range(12)], []
    for each in judge_all(following(*jobs), 1, LEVEL, CATALOG.roots):
        if each is not None:
            done.append(each)
            if len(done) == 3:
                os.kill(children(workers()[0])[0], signal.SIGKILL)

    failed = [each for each in done if each.report is None]
    assert {each.key for each in jobs} == {each.job.key for each in done}
    assert len(failed) <= 1
    assert all("server is gone" in each.failed and each.was_killed for each in failed)


def test_a_failed_job_may_be_given_again():
    left, again = deque([job(0)]), []

    def next_job():
        return left.popleft() if left else None

    for each in judge_all(next_job, 1, LEVEL, CATALOG.roots):
        if each is None and workers() and not again:
            again.append("killed")
            os.kill(workers()[0], signal.SIGKILL)
        elif each is not None and each.report is None:
            left.append(each.job)
        elif each is not None:
            assert each.report["score"] == 10
            return
    raise AssertionError("it was never judged")


def test_workers_that_cannot_start_are_reported_with_their_last_error_line(tmp_path):
    with pytest.raises(PoolError, match="no such level"):
        list(judge_all(following(job(0)), 1, "no such level", [tmp_path]))


def test_no_process_is_left_when_the_driver_stops_early():
    running = judge_all(following(*[job(n, b"while True: pass") for n in range(4)]), 2, LEVEL, CATALOG.roots)
    end = time.monotonic() + 20
    for _ in running:
        below = [pid for worker in workers() for pid in [worker, *descendants(worker)]]
        if len(below) >= 6 or time.monotonic() > end:
            break
    assert len(below) >= 6

    running.close()

    assert alive_after(below) == []

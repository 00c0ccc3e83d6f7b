"""Answers that are judged before they are requested, and those that were not scheduled."""

import os
import signal
import threading
import time
from dataclasses import asdict
from pathlib import Path

import pytest

from gradkata.catalog import Catalog
from gradkata.isolation.sandbox import Limits
from gradkata.isolation.selftest import highest_level
from gradkata.notebook import prefetch
from gradkata.notebook.prefetch import Prefetch, UnjudgedError
from gradkata.submissions.submission import Submission
from gradkata.workers.pool import Job
from tests.processes import alive_after, descendants, workers

CATALOG, LEVEL = Catalog(), highest_level()
RIGHT = (Path(__file__).parents[2] / "examples" / "right" / "iou.py").read_bytes()
PATIENCE = 20
pytestmark = pytest.mark.skipif(LEVEL == "in-process", reason="nothing forks here")


def job(number, source=RIGHT):
    submission = Submission(source + b"\n\n# %d\n" % number, "iou.py")
    bank = str(CATALOG.bank("detection/iou"))
    return Job(f"job {number}", "detection/iou", submission, bank, asdict(Limits()))


@pytest.fixture
def judging():
    """Start a `Prefetch` with upcoming jobs; it is closed after the test."""
    started = []

    def start(upcoming=(), level=LEVEL):
        started.append(Prefetch(level, CATALOG.roots))
        started[-1].schedule(iter(upcoming))
        return started[-1]

    yield start
    for each in started:
        each.close()


def wait_until(is_so):
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_scheduled_answers_are_judged_without_being_requested(judging):
    judged = threading.Event()

    def upcoming():
        yield from map(job, range(4))
        judged.set()  # a worker has two at a time: the first are done

    prefetching = judging(upcoming())

    assert judged.wait(PATIENCE)
    assert [10] * 4 == [prefetching.report(job(number))["score"] for number in range(4)]


def test_an_answer_that_was_not_scheduled_is_judged_when_it_is_requested(judging):
    prefetching = judging([job(0)])

    assert 10 == prefetching.report(job(7))["score"]


def test_requests_are_answered_even_if_upcoming_answers_cannot_be_read(judging):
    def upcoming():
        yield job(0)
        raise OSError

    prefetching = judging(upcoming())

    assert [10, 10] == [prefetching.report(job(number))["score"] for number in (0, 1)]


def test_the_same_answer_is_judged_once(judging):
    prefetching = judging([job(0)])

    assert prefetching.report(job(0)) is prefetching.report(job(0))


def test_an_answer_whose_worker_is_killed_is_judged_again(judging):
    prefetching = judging([job(0, b"import time\ntime.sleep(1)\n" + RIGHT)])
    wait_until(lambda: any(descendants(pid) for pid in workers()))

    os.kill(workers()[0], signal.SIGKILL)

    assert 10 == prefetching.report(job(0))["score"]


def test_a_failing_grader_is_tried_three_times(judging, tmp_path):
    damaged = tmp_path / "iou.bank.json"
    damaged.write_text("no bank")
    tried = []

    prefetching = judging()
    record = prefetching._record
    prefetching._record = lambda done: (tried.append(done), record(done))
    with pytest.raises(UnjudgedError, match="BankError"):
        prefetching.report(job(0)._replace(bank=str(damaged)))

    assert 3 == len(tried)
    assert 10 == prefetching.report(job(1))["score"]


def test_every_request_fails_if_workers_do_not_start(judging):
    prefetching = judging(level="no such level")

    for number in (0, 1):
        with pytest.raises(UnjudgedError, match="no such level"):
            prefetching.report(job(number))


def test_idle_workers_are_stopped_and_started_again(judging, monkeypatch):
    monkeypatch.setattr(prefetch, "_IDLE_SECONDS", 0.1)
    prefetching = judging([job(0)])
    prefetching.report(job(0))
    wait_until(lambda: not workers())

    assert 10 == prefetching.report(job(1))["score"]


def test_closing_leaves_no_process_even_if_jobs_are_in_progress(judging):
    prefetching = judging(job(number, b"while True: pass") for number in range(4))
    wait_until(lambda: any(descendants(pid) for pid in workers()))
    below = [each for pid in workers() for each in (pid, *descendants(pid))]

    prefetching.close()

    assert [] == alive_after(below)

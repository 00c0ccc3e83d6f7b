"""Answers judged before they are asked for, and those that nobody foresaw."""

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
    """Judge ahead what is given; ends with the test."""
    begun = []

    def begin(coming=(), level=LEVEL):
        begun.append(Prefetch(level, CATALOG.roots))
        begun[-1].foresee(iter(coming))
        return begun[-1]

    yield begin
    for each in begun:
        each.close()


def wait_until(is_so):
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_what_is_to_come_is_judged_without_being_asked_for(judging):
    judged = threading.Event()

    def coming():
        yield from map(job, range(4))
        judged.set()  # a worker has two at a time: the first are done

    begun = judging(coming())

    assert judged.wait(PATIENCE)
    assert [10] * 4 == [begun.report(job(number))["score"] for number in range(4)]


def test_what_nobody_foresaw_is_judged_when_it_is_asked_for(judging):
    begun = judging([job(0)])

    assert 10 == begun.report(job(7))["score"]


def test_who_asks_gets_an_answer_even_if_what_is_to_come_cannot_be_read(judging):
    def coming():
        yield job(0)
        raise OSError

    begun = judging(coming())

    assert [10, 10] == [begun.report(job(number))["score"] for number in (0, 1)]


def test_the_same_answer_is_judged_once(judging):
    begun = judging([job(0)])

    assert begun.report(job(0)) is begun.report(job(0))


def test_an_answer_whose_worker_is_killed_is_judged_again(judging):
    begun = judging([job(0, b"import time\ntime.sleep(1)\n" + RIGHT)])
    wait_until(lambda: any(descendants(pid) for pid in workers()))

    os.kill(workers()[0], signal.SIGKILL)

    assert 10 == begun.report(job(0))["score"]


def test_a_grader_that_fails_has_three_tries(judging, tmp_path):
    damaged = tmp_path / "iou.bank.json"
    damaged.write_text("no bank")
    tried = []

    begun = judging()
    record = begun._record
    begun._record = lambda done: (tried.append(done), record(done))
    with pytest.raises(UnjudgedError, match="BankError"):
        begun.report(job(0)._replace(bank=str(damaged)))

    assert 3 == len(tried)
    assert 10 == begun.report(job(1))["score"]


def test_workers_that_do_not_start_are_told_to_everybody_who_asks(judging):
    begun = judging(level="no such level")

    for number in (0, 1):
        with pytest.raises(UnjudgedError, match="no such level"):
            begun.report(job(number))


def test_a_crew_goes_home_when_there_is_nothing_to_do_and_comes_back(judging, monkeypatch):
    monkeypatch.setattr(prefetch, "_LINGER_SECONDS", 0.1)
    begun = judging([job(0)])
    begun.report(job(0))
    wait_until(lambda: not workers())

    assert 10 == begun.report(job(1))["score"]


def test_closing_leaves_no_process_whatever_is_under_way(judging):
    begun = judging(job(number, b"while True: pass") for number in range(4))
    wait_until(lambda: any(descendants(pid) for pid in workers()))
    below = [each for pid in workers() for each in (pid, *descendants(pid))]

    begun.close()

    assert [] == alive_after(below)

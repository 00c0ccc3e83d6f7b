"""A sandbox for the whole session, and short ways to judge a source."""

import pytest

from gradkata.catalog import Catalog
from gradkata.isolation.selftest import highest_level
from gradkata.isolation.starting import start_server
from gradkata.judging.exercises import exercise
from gradkata.judging.judge import judge
from gradkata.submissions.submission import Submission


@pytest.fixture(scope="session")
def sandbox():
    if highest_level() != "kernel":
        pytest.skip("this kernel cannot confine (Landlock and seccomp are needed)")
    with start_server("kernel") as server:
        yield server


class _Exercises(dict):
    """The exercises by name; each is read when it is asked for."""

    def __missing__(self, name):
        catalog = Catalog()
        self[name] = exercise(catalog, catalog.resolve(name))
        return self[name]


@pytest.fixture(scope="session")
def exercises():
    return _Exercises()


@pytest.fixture
def judged(sandbox, exercises):
    """Judge a source, text or bytes, as an answer to a kata."""

    def run(source, kata="iou"):
        given = source if isinstance(source, bytes) else source.encode()
        return judge(exercises[kata], Submission(given, f"{kata}.py"), sandbox)

    return run


@pytest.fixture
def judged_on(sandbox):
    """Judge a source as an answer to an exercise."""
    return lambda exercise, source: judge(exercise, Submission(source.encode(), "answer.py"), sandbox)

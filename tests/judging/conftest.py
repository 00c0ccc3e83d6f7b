"""A sandbox for the whole session, and short ways to judge a source."""

import pytest

from graders.engine.isolation.selftest import highest_level
from graders.engine.isolation.starting import start_server
from graders.engine.judging.exercises import exercise
from graders.engine.judging.judge import judge
from graders.engine.submissions.submission import Submission
from graders.engine.tree import Tree


@pytest.fixture(scope="session")
def sandbox():
    if highest_level() != "kernel":
        pytest.skip("this kernel cannot confine (Landlock and seccomp are needed)")
    with start_server("kernel") as server:
        yield server


@pytest.fixture(scope="session")
def exercises():
    tree = Tree()
    return {slug.split("/")[1]: exercise(tree, slug) for slug in tree.slugs()}


@pytest.fixture
def judged(sandbox, exercises):
    """Judge a source, text or bytes, as an answer to a kata."""

    def run(source, kata="iou"):
        given = source if isinstance(source, bytes) else source.encode()
        return judge(exercises[kata], Submission(given, f"{kata}.py"), sandbox)

    return run

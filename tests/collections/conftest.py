import own_course
import pytest
from kata_command import kata


@pytest.fixture(scope="session")
def course(tmp_path_factory):
    """The course's own collection, its banks drawn by `kata lint --write`."""
    root = own_course.write(tmp_path_factory.mktemp("course"))
    done = kata("lint", "--write", "--collection", str(root), cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture
def work(course, tmp_path):
    """A workspace that `kata init` has made with the course's katas."""
    home = tmp_path / "work"
    done = kata("--collection", str(course), "init", str(home), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return home

import json
import os
import subprocess
import sys

import own_course
import pytest

from gradkata import course_file


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


def kata(*words, cwd, **environ):
    """Run a command as a person does."""
    environment = {name: value for name, value in os.environ.items() if name != course_file.ENVIRONMENT}
    return subprocess.run(
        [sys.executable, "-m", "gradkata.cli", *words],
        cwd=cwd, env={**environment, "COLUMNS": "100", **environ}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def listed(*words, cwd, **environ):
    """The slugs that `kata list` shows."""
    done = kata(*words, "list", "--json", cwd=cwd, **environ)
    assert done.returncode == 0, done.stderr
    return [json.loads(line)["kata"] for line in done.stdout.splitlines()]

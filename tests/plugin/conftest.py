import shutil

import pytest
from running import IOU, python, write_entry


@pytest.fixture(scope="session")
def entry(tmp_path_factory):
    """A folder on the import path from which pytest loads the plug-in of this tree."""
    return write_entry(tmp_path_factory.mktemp("installed"))


@pytest.fixture(scope="session")
def untouched(tmp_path_factory, entry):
    """A workspace in which nothing is begun, as `kata init` writes it; tests must not change it."""
    folder = tmp_path_factory.mktemp("untouched")
    assert 0 == python("-m", "gradkata.cli", "init", "work", cwd=folder, entry=entry)[0]
    return folder / "work"


@pytest.fixture
def work(untouched, tmp_path):
    """A student's workspace."""
    return shutil.copytree(untouched, tmp_path / "work")


@pytest.fixture
def answer(work):
    """Return a function that writes an answer in place of a stub."""

    def put(source, file=IOU):
        (work / file).write_text(source, "utf-8")

    return put


@pytest.fixture
def tried(work, entry):
    """Return a function that runs pytest in the workspace and returns its exit code and its output."""

    def run(*argv, cwd=work, env=()):
        return python("-m", "pytest", *argv, cwd=cwd, entry=entry, env=env)

    return run

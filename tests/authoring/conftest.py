"""The sample kata with its bank, drawn once, and copies of it to spoil."""

import sys

import pytest
from sample_kata import copied, spoiled, written

from gradkata.authoring.subject import Subject
from gradkata.cli.lint import write_bank


@pytest.fixture(scope="session")
def whole(tmp_path_factory):
    """The sample kata as it should be; not to be changed."""
    subject = written(tmp_path_factory.mktemp("whole"))
    write_bank(subject)
    return Subject(subject.catalog, subject.slug)


@pytest.fixture
def copy(whole, tmp_path, monkeypatch):
    """Makes a copy that a test may spoil."""
    monkeypatch.setattr(sys, "path", [*sys.path])
    return lambda: copied(whole, tmp_path)


@pytest.fixture
def spoil(whole, tmp_path, monkeypatch):
    """Makes a copy in which a passage of one file is replaced."""
    monkeypatch.setattr(sys, "path", [*sys.path])
    return lambda name, old, new: spoiled(whole, tmp_path, name, old, new)

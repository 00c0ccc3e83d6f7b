"""Fixtures that several tests of gradebooks share."""

import pytest

from tests.notebook.grading.postgresql import found, running


@pytest.fixture(scope="session")
def postgresql():
    """A PostgreSQL server."""
    pytest.importorskip("psycopg", reason="psycopg is not installed (the extra `postgresql`)")
    programs = found()
    if programs is None:
        pytest.skip("initdb, a program of PostgreSQL's server, is not to be found")
    with running(programs) as server:
        yield server

"""A short way to read what was handed in."""

import pytest
from handing import CATALOG, write

from gradkata.submissions.reader import read


@pytest.fixture
def handed(tmp_path):
    """Read what was handed in under a name: bytes or text of a file, or a folder as a dictionary."""

    def run(content, name="ana.py", slugs=()):
        path = tmp_path / name
        write(path, content)
        return read(path, CATALOG, [CATALOG.resolve(slug) for slug in slugs])

    return run

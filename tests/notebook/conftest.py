"""`kata assignment` in an empty course."""

import pytest

from gradkata.cli import main


@pytest.fixture
def assignment(tmp_path, capsys):
    """Run `kata assignment` in an empty course; the exit code, and what was said."""
    pytest.importorskip("nbformat", reason="the extra `course` is not installed")

    def run(*arguments):
        code = main(["assignment", *map(str, arguments), "--course", str(tmp_path)])
        said, complained = capsys.readouterr()
        return code, said + complained

    return run

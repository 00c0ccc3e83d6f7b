"""`kata assignment` in an empty course."""

import pytest

from gradkata.cli import main


@pytest.fixture
def assignment(tmp_path, capsys):
    """Run `kata assignment` in an empty course; returns the exit code and the output."""
    pytest.importorskip("nbformat", reason="the extra `course` is not installed")

    def run(*arguments):
        code = main(["assignment", *map(str, arguments), "--course", str(tmp_path)])
        output, errors = capsys.readouterr()
        return code, output + errors

    return run

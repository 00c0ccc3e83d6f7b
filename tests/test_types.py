"""Outcomes, levels and reports are closed types: a slip in one of them is an error of types."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytest.importorskip("mypy")

SNIPPETS = {
    "an outcome that is compared": (
        "from gradkata.outcomes import Report\n"
        "def is_wrong(report: Report) -> bool:\n"
        "    return report['outcome'] == '{}'\n",
        "wrong", "wrnog",
    ),
    "an outcome that is given": (
        "from gradkata.outcomes import Outcome\nOUTCOME: Outcome = '{}'\n",
        "wrong-type", "wrong_type",
    ),
    "a key of a report": (
        "from gradkata.outcomes import Report\ndef score(report: Report) -> object:\n    return report['{}']\n",
        "score", "points",
    ),
    "a level of the sandbox": (
        "from gradkata.isolation.levels import Level\nLEVEL: Level = '{}'\n",
        "kernel", "kernal",
    ),
    "a role of a notebook's cell": (
        "from gradkata.notebook.cells import Role\nROLE: Role = '{}'\n",
        "answer", "anwser",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def complaints(tmp_path_factory):
    """What mypy says of all snippets, each with the right word and with the wrong one."""
    folder = tmp_path_factory.mktemp("snippets")
    for number, (text, *words) in enumerate(SNIPPETS.values()):
        for kind, word in zip(("right", "wrong"), words, strict=True):
            (folder / f"{kind}_{number}.py").write_text(text.format(word), "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", f"--cache-dir={folder}"]
    done = subprocess.run(
        [*command, *sorted(folder.glob("*.py"))], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_slip_is_an_error_of_types(complaints, name):
    number = list(SNIPPETS).index(name)

    assert f"wrong_{number}.py" in complaints
    assert f"right_{number}.py" not in complaints

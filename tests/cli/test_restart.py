import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gradkata.cli.restart import GUARD, WANTED, restart

ROOT = Path(__file__).resolve().parents[2]
STARTED = ["python", "-m", "gradkata.cli", "check"]
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no exec that keeps its shell waiting")


@pytest.fixture(autouse=True)
def _untraced() -> None:
    """Skip under a debugger or a coverage tool, which prevents a restart by design."""
    if sys.gettrace() is not None:
        pytest.skip("this process is traced")


def restarts(environ: dict[str, str], arguments: list[str]) -> list[list[str]]:
    """Return the command lines that a restart would execute."""
    executed: list[list[str]] = []

    def execv(path: str, argv: list[str]) -> None:
        assert environ[GUARD] == "1"
        executed.append(argv)

    restart(environ, arguments, execv)
    return executed


@POSIX
def test_a_process_in_another_environment_restarts_with_its_own_arguments() -> None:
    environ = {"PYTHONHASHSEED": "7"}
    assert [[sys.executable, *STARTED[1:]]] == restarts(environ, STARTED)
    assert WANTED.items() <= environ.items()


def test_a_process_in_the_right_environment_continues() -> None:
    assert [] == restarts(dict(WANTED), STARTED)


def test_a_process_restarts_only_once() -> None:
    environ = {GUARD: "1"}
    assert [] == restarts(environ, STARTED)
    assert GUARD not in environ


@pytest.mark.parametrize("arguments", [["python"], ["python", "-"]])
def test_a_prompt_or_a_pipe_is_not_read_twice(arguments: list[str]) -> None:
    environ: dict[str, str] = {}
    assert [] == restarts(environ, arguments)
    assert WANTED == environ


@POSIX
def test_the_new_process_has_the_hash_seed_and_one_thread() -> None:
    code = (
        "import json, os, sys\n"
        "from gradkata.cli.restart import restart\n"
        "restart()\n"
        "print(json.dumps([sys.flags.hash_randomization, dict(os.environ), sys.argv[1:]]))"
    )
    environ = {k: v for k, v in os.environ.items() if k not in WANTED} | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code, "a b"], env=environ, text=True, capture_output=True, check=True
    )
    randomized, found, arguments = json.loads(done.stdout)
    assert randomized == 0
    assert WANTED.items() <= found.items()
    assert GUARD not in found
    assert ["a b"] == arguments

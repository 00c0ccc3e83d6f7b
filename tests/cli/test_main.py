import argparse
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from gradkata.cli import main, parser
from gradkata.cli.errors import GraderError
from gradkata.version import VERSION

ROOT = Path(__file__).resolve().parents[2]
Kata = Callable[..., tuple[int, str, str]]


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A replacement for `kata check`, whose `run` a test defines."""
    module = ModuleType("gradkata.cli.check")
    monkeypatch.setitem(sys.modules, "gradkata.cli.check", module)
    return module


def ran(code: str, *, directory: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run Python code in its own process, from the tree."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=directory, env=environ, text=True, capture_output=True
    )


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION


def test_the_version_is_printed(kata: Kata) -> None:
    assert (0, f"gradkata {VERSION}\n", "") == kata("--version")


def test_help_names_exactly_the_commands_that_exist(kata: Kata) -> None:
    code, output, _ = kata("--help")
    assert code == 0
    for name in (
        "init",
        "list",
        "show",
        "check",
        "try",
        "watch",
        "hint",
        "solution",
        "reset",
        "grade",
        "stats",
        "assignment",
        "kit",
        "lint",
        "doctor",
    ):
        # Before Python 3.13 a long name has a line of its own.
        assert any(f"\n    {name}{end}" in output for end in " \n")


def test_check_accepts_its_documented_arguments() -> None:
    given = ["check", "iou", "nms", "--json", "--submission", "a.py", "--in-process"]
    arguments = parser().parse_args([*given, "--sandbox", "kernel"])
    assert ["iou", "nms"] == arguments.kata
    assert ("a.py", "kernel") == (arguments.submission, arguments.sandbox)
    assert (True, True) == (arguments.json, arguments.in_process)


def test_lint_accepts_its_documented_arguments() -> None:
    arguments = parser().parse_args(["lint", "--write", "--json"])
    assert ([], True, True) == (arguments.kata, arguments.write, arguments.json)


def test_the_exit_code_is_that_of_the_command(check: ModuleType) -> None:
    check.run = lambda arguments: 1
    assert main(["check"]) == 1


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["chek"], "kata: There is no command 'chek'. Did you mean `kata check`?\n"),
        (["iou"], "kata: 'iou' is a kata, not a command. Did you mean `kata check iou`?\n"),
        (["xyz"], "kata: There is no command 'xyz'. `kata --help` lists all commands.\n"),
        (["show", "iuo"], "kata: There is no kata called 'iuo'. Did you mean iou?\n"),
        (
            ["show"],
            "kata: The following arguments are required: KATA. See `kata show --help`.\n",
        ),
    ],
)
@pytest.mark.usefixtures("catalog")
def test_a_wrong_command_line_is_answered_in_one_line_with_the_remedy(
    kata: Kata, argv: list[str], sentence: str
) -> None:
    assert (2, "", sentence) == kata(*argv)


def test_an_unknown_level_is_answered_with_the_valid_levels(kata: Kata) -> None:
    code, _, errors = kata("check", "--sandbox", "none")
    assert code == 2
    assert 1 == errors.count("\n")
    assert "kernel" in errors


def test_an_error_cannot_forge_a_line(check: ModuleType, kata: Kata) -> None:
    def fail(_: argparse.Namespace) -> int:
        raise ValueError("x\n\x1b[2Jkata: all is well")

    check.run = fail
    _, _, errors = kata("check")
    assert 1 == errors.count("\n")
    assert "\x1b" not in errors


def test_an_error_of_the_grader_has_its_own_exit_code(check: ModuleType, kata: Kata) -> None:
    def fail(_: argparse.Namespace) -> int:
        raise GraderError("The bank is broken.")

    check.run = fail
    assert (3, "", "kata: The bank is broken.\n") == kata("check")


def test_an_unexpected_error_is_one_sentence_without_a_traceback(check: ModuleType, kata: Kata) -> None:
    check.run = lambda arguments: {}["absent"]
    code, _, errors = kata("check")
    assert code == 3
    assert 1 == errors.count("\n")
    assert "not you" in errors


def test_an_interrupt_ends_quietly(check: ModuleType, kata: Kata) -> None:
    def interrupted(_: argparse.Namespace) -> int:
        raise KeyboardInterrupt

    check.run = interrupted
    assert (130, "", "") == kata("check")


def test_a_closed_pipe_ends_it_quietly() -> None:
    code = "import sys; from gradkata.cli import main; sys.exit(main(['list', '--json']))"
    read, write = os.pipe()
    os.close(read)
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], stdout=write, stderr=subprocess.PIPE, env=environ, cwd=ROOT
    )
    os.close(write)
    assert (141, b"") == (done.returncode, done.stderr)


def test_parsing_the_arguments_imports_no_command_and_nothing_heavy() -> None:
    done = ran(
        "import sys\n"
        "from gradkata.cli import parser\n"
        "parser().parse_args(['check', 'iou'])\n"
        "print(*sys.modules)"
    )
    loaded = set(done.stdout.split())
    assert "argparse" in loaded
    heavy = {
        "numpy",
        "numba",
        "hypothesis",
        "rich",
        "json",
        "tomllib",
        "subprocess",
        "tempfile",
        "watchfiles",
    }
    commands = {f"gradkata.cli.{name}" for name in ("check", "watch", "hint", "lint", "show", "listing")}
    assert set() == loaded & (heavy | commands)


def test_rendering_a_report_imports_nothing_heavy() -> None:
    done = ran("import sys; import gradkata.reports.terminal; print(*sys.modules)")
    heavy = {"rich", "json", "textwrap", "difflib", "html", "subprocess", "shutil", "numpy"}
    assert "gradkata.reports.failure" in done.stdout.split()
    assert set() == set(done.stdout.split()) & heavy

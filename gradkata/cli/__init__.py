"""The command `kata`: reads its arguments, then imports and runs the one command that was chosen."""

import gc
import os
import sys

from gradkata import exit_codes

TYPE_CHECKING = False  # `typing` would be imported twice, before a restart and after

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from typing import NoReturn

_JUDGING = frozenset(("check", "watch", "lint", "doctor"))
_COMMANDS = {
    "init": "write my own copy of the stubs",
    "list": "the katas, and where I stand",
    "show": "the statement of a kata",
    "check": "judge my answer; without a name, all that I have begun",
    "watch": "judge my answer whenever I save it",
    "hint": "a hint; one level more each time",
    "solution": "a good answer beside mine, after full points",
    "reset": "the stub again; my answer is kept aside",
    "grade": "judge a class, and write out what came of it",
    "assignment": "write an assignment for nbgrader",
    "lint": "the laws that every kata keeps (for authors)",
    "doctor": "whether this machine has what judging needs",
    "completion": "what a shell needs to complete commands and katas at TAB",
}
# `list` is a builtin and no good name for a module.
_MODULES = {"list": "listing"}
_COLLECTION = "--collection"
SHELLS = ("bash", "zsh", "fish")
_START_FILES = """\
Put this into your shell's start file, and open a new shell:

  bash, in ~/.bashrc
    eval "$(kata completion bash)"
  zsh, in ~/.zshrc, behind compinit
    eval "$(kata completion zsh)"
  fish, in ~/.config/fish/config.fish
    kata completion fish | source"""


def main(argv: "Sequence[str] | None" = None) -> int:
    """Run one command and return its exit code: 0 well, 1 points lost or faults, 2 usage, 3 grader.

    Args:
        argv: the arguments behind the command's name; by default those of the process, which may
            then be started anew in the environment that judging wants.
    """
    if argv is None and "_ARGCOMPLETE" in os.environ:
        from gradkata.cli.completion import complete

        complete(parser())
    given = sys.argv[1:] if argv is None else list(argv)
    if argv is None and _command_of(given) in _JUDGING:
        from gradkata.cli.restart import restart

        restart()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(given)
        sys.stdout.flush()
        if argv is None:
            gc.freeze()  # at its end Python would look for garbage in all that was imported: a tenth of a check
    except KeyboardInterrupt:
        return exit_codes.INTERRUPTED
    except BrokenPipeError:
        _forget_stdout()
        return exit_codes.BROKEN_PIPE
    return code


def _run(given: list[str]) -> int:
    # Only now: before a restart every import would be paid for twice.
    from importlib import import_module

    from gradkata.catalog import CollectionError, UnknownKataError
    from gradkata.cli.errors import GraderError, UsageError, fault
    from gradkata.course_file import CourseError

    try:
        _refuse_unknown_command(given)
        arguments = parser().parse_args(given)
        command = arguments.command or "home"
        module = import_module(f"gradkata.cli.{_MODULES.get(command, command)}")
        return int(module.run(arguments))
    except SystemExit as stop:
        # argparse ends so after --help and --version.
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except (UsageError, UnknownKataError, CollectionError, CourseError) as error:
        return _say(str(error), exit_codes.USAGE)
    except GraderError as error:
        return _say(str(error), exit_codes.GRADER_ERROR)
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:
        return _say(fault(error), exit_codes.GRADER_ERROR)


def parser() -> "argparse.ArgumentParser":
    """The arguments of every command that exists."""
    import argparse
    from functools import partial

    from gradkata.isolation.levels import LEVELS
    from gradkata.version import VERSION

    root = argparse.ArgumentParser(
        prog="kata",
        formatter_class=_formatter,
        description="Deep-learning concepts as small exercises. "
        "Without a command: where you are, and what is next.",
    )
    root.add_argument("--version", action="version", version=f"gradkata {VERSION}")
    _collection_argument(root, "collections")
    commands = root.add_subparsers(dest="command", metavar="COMMAND", prog="kata")
    by_name = {
        name: commands.add_parser(
            name,
            help=text,
            description=f"{text[0].upper()}{text[1:]}.",
            allow_abbrev=False,
            formatter_class=_formatter,
        )
        for name, text in _COMMANDS.items()
    }
    for each in (root, *by_name.values()):
        # argparse would print its usage and end the process; one sentence is to be said instead.
        each.error = partial(_refuse, each.prog)  # type: ignore[method-assign]
    for each in by_name.values():
        _collection_argument(each, "more_collections")
    by_name["init"].add_argument(
        "directory", nargs="?", metavar="DIR", help="where `katas/` goes (default: here)"
    )
    by_name["list"].add_argument("--json", action="store_true", help="one line of JSON a kata")
    by_name["show"].add_argument("kata", metavar="KATA", help="iou, or detection/iou")
    check = by_name["check"]
    check.add_argument("kata", nargs="*", metavar="KATA", help="iou, or detection/iou")
    check.add_argument("--json", action="store_true", help="one report a line")
    check.add_argument("--submission", metavar="PATH", help="judge this file, notebook, folder or zip")
    check.add_argument("--in-process", action="store_true", help="no sandbox, for a debugger: own code only")
    check.add_argument("--sandbox", metavar="LEVEL", choices=LEVELS, help=", ".join(LEVELS))
    _add_arguments_of_learning(by_name)
    _grade_arguments(by_name["grade"])
    assignment = by_name["assignment"]
    assignment.add_argument("name", metavar="NAME", help="ps1")
    assignment.add_argument("kata", nargs="+", metavar="KATA[:POINTS]", help="iou, or iou:5")
    assignment.add_argument("--course", metavar="DIR", default=".", help="the course (default: here)")
    lint = by_name["lint"]
    lint.add_argument("kata", nargs="*", metavar="KATA", help="default: all")
    lint.add_argument("--write", action="store_true", help="draw and write the banks")
    lint.add_argument("--json", action="store_true", help="one line of JSON a kata")
    shell = by_name["completion"]
    shell.add_argument("shell", metavar="SHELL", choices=SHELLS, help=", ".join(SHELLS))
    # Only now: with another formatter each argument costs an import of `shutil`.
    shell.formatter_class, shell.epilog = argparse.RawDescriptionHelpFormatter, _START_FILES
    return root


def _add_arguments_of_learning(by_name: "dict[str, argparse.ArgumentParser]") -> None:
    by_name["watch"].add_argument("kata", nargs="?", metavar="KATA", help="default: whatever I save")
    for name in ("hint", "solution", "reset"):
        by_name[name].add_argument("kata", metavar="KATA", help="iou, or detection/iou")
    by_name["hint"].add_argument("level", nargs="?", type=int, metavar="N", help="this hint and no other")
    by_name["solution"].add_argument("--give-up", action="store_true", help="show it before I have solved it")
    by_name["reset"].add_argument("--yes", action="store_true", help="do not ask")


def _collection_argument(parser: "argparse.ArgumentParser", dest: str) -> None:
    parser.add_argument(
        _COLLECTION,
        metavar="DIR",
        action="append",
        dest=dest,
        help="add the katas of this folder (repeatable)",
    )


def _command_of(given: list[str]) -> str:
    """The first argument that is neither `--collection` nor its folder."""
    words = iter(given)
    for word in words:
        if word == _COLLECTION:
            next(words, None)
        elif not word.startswith(f"{_COLLECTION}="):
            return word
    return ""


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        import argparse

        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 up")
    return int(text)


def _grade_arguments(grade: "argparse.ArgumentParser") -> None:
    from pathlib import Path

    from gradkata.isolation.levels import LEVELS

    grade.add_argument("path", nargs="*", metavar="PATH", type=Path, help="a folder with one entry a student")
    grade.add_argument("--out", metavar="DIR", type=Path, required=True, help="where all results go")
    grade.add_argument("--katas", nargs="+", metavar="KATA", help="default: all that anyone handed in")
    grade.add_argument("--roster", metavar="CSV", type=Path, help="who is in the class")
    grade.add_argument("--student", metavar="NAME", help="PATH is this one student's")
    grade.add_argument("--jobs", metavar="N", type=_count, help="answers judged at once (default: all cores)")
    grade.add_argument("--seed", metavar="S", help="draw the course's own questions")
    grade.add_argument("--fresh", metavar="N", type=_count, default=0, help="draw N questions more")
    grade.add_argument("--retry", action="store_true", help="try again what was set aside")
    grade.add_argument("--sandbox", metavar="LEVEL", choices=LEVELS, help=", ".join(LEVELS))
    grade.add_argument("--gradebook", metavar="URL", help="of nbgrader, to enter the class into")
    grade.add_argument("--assignment", metavar="NAME", help="as what it is entered (default: DIR's name)")
    hand = grade.add_mutually_exclusive_group()
    hand.add_argument("--set", nargs=4, metavar=("STUDENT", "KATA", "POINTS", "WHY"), help="points by hand")
    hand.add_argument("--unset", nargs=2, metavar=("STUDENT", "KATA"), help="take them back")


def _formatter(prog: str) -> "argparse.HelpFormatter":
    """A formatter that knows its width: else each argument costs an import of `shutil`."""
    import argparse

    from gradkata.reports.palette import look_of

    return argparse.HelpFormatter(prog, width=look_of(sys.stdout).width)


def _refuse(prog: str, message: str) -> "NoReturn":
    from gradkata.cli.errors import UsageError

    raise UsageError(f"{message[0].upper()}{message[1:]}. `{prog} --help` shows what it takes.")


def _refuse_unknown_command(given: list[str]) -> None:
    name = _command_of(given)
    if not name or name.startswith("-") or name in _COMMANDS:
        return
    from difflib import get_close_matches

    from gradkata.catalog import Catalog, UnknownKataError
    from gradkata.cli.errors import UsageError

    near = get_close_matches(name, _COMMANDS, n=1, cutoff=0.6)
    if near:
        raise UsageError(f"There is no command {name!r}. Did you mean `kata {near[0]}`?")
    try:
        Catalog().resolve(name)
    except (UnknownKataError, OSError):
        raise UsageError(f"There is no command {name!r}. `kata --help` shows them all.") from None
    raise UsageError(f"{name!r} is a kata and no command. Did you mean `kata check {name}`?")


def _say(sentence: str, code: int) -> int:
    from gradkata.reports.escaping import for_log

    print(f"kata: {for_log(sentence)}", file=sys.stderr)
    return code


def _forget_stdout() -> None:
    """Let the interpreter's last flush go nowhere: the reader has left."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return

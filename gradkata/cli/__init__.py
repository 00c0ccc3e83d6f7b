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

_JUDGING = frozenset(("check", "try", "watch", "lint", "doctor"))
_COMMANDS = {
    "init": "write a copy of the stubs",
    "list": "list the katas and their status",
    "show": "show the statement of a kata",
    "check": "judge an answer; without a name, every kata that is begun",
    "try": "call your function on an input of your own",
    "watch": "judge an answer whenever it is saved",
    "hint": "show a hint, one more each time",
    "solution": "show a good answer beside yours, after full points",
    "reset": "put the stub back; a copy of your answer is kept",
    "grade": "judge a class and write the results",
    "stats": "show the mistakes of a graded class",
    "assignment": "write an assignment for nbgrader",
    "kit": "write a folder that checks answers with NumPy alone, to hand out",
    "new": "write the files of a new kata, to be filled in (for authors)",
    "lint": "check katas against the laws (for authors)",
    "doctor": "check that this machine has what judging needs",
    "completion": "print the code for TAB completion in a shell",
}
# `list` is a builtin and `try` a keyword, so their modules have other names.
_MODULES = {"list": "listing", "try": "try_command"}
_COLLECTION = "--collection"
_INPUTS = """\
Each ARGUMENT is a value of Python, best in single quotes:

  kata try iou '[0, 0, 2, 2]' '[1, 1, 3, 3]'
  kata try iou a='[0, 0, 2, 2]' b='np.arange(4)'

Numbers, inf, nan, True, strings, lists, np.array(...) and recipes such as
np.arange(6) % 3 are read. A call that a report shows can be given as it is:

  kata try 'iou(a=[0., 0., 1., 1.], b=[0., 2., 1., 3.])'"""
SHELLS = ("bash", "zsh", "fish")
_START_FILES = """\
Add this line to your shell's startup file and restart it:

  bash, in ~/.bashrc
    eval "$(kata completion bash)"
  zsh, in ~/.zshrc, after compinit
    eval "$(kata completion zsh)"
  fish, in ~/.config/fish/config.fish
    kata completion fish | source"""


def main(argv: "Sequence[str] | None" = None) -> int:
    """Run one command and return its exit code: 0 success, 1 points lost or faults, 2 usage, 3 grader error.

    Args:
        argv: the arguments after the command's name; by default those of the process, which may
            then be restarted in the environment that judging needs.
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
            gc.freeze()  # at exit Python would search all imports for garbage: a tenth of a check's time
    except KeyboardInterrupt:
        return exit_codes.INTERRUPTED
    except BrokenPipeError:
        _discard_stdout()
        return exit_codes.BROKEN_PIPE
    return code


def _run(given: list[str]) -> int:
    # Imported here: at module level, each import would run twice, before a restart and after it.
    from importlib import import_module

    from gradkata.catalog import CollectionError, UnknownKataError
    from gradkata.cli.errors import GraderError, UsageError, fault
    from gradkata.course_file import CourseError
    from gradkata.statement import UnreadableStubError

    try:
        _refuse_unknown_command(given)
        try:
            arguments = parser().parse_args(_with_negative_values(given))
        except SystemExit as stop:
            # argparse exits in this way after --help and --version.
            return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
        command = arguments.command or "home"
        module = import_module(f"gradkata.cli.{_MODULES.get(command, command)}")
        return int(module.run(arguments))
    except (UsageError, UnknownKataError, CollectionError, CourseError) as error:
        return _fail(str(error), exit_codes.USAGE)
    except (GraderError, UnreadableStubError) as error:
        return _fail(str(error), exit_codes.GRADER_ERROR)
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except (Exception, SystemExit) as error:  # an author's code may end the interpreter
        return _fail(fault(error), exit_codes.GRADER_ERROR)


def parser() -> "argparse.ArgumentParser":
    """Return the parser for the arguments of all commands."""
    import argparse
    from functools import partial

    from gradkata.isolation.levels import LEVELS
    from gradkata.version import VERSION

    root = argparse.ArgumentParser(
        prog="kata",
        allow_abbrev=False,
        formatter_class=_formatter,
        description="Deep-learning concepts as small exercises. "
        "Without a command, your progress and the next kata are shown.",
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
        # argparse would print its usage and end the process; this raises an error of one sentence instead.
        each.error = partial(_refuse, each.prog)  # type: ignore[method-assign]
    for each in by_name.values():
        _collection_argument(each, "more_collections")
    by_name["init"].add_argument(
        "directory", nargs="?", metavar="DIR", help="folder for `katas/` (default: here)"
    )
    by_name["list"].add_argument("--json", action="store_true", help="print one line of JSON per kata")
    by_name["show"].add_argument("kata", metavar="KATA", help="iou, or detection/iou")
    check = by_name["check"]
    check.add_argument("kata", nargs="*", metavar="KATA", help="iou, or detection/iou")
    check.add_argument("--json", action="store_true", help="print one JSON report per line")
    check.add_argument("--submission", metavar="PATH", help="judge this file, notebook, folder or zip")
    check.add_argument("--in-process", action="store_true", help="no sandbox, for debugging your own code")
    check.add_argument("--sandbox", metavar="LEVEL", choices=LEVELS, help=", ".join(LEVELS))
    _add_arguments_of_try(by_name["try"])
    _add_arguments_of_learning(by_name)
    _grade_arguments(by_name["grade"])
    _stats_arguments(by_name["stats"])
    _add_arguments_of_handing_out(by_name)
    _add_arguments_of_new(by_name["new"])
    lint = by_name["lint"]
    lint.add_argument("kata", nargs="*", metavar="KATA", help="default: all")
    lint.add_argument("--write", action="store_true", help="draw the banks and write them")
    lint.add_argument("--json", action="store_true", help="print one line of JSON per kata")
    shell = by_name["completion"]
    shell.add_argument("shell", metavar="SHELL", choices=SHELLS, help=", ".join(SHELLS))
    # Set after the arguments: with this formatter, adding one costs an import of `shutil`.
    shell.formatter_class, shell.epilog = argparse.RawDescriptionHelpFormatter, _START_FILES
    return root


def _add_arguments_of_try(trying: "argparse.ArgumentParser") -> None:
    import argparse

    trying.add_argument("kata", metavar="KATA", help="iou, or detection/iou")
    trying.add_argument("arguments", nargs="*", metavar="ARGUMENT", help="a value, in order or as NAME=VALUE")
    trying.add_argument("--json", action="store_true", help="print one line of JSON")
    trying.add_argument("--submission", metavar="PATH", help="call the function in this file")
    trying.add_argument("--sandbox", metavar="LEVEL", choices=_levels(), help=", ".join(_levels()))
    trying.formatter_class, trying.epilog = argparse.RawDescriptionHelpFormatter, _INPUTS


def _levels() -> "tuple[str, ...]":
    from gradkata.isolation.levels import LEVELS

    return LEVELS


def _add_arguments_of_learning(by_name: "dict[str, argparse.ArgumentParser]") -> None:
    by_name["watch"].add_argument("kata", nargs="?", metavar="KATA", help="default: any kata that is saved")
    for name in ("hint", "solution", "reset"):
        by_name[name].add_argument("kata", metavar="KATA", help="iou, or detection/iou")
    by_name["hint"].add_argument("level", nargs="?", type=int, metavar="N", help="show only hint N")
    by_name["solution"].add_argument(
        "--give-up", action="store_true", help="show it before the kata is solved"
    )
    by_name["reset"].add_argument("--yes", action="store_true", help="do not ask for confirmation")


def _add_arguments_of_handing_out(by_name: "dict[str, argparse.ArgumentParser]") -> None:
    assignment = by_name["assignment"]
    assignment.add_argument("name", metavar="NAME", help="ps1")
    assignment.add_argument("kata", nargs="+", metavar="KATA[:POINTS]", help="iou, or iou:5")
    assignment.add_argument("--course", metavar="DIR", default=".", help="course folder (default: here)")
    kit = by_name["kit"]
    kit.add_argument("directory", metavar="DIR", help="a new or empty folder")
    kit.add_argument("kata", nargs="*", metavar="KATA", help="iou, or detection/iou (default: all)")


def _add_arguments_of_new(new: "argparse.ArgumentParser") -> None:
    new.add_argument("kata", metavar="CHAPTER/KATA", help="losses/mse")
    new.add_argument("signature", metavar="SIGNATURE", help="'mse(y: (n), yhat: (n)) -> ()'")
    new.add_argument(
        "--in",
        metavar="DIR",
        dest="folder",
        help="a collection, or a new folder for one (default: the collection of the current folder)",
    )


def _collection_argument(parser: "argparse.ArgumentParser", dest: str) -> None:
    parser.add_argument(
        _COLLECTION,
        metavar="DIR",
        action="append",
        dest=dest,
        help="add the katas of this folder (repeatable)",
    )


def _command_of(given: list[str]) -> str:
    """Return the first argument that is neither `--collection` nor its folder."""
    words = iter(given)
    for word in words:
        if word == _COLLECTION:
            next(words, None)
        elif not word.startswith(f"{_COLLECTION}="):
            return word
    return ""


def _with_negative_values(given: list[str]) -> list[str]:
    """The words of `kata try` with a space before values such as `-inf`, which argparse takes for options."""
    if _command_of(given) != "try":
        return given
    return [f" {word}" if word[:1] == "-" and word[:2] != "--" and word != "-h" else word for word in given]


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        import argparse

        raise argparse.ArgumentTypeError(f"{text!r} is not a positive integer")
    return int(text)


def _grade_arguments(grade: "argparse.ArgumentParser") -> None:
    from pathlib import Path

    from gradkata.isolation.levels import LEVELS

    grade.add_argument("path", nargs="*", metavar="PATH", type=Path, help="folder with one entry per student")
    grade.add_argument("--out", metavar="DIR", type=Path, required=True, help="folder for all results")
    grade.add_argument("--katas", nargs="+", metavar="KATA", help="default: all that were handed in")
    grade.add_argument("--roster", metavar="CSV", type=Path, help="the students of the class")
    grade.add_argument("--student", metavar="NAME", help="PATH holds this one student's work")
    grade.add_argument("--jobs", metavar="N", type=_count, help="answers judged at once (default: all cores)")
    grade.add_argument("--seed", metavar="S", help="draw the course's own questions from S")
    grade.add_argument("--fresh", metavar="N", type=_count, default=0, help="draw N more questions")
    grade.add_argument("--retry", action="store_true", help="judge again what was set aside")
    grade.add_argument("--sandbox", metavar="LEVEL", choices=LEVELS, help=", ".join(LEVELS))
    grade.add_argument("--gradebook", metavar="URL", help="enter the results into this nbgrader gradebook")
    grade.add_argument("--assignment", metavar="NAME", help="its name there (default: DIR's name)")
    hand = grade.add_mutually_exclusive_group()
    hand.add_argument(
        "--set", nargs=4, metavar=("STUDENT", "KATA", "POINTS", "WHY"), help="give points by hand"
    )
    hand.add_argument("--unset", nargs=2, metavar=("STUDENT", "KATA"), help="remove points given by hand")


def _stats_arguments(stats: "argparse.ArgumentParser") -> None:
    from pathlib import Path

    from gradkata.isolation.levels import LEVELS

    stats.add_argument(
        "results", metavar="RESULTS", type=Path, help="the folder given to `kata grade` as --out"
    )
    stats.add_argument("--kata", "--katas", nargs="+", metavar="KATA", help="default: all that were graded")
    stats.add_argument("--students", action="store_true", help="name the students")
    stats.add_argument("--json", action="store_true", help="print one line of JSON per kata")
    stats.add_argument("--sandbox", metavar="LEVEL", choices=LEVELS, help=", ".join(LEVELS))


def _formatter(prog: str) -> "argparse.HelpFormatter":
    """Return a formatter of known width: without one, each argument costs an import of `shutil`."""
    import argparse

    from gradkata.reports.palette import look_of

    return argparse.HelpFormatter(prog, width=look_of(sys.stdout).width)


def _refuse(prog: str, message: str) -> "NoReturn":
    from gradkata.cli.errors import UsageError

    raise UsageError(f"{message[0].upper()}{message[1:]}. See `{prog} --help`.")


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
        raise UsageError(f"There is no command {name!r}. `kata --help` lists all commands.") from None
    raise UsageError(f"{name!r} is a kata, not a command. Did you mean `kata check {name}`?")


def _fail(message: str, code: int) -> int:
    """Print an error message and return the exit code."""
    from gradkata.reports.escaping import for_log

    print(f"kata: {for_log(message)}", file=sys.stderr)
    return code


def _discard_stdout() -> None:
    """Send the interpreter's last flush to the null device: the reader of the output is gone."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return

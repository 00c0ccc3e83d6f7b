"""`python check.py`: check the answers in a kit, or show a hint."""

import argparse
import json
import os
import sys
from pathlib import Path

from gradkata import exit_codes
from gradkata.begun import is_begun
from gradkata.isolation.replies import SandboxError
from gradkata.kit.inside.kit_data import KitError, KitTask, loads
from gradkata.kit.inside.kit_judge import check_answer
from gradkata.kit.inside.kit_screen import page
from gradkata.outcomes import Report
from gradkata.reports.page import prose
from gradkata.reports.palette import look_of
from gradkata.reports.table import closing, row, shown_in_full
from gradkata.submissions.submission import read_file

NOTICE = "This is the offline check of a kit. Grades come from your course."
LISTED = "katas.json"


class _WrongUsageError(Exception):
    """A command line that asks for something that is not there; the message says what to do."""


def main(home: Path, data: Path, argv: list[str] | None = None) -> int:
    """Check the katas that are named, or all that are begun; the exit codes are those of `kata check`.

    Args:
        home: the folder of the kit, with the answers in ``katas/``.
        data: the folder with the kit's data.
        argv: the arguments after the script's name.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    arguments = _parser().parse_args(argv)
    try:
        slugs = _slugs(data)
        named = [_resolved(name, slugs) for name in arguments.kata]
        if arguments.hint is not None:
            return _show_hint(data, named, arguments.hint)
        return _check(home, data, list(dict.fromkeys(named)) or _begun(home, data, slugs), arguments.json)
    except _WrongUsageError as error:
        return _fail(str(error), exit_codes.USAGE)
    except (KitError, SandboxError) as error:
        return _fail(str(error), exit_codes.GRADER_ERROR)
    except KeyboardInterrupt:
        return exit_codes.INTERRUPTED
    except BrokenPipeError:  # the reader of the output is gone, and the last flush would fail as well
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return exit_codes.BROKEN_PIPE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python check.py",
        description="Check your answers in katas/ without a network. Without a name, every kata that is begun.",
        epilog=NOTICE,
        allow_abbrev=False,
    )
    parser.add_argument("kata", nargs="*", metavar="KATA", help="iou, or detection/iou")
    parser.add_argument(
        "--hint", nargs="?", type=int, const=1, metavar="N", help="show hint N of the kata (default: 1)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON report per line")
    return parser


def _check(home: Path, data: Path, slugs: list[str], as_json: bool) -> int:
    worst, pages, reports = exit_codes.OK, [], []
    look = look_of(sys.stdout)
    for slug in slugs:
        task, path = _task(data, slug), home / "katas" / f"{slug}.py"
        try:
            submission = read_file(path)
        except OSError as error:
            raise _WrongUsageError(f"{path} cannot be read ({error.strerror}).") from None
        checked = check_answer(task, submission)
        reports.append(checked.report)
        worst = max(worst, exit_codes.of_report(checked.report))
        if as_json:
            print(json.dumps(checked.report), flush=True)
            continue
        relations = frozenset(each.name for each in task.kata.properties if each.sort == "property")
        pages.append(page(checked, relations, look))
        if len(slugs) > 1:
            print(row(checked.report, slugs, look), flush=True)
    if not as_json:
        _close(reports, pages)
    return worst


def _close(reports: list[Report], pages: list[str]) -> None:
    """Print the only report, or below the table the first one without all points."""
    look = look_of(sys.stdout)
    shown = reports[0] if len(reports) == 1 else shown_in_full(reports)
    if len(reports) > 1:
        print()
    if shown is not None:
        print(pages[reports.index(shown)])
    if len(reports) > 1:
        print("\n".join(closing(reports, "python check.py NAME", look)))
    print("\n".join(prose(NOTICE, look, "", "")))


def _show_hint(data: Path, slugs: list[str], number: int) -> int:
    if len(slugs) != 1:
        raise _WrongUsageError("Name one kata: python check.py iou --hint")
    name = slugs[0].rpartition("/")[2]
    hints = _task(data, slugs[0]).kata.hint_lines
    if not 1 <= number <= len(hints):
        raise _WrongUsageError(f"{name} has {len(hints)} hint{'s' if len(hints) != 1 else ''}.")
    look = look_of(sys.stdout)
    further = f"`python check.py {name} --hint {number + 1}` shows the next one."
    lines = prose(hints[number - 1], look)
    print("\n".join([f"{name}, hint {number} of {len(hints)}", "", *lines]))
    if number < len(hints):
        print("", *prose(further, look), sep="\n")
    return exit_codes.OK


def _begun(home: Path, data: Path, slugs: list[str]) -> list[str]:
    begun = []
    for slug in slugs:
        path = home / "katas" / f"{slug}.py"
        if path.is_file() and is_begun(read_file(path).source, _task(data, slug).stub):
            begun.append(slug)
    if not begun:
        name = slugs[0].rpartition("/")[2]
        raise _WrongUsageError(
            f"No kata is begun yet. Edit a file in `katas/`, or name a kata: python check.py {name}"
        )
    return begun


def _resolved(name: str, slugs: list[str]) -> str:
    """The slug of a kata, given its slug, its short name, or the path of its file."""
    from difflib import get_close_matches

    parts = [part for part in name.replace("\\", "/").removesuffix(".py").split("/") if part not in ("", ".")]
    wanted = "/".join(parts[-2:])
    found = [slug for slug in slugs if wanted in (slug, slug.rpartition("/")[2])]
    if len(found) == 1:
        return found[0]
    if found:
        raise _WrongUsageError(f"{name!r} is the name of {len(found)} katas: {' and '.join(found)}.")
    short = [slug.rpartition("/")[2] for slug in slugs]
    near = get_close_matches(parts[-1] if parts else "", short, n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(near)}?" if near else f"There are {', '.join(short)}."
    raise _WrongUsageError(f"This kit has no kata called {name!r}. {hint}")


def _slugs(data: Path) -> list[str]:
    try:
        return [str(slug) for slug in json.loads((data / LISTED).read_text("utf-8"))]
    except (OSError, ValueError) as error:
        raise KitError(_unreadable(data / LISTED, str(error))) from error


def _task(data: Path, slug: str) -> KitTask:
    path = data / f"{slug}.txt"
    try:
        return loads(path.read_text("utf-8"))
    except (OSError, ValueError, KitError) as error:
        raise KitError(_unreadable(path, str(error))) from error


def _unreadable(path: Path, reason: str) -> str:
    return f"{path} cannot be read: {reason}. Unpack the kit again; your answers are in `katas/`."


def _fail(message: str, code: int) -> int:
    print(f"check: {message}", file=sys.stderr)
    return code

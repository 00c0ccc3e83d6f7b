"""`kata try KATA ARGUMENTS...`: call a function on an input of one's own."""

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gradkata import exit_codes
from gradkata.catalog import Catalog
from gradkata.cli.check import submitted
from gradkata.cli.errors import GraderError, UsageError
from gradkata.cli.options import catalog_of, own_workspace
from gradkata.reports.page import prose, safe_for
from gradkata.reports.palette import look_of
from gradkata.session import JudgeError, Session, server_session
from gradkata.submissions.submission import Submission, read_file

if TYPE_CHECKING:
    from gradkata.judging.given_arguments import ArgumentError

_NAMED = re.compile(r"\s*([^\W\d]\w*)\s*=(?!=)")


def run(arguments: argparse.Namespace) -> int:
    """Call the function once, and show what it returns and prints, and what is expected."""
    catalog = catalog_of(arguments)
    with server_session(catalog, arguments.sandbox, forked=True) as session:
        try:
            session.start()  # before a kata is opened: its server must not have read one
        except JudgeError as error:
            raise GraderError(f"No sandbox: {error} `kata doctor` says more.") from error
        from gradkata.judging.given_arguments import ArgumentError

        try:
            return _run(catalog, arguments, session)
        except ArgumentError as error:
            return _refused(error)
        except JudgeError as error:
            raise GraderError(f"The grader failed, not you: {error}") from error


def _run(catalog: Catalog, arguments: argparse.Namespace, session: Session) -> int:
    name, values, by_name = _given(arguments)
    slug = catalog.resolve(name)
    submission, notes = _submission(catalog, slug, arguments.submission)
    trial = session.trial(slug, submission, values, by_name, notes)
    if arguments.json:
        import json

        print(json.dumps(trial, ensure_ascii=True))
    else:
        from gradkata.reports.trial import render

        sys.stdout.write(render(trial, look_of(sys.stdout)))
    return exit_codes.OK if trial["outcome"] == "passed" else exit_codes.POINTS_LOST


def _given(arguments: argparse.Namespace) -> tuple[str, list[Any], dict[str, Any]]:
    """The name of the kata, and the arguments in order and by name.

    Raises:
        ArgumentError: if one cannot be read.
    """
    from gradkata.judging.given_arguments import read, read_call

    if not arguments.arguments and (call := read_call(arguments.kata)) is not None:
        return call
    values: list[Any] = []
    by_name: dict[str, Any] = {}
    for text in arguments.arguments:
        if found := _NAMED.match(text):
            if found[1] in by_name:
                raise UsageError(f"The argument `{found[1]}` is given twice.")
            by_name[found[1]] = read(text[found.end() :])
        elif by_name:
            raise UsageError("Arguments with a name come after those without one.")
        else:
            values.append(read(text))
    return arguments.kata, values, by_name


def _submission(catalog: Catalog, slug: str, path: str | None) -> tuple[Submission, tuple[str, ...]]:
    """The answer in the workspace, or the one at a path; and notes for its author."""
    if path is not None:
        (found,) = submitted(catalog, Path(path), [slug])
        assert found.submission is not None
        return found.submission, found.notes
    file = own_workspace(catalog) / "katas" / f"{slug}.py"
    if not file.is_file():
        raise UsageError(f"{file} does not exist. `kata init` puts missing stubs back.")
    return read_file(file), ()


def _refused(error: "ArgumentError") -> int:
    """Print why an argument cannot be used, with its wrong part marked."""
    look = look_of(sys.stderr)
    lines = prose(f"kata: {error}", look, "", "")
    if error.end > error.start and error.text.isprintable():
        shown = safe_for(look)(error.text)
        if shown == error.text:
            lines += ["", f"  {shown}", f"  {' ' * error.start}{'^' * (error.end - error.start)}"]
    print("\n".join(lines), file=sys.stderr)
    return exit_codes.USAGE

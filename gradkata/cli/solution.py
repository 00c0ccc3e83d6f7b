"""`kata solution KATA`: show a good answer beside the student's, after full points or on giving up.

Code is shown as it is: a line that does not fit is left to the terminal, so that what is copied is what was written.
The docstring of a reference says why it is written so.
"""

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gradkata.catalog import Catalog, repair_of, short_name
from gradkata.cli.errors import GraderError
from gradkata.cli.options import catalog_of
from gradkata.excerpt import excerpt
from gradkata.reports import layout
from gradkata.reports.page import prose, safe_for
from gradkata.reports.palette import Look, columns_of, look_of
from gradkata.workspace import progress
from gradkata.workspace.status import find_workspace, has_begun

if TYPE_CHECKING:
    from gradkata.declaring.parts import Property

# With less width, or if a line is too long, one answer is printed below the other.
SIDE_BY_SIDE = 120
_STATEMENT = re.compile(r'\s*[rR]?"""(?:[^"\\]|\\.|"(?!""))*"""\s*', re.DOTALL)


class Listing(NamedTuple):
    """A piece of code and the heading above it."""

    heading: str
    code: str


def run(arguments: argparse.Namespace) -> int:
    """Print both answers, or say how to see them."""
    catalog = catalog_of(arguments)
    slug, home = catalog.resolve(arguments.kata), find_workspace(Path.cwd(), catalog)
    look = look_of(sys.stdout)
    if not (arguments.give_up or may_see(home, slug)):
        print("\n".join(prose(how_to_see(slug), look, "", "")))
        return 1
    text, complaint = reveal(catalog, home, slug, look, columns_of(sys.stdout))
    print("\n".join(text))
    if complaint:
        print(f"kata: {complaint}", file=sys.stderr)
    return 0


def may_see(home: Path | None, slug: str) -> bool:
    """Return whether all points are recorded, or the student has given up before."""
    if home is None:
        return False
    record = progress.read(home)
    return record.is_done(slug) or record.help_on(slug).gave_up


def how_to_see(slug: str) -> str:
    """Return the message that is shown in place of the answer."""
    name = short_name(slug)
    return (
        f"The answer to {name} is more fun beside your own: it is shown once `kata check {name}` "
        f"gives all points, and `kata hint {name}` may help on the way. "
        f"Stuck, or short of time? `kata solution {name} --give-up` shows it now and costs no points."
    )


def reveal(
    catalog: Catalog, home: Path | None, slug: str, look: Look, columns: int
) -> tuple[list[str], str | None]:
    """Return the lines of both answers, and a complaint if giving up could not be recorded."""
    complaint, reference = None, reference_listing(catalog, slug)  # it may fail: nothing is recorded then
    if home is not None and not progress.read(home).is_done(slug):
        complaint = progress.record_help(home, slug, gave_up=True)
    own = _own(catalog, home, slug) if home else None
    if home is None or own is None:
        return lines(slug, [reference], look, columns), complaint
    difference = what_differs(catalog, home, slug)
    return [*lines(slug, [own, reference], look, columns), "", *prose(difference, look, "", "")], complaint


def what_differs(catalog: Catalog, home: Path, slug: str) -> str:
    """Return what the last check of the student's answer found, if it judged the answer as it is now."""
    name, record = short_name(slug), progress.read(home)
    checked, answer = record.checked.get(slug), (home / "katas" / f"{slug}.py").read_bytes()
    if checked is None or checked.answer != progress.content_of(answer):
        since = "yet" if checked is None else "since you changed it"
        return f"Yours has not been checked {since}: `kata check {name}` says what it does differently."
    if not checked.failed:
        return "Both give the same results for everything that `kata check` asks."
    claim = next((each.claim for each in _properties(catalog, slug) if each.name == checked.failed), "")
    failed = f'This does not hold for yours: "{claim}"' if claim else "Yours does not get all points."
    mistake = f" It looks like a known mistake: {checked.title}." if checked.title else ""
    return f"{failed}{mistake} `kata check {name}` shows a call."


def _properties(catalog: Catalog, slug: str) -> "list[Property]":
    from gradkata.judging.exercises import load_kata

    return load_kata(catalog, slug).properties


def lines(slug: str, answers: list[Listing], look: Look, columns: int) -> list[str]:
    """Return the answers in columns if there is room for every line, else one after the other."""
    head = [look.paint(slug, "bold"), ""]
    texts = [_text(answer, look) for answer in answers]
    widths = [max(map(layout.cells, text)) for text in texts]
    if len(answers) > 1 and columns >= SIDE_BY_SIDE and sum(widths) + 5 <= columns:
        left, right = texts
        room, height = widths[0] + 2, max(len(left), len(right))
        left, right = ([*each, *[""] * (height - len(each))] for each in (left, right))
        bar = look.paint(look.symbols.bar, "dim")
        pairs = zip(left, right, strict=True)
        rows = [f"{one}{' ' * (room - layout.cells(one))} {bar} {two}".rstrip() for one, two in pairs]
        heading = answers[0].heading
        rows[0] = rows[0].replace(heading, look.paint(heading, "bold"), 1)
        return [*head, *rows]
    out = head
    for first, *rest in texts:
        out += [look.paint(first, "bold"), *rest, ""]
    return out[:-1]


def _text(answer: Listing, look: Look) -> list[str]:
    """Return the heading and the code, escaped and otherwise unchanged."""
    safe = safe_for(look)
    return [safe(answer.heading), "", *safe(answer.code).expandtabs(4).split("\n")]


def student_listing(slug: str, text: str) -> Listing:
    """Return a student's file without the statement at its beginning."""
    return Listing(f"Yours: katas/{slug}.py", _STATEMENT.sub("", text, count=1).strip("\n"))


def reference_listing(catalog: Catalog, slug: str) -> Listing:
    """Return the plain NumPy answer to a kata.

    Raises:
        GraderError: if the installed solution is missing or damaged, or cannot be shown without its helpers.
    """
    path, name = catalog.solution(slug), short_name(slug) + "_numpy"
    try:
        return Listing(f"Reference: solutions/{slug}.py", excerpt(path, name).strip("\n"))
    except (OSError, SyntaxError, LookupError, UnicodeDecodeError) as error:
        raise GraderError(f"{path} cannot be read ({error}). {repair_of(path)}") from None
    except ValueError as error:
        raise GraderError(
            f"The answer in {path} cannot be shown: {error}. The author of the collection has to fix it."
        ) from None


def _own(catalog: Catalog, home: Path, slug: str) -> Listing | None:
    """Return the student's answer, if there is one, as text: untrusted code is never parsed here."""
    path = home / "katas" / f"{slug}.py"
    try:
        if not has_begun(catalog, slug, path):
            return None
        text = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError:
        return None
    return student_listing(slug, text)

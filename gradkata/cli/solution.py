"""`kata solution KATA`: show a good answer beside the student's, after full points or on giving up."""

import argparse
import re
import sys
from pathlib import Path
from typing import NamedTuple

from gradkata.catalog import Catalog, repair_of, short_name
from gradkata.cli.errors import GraderError
from gradkata.cli.options import catalog_of
from gradkata.excerpt import excerpt
from gradkata.reports import layout
from gradkata.reports.page import prose, safe_for
from gradkata.reports.palette import Look, columns_of, look_of
from gradkata.workspace import progress
from gradkata.workspace.status import find_workspace, has_begun

# Two columns of code need this width; with less, one is printed below the other.
SIDE_BY_SIDE = 120
WIDEST = 200
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
    answers = [*([own] if own else []), reference]
    return lines(slug, answers, look, columns), complaint


def lines(slug: str, answers: list[Listing], look: Look, columns: int) -> list[str]:
    """Return the answers in columns if there is room, else one after the other."""
    head = [look.paint(slug, "bold"), ""]
    if len(answers) > 1 and columns >= SIDE_BY_SIDE:
        room = (min(columns, WIDEST) - 3) // 2
        left, right = (_column(answer, room, look) for answer in answers)
        height = max(len(left), len(right))
        left, right = ([*each, *[""] * (height - len(each))] for each in (left, right))
        bar = look.paint(look.symbols.bar, "dim")
        pairs = zip(left, right, strict=True)
        rows = [f"{one}{' ' * (room - layout.cells(one))} {bar} {two}".rstrip() for one, two in pairs]
        heading = answers[0].heading
        rows[0] = rows[0].replace(heading, look.paint(heading, "bold"), 1)
        return [*head, *rows]
    out = head
    for answer in answers:
        first, *rest = _column(answer, columns, look)
        out += [look.paint(first, "bold"), *rest, ""]
    return out[:-1]


def _column(answer: Listing, width: int, look: Look) -> list[str]:
    safe = safe_for(look)
    out = [layout.clip(safe(answer.heading), width), ""]
    for line in safe(answer.code).expandtabs(4).split("\n"):
        margin = " " * min(len(line) - len(line.lstrip(" ")), width // 2)
        room = width - len(margin)
        # Deeper than the body of a block, so that a continued line does not look like one.
        wrapped = layout.wrap(line.strip(" "), room, " " * min(8, room // 3))
        out += [margin + each for each in wrapped]
    return out


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

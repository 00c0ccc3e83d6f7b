"""`kata solution KATA`: a good answer beside my own, once all points are reached or I give up."""

import argparse
import re
import sys
from pathlib import Path
from typing import NamedTuple

from gradkata.catalog import Catalog, short_name
from gradkata.cli.errors import GraderError
from gradkata.cli.options import catalog_of
from gradkata.excerpt import excerpt
from gradkata.reports import layout
from gradkata.reports.page import prose, safe_for
from gradkata.reports.palette import Look, columns_of, look_of
from gradkata.workspace import progress
from gradkata.workspace.status import find_workspace, has_begun

# Two columns of code need this much room; with less, one stands below the other.
SIDE_BY_SIDE = 120
WIDEST = 200
_STATEMENT = re.compile(r'\s*[rR]?"""(?:[^"\\]|\\.|"(?!""))*"""\s*', re.DOTALL)


class Listing(NamedTuple):
    """A piece of code, and what stands above it."""

    heading: str
    code: str


def run(arguments: argparse.Namespace) -> int:
    """Print both answers, or how one comes to see them."""
    catalog = catalog_of(arguments)
    slug, home = catalog.resolve(arguments.kata), find_workspace(Path.cwd(), catalog)
    look = look_of(sys.stdout)
    if not (arguments.give_up or may_see(home, slug)):
        print("\n".join(prose(how_to_see(slug), look, "", "")))
        return 1
    said, complaint = reveal(catalog, home, slug, look, columns_of(sys.stdout))
    print("\n".join(said))
    if complaint:
        print(f"kata: {complaint}", file=sys.stderr)
    return 0


def may_see(home: Path | None, slug: str) -> bool:
    """Whether all points are on record, or the student has given up before."""
    if home is None:
        return False
    kept = progress.read(home)
    return kept.is_done(slug) or kept.help_on(slug).gave_up


def how_to_see(slug: str) -> str:
    """What is said to whom the answer is not shown yet."""
    name = short_name(slug)
    return (
        f"The answer to {name} is more fun when yours stands beside it: it opens once `kata check {name}` "
        f"gives all points, and `kata hint {name}` may help on the way. "
        f"Stuck, or short of time? `kata solution {name} --give-up` shows it now, and takes nothing away."
    )


def reveal(
    catalog: Catalog, home: Path | None, slug: str, look: Look, columns: int
) -> tuple[list[str], str | None]:
    """The lines of both answers; giving up is remembered, or it is said why that cannot be."""
    complaint = None
    if home is not None and not progress.read(home).is_done(slug):
        complaint = progress.record_help(home, slug, gave_up=True)
    own = _own(catalog, home, slug) if home else None
    answers = [*([own] if own else []), ours(catalog, slug)]
    return lines(slug, answers, look, columns), complaint


def lines(slug: str, answers: list[Listing], look: Look, columns: int) -> list[str]:
    """Answers in columns where there is room, else one after the other."""
    head = [look.paint(slug, "bold"), ""]
    if len(answers) > 1 and columns >= SIDE_BY_SIDE:
        room = (min(columns, WIDEST) - 3) // 2
        left, right = (_column(answer, room, look) for answer in answers)
        height = max(len(left), len(right))
        left, right = ([*each, *[""] * (height - len(each))] for each in (left, right))
        bar = look.paint(look.signs.bar, "dim")
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
        # Deeper than the body of a block, so that neither is taken for the other.
        wrapped = layout.wrap(line.strip(" "), room, " " * min(8, room // 3))
        out += [margin + each for each in wrapped]
    return out


def yours(slug: str, text: str) -> Listing:
    """A student's file without the statement that it begins with."""
    return Listing(f"Yours, katas/{slug}.py", _STATEMENT.sub("", text, count=1).strip("\n"))


def ours(catalog: Catalog, slug: str) -> Listing:
    """The plain answer of a kata.

    Raises:
        GraderError: where the installed solution is missing or damaged.
    """
    path, name = catalog.solution(slug), short_name(slug) + "_numpy"
    try:
        return Listing(f"Another, solutions/{slug}.py", excerpt(path.read_text("utf-8"), name).strip("\n"))
    except (OSError, SyntaxError, LookupError) as error:
        raise GraderError(f"{path} cannot be read ({error}). Install gradkata again.") from None


def _own(catalog: Catalog, home: Path, slug: str) -> Listing | None:
    """The student's answer where there is one; as text and never parsed, for it is not ours."""
    path = home / "katas" / f"{slug}.py"
    try:
        if not has_begun(catalog, slug, path):
            return None
        text = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError:
        return None
    return yours(slug, text)

"""`kata assignment NAME KATA...`: an assignment for an nbgrader course."""

import argparse
import sys
from math import isfinite
from pathlib import Path

from gradkata.catalog import Catalog
from gradkata.cli.errors import UsageError
from gradkata.cli.options import catalog_of
from gradkata.notebook import configuration
from gradkata.notebook.assignment_file import AssignmentError, Wanted, Written, listed, names_of, write
from gradkata.reports.page import prose
from gradkata.reports.palette import look_of


def run(arguments: argparse.Namespace) -> int:
    """Write the assignment's notebook, and the course's configuration if there is none."""
    course = Path(arguments.course)
    catalog = catalog_of(arguments, course)
    wanted = [_wanted(catalog, each) for each in arguments.kata]
    twice = [
        each.slug for number, each in enumerate(wanted) if each.slug in {w.slug for w in wanted[:number]}
    ]
    if twice:
        raise UsageError(f"{names_of(twice[:1])} is named twice. An assignment holds each kata once.")
    try:
        import nbformat  # noqa: F401
    except ImportError:
        raise UsageError("`kata assignment` needs nbgrader: pip install 'gradkata[course]'") from None
    try:
        written = write(catalog, arguments.name, wanted, course)
        to_add = configuration.write(course)
    except AssignmentError as error:
        raise UsageError(str(error)) from None
    except OSError as error:
        raise UsageError(f"{error.filename or course} cannot be written ({error.strerror}).") from None
    look = look_of(sys.stdout)
    for sentence in _sentences(written):
        print(*prose(sentence, look, "", ""), sep="\n")
    if to_add:
        file = course / configuration.NAME
        sentence = f"{file} exists already and is left as it is. Add at its end:"
        print("", *prose(sentence, look, "", ""), "", to_add, sep="\n")
    print(*prose(_next(arguments.name, course), look, "", ""), sep="\n")
    return 0


def _wanted(catalog: Catalog, text: str) -> Wanted:
    name, colon, points = text.partition(":")
    slug = catalog.resolve(name)
    if not colon:
        return Wanted(slug)
    try:
        number = float(points)
    except ValueError:
        number = -1
    if not isfinite(number) or number < 0:
        raise UsageError(f"{points!r} is not a number of points. `{name}:5` is worth 5.")
    return Wanted(slug, int(number) if number.is_integer() else number)


def _sentences(written: Written) -> list[str]:
    """Return the sentences that say what was done."""
    file, sentences = written.path, []
    if written.added:
        sentences.append(f"{names_of(written.added)} added to {file}.")
    if written.changed:
        sentences.append(f"{names_of(written.changed)} brought up to date in {file}.")
    if not sentences:
        sentences.append(f"{file} is up to date.")
    if written.left:
        one = len(written.left) == 1
        sentences.append(
            f"{names_of(written.left)} {'was' if one else 'were'} not named and {'stays' if one else 'stay'} "
            f"in it. To remove {'it' if one else 'them'}, delete the cells in JupyterLab."
        )
    others = sorted(each.name for each in file.parent.glob("*.ipynb") if each != file)
    if others and written.added:
        sentences.append(
            f"The folder also holds {listed(others)}: nbgrader releases and grades every notebook in it. "
            "Move away what does not belong to the assignment."
        )
    return sentences


def _next(name: str, course: Path) -> str:
    """Return the sentence that says what to do next."""
    from shlex import quote

    where = f"cd {quote(str(course))} && " if course.resolve() != Path.cwd() else ""
    return f"Next: `{where}nbgrader generate_assignment {quote(name)}`"

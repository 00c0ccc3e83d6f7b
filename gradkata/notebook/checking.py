"""`from gradkata import check`: a student's function judged while it is written."""

import atexit
import os
import sys
import threading
import warnings
from dataclasses import dataclass, field
from pathlib import Path

from gradkata.catalog import Catalog, CollectionError, UnknownKataError, short_name
from gradkata.course_file import CourseError, catalog_at
from gradkata.notebook.source_lookup import FoundSource, NoSourceError, look_up
from gradkata.outcomes import Report, is_full
from gradkata.reports import html, terminal
from gradkata.reports.page import prose
from gradkata.reports.palette import Look
from gradkata.reports.sentences import is_judged
from gradkata.session import Session, elsewhere

# What a kernel remembers: how many hints of each kata it has shown, and which katas it has seen solved.
_hints: dict[str, int] = {}
_solved: set[str] = set()


@dataclass(frozen=True)
class Shown:
    """What a notebook shows as HTML, and everything else as text; ``report`` is that of a judged answer."""

    text: str
    html: str
    report: Report | None = field(default=None, repr=False)

    def __repr__(self) -> str:
        """The text, so that Python's prompt shows it."""
        return self.text.rstrip("\n")

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """Both, for Jupyter to choose from."""
        return {"text/html": self.html, "text/plain": repr(self)}


def check(function: object, *, hint: bool = False) -> Shown:
    """Judge a kata's function from its source, in a sandbox: in a notebook, as its cells were run last.

    ``function`` is the function, or its name.  With ``hint`` nothing is judged: the next hint is shown.
    """
    try:
        name, slug, catalog = _kata_of(function)
        if hint:
            return _hint(catalog, slug)
        found = look_up(catalog, name, None if isinstance(function, str) else function)
    except (NoSourceError, UnknownKataError, CollectionError, CourseError) as error:
        return _notice("Nothing to judge", str(error))
    report = _report(catalog, slug, found)
    if report["outcome"] == "passed" and is_full(report):
        _solved.add(slug)
    return _shown(report, name, found.submission.filename)


# By process, for a fork of the kernel has no worker of its own, and by what is judged.
_sessions: dict[tuple[int, Catalog], Session] = {}
_LOCK = threading.Lock()


def _report(catalog: Catalog, slug: str, found: FoundSource) -> Report:
    """Judged in a worker that this kernel keeps: a kernel is its student's, and never holds an answer."""
    # Its warnings may be errors.
    with _LOCK, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        key = (os.getpid(), catalog)
        if key not in _sessions:
            _sessions[key] = elsewhere(catalog)
            atexit.register(_sessions[key].close)
        return _sessions[key].report(slug, found.submission, found.notes)


def validate(function: object) -> Shown | None:
    """What stands in the cell that is graded: it gives no points by itself.

    Under `nbgrader validate` the function is judged, and what is wrong goes to the standard error, which
    nbgrader shows.  Anywhere else the cell is worth 0 to whoever looks at its value, as nbgrader does: the
    grade is given later, outside of the student's kernel.
    """
    if os.environ.get("NBGRADER_EXECUTION") != "validate":
        return _ungraded(function)
    shown = check(function)
    if shown.report is None or not is_full(shown.report):
        sys.stderr.write(repr(shown) + "\n")
    return None


def _kata_of(function: object) -> tuple[str, str, Catalog]:
    """The name of a function, the kata that it answers, and where that kata is.

    Raises:
        NoSourceError: where it has no name that a kata could have.
        UnknownKataError: where no kata is called so.
    """
    name = function if isinstance(function, str) else getattr(function, "__name__", None)
    if not isinstance(name, str) or not name.rpartition("/")[2].isidentifier():
        raise NoSourceError(
            "`check` takes the function of a kata, as in `check(iou)`, or its name, as in `check('iou')`."
        )
    catalog = catalog_at(Path.cwd())
    slug = catalog.resolve(name)
    return short_name(slug), slug, catalog


def _shown(report: Report, name: str, file: str) -> Shown:
    again = f"run `check({name})` again"
    if report["outcome"] == "not-implemented":
        closing = f"Write your function into its cell, run that cell, and {again}."
    elif not is_judged(report):
        closing = ""
    elif is_full(report):
        closing = "All points."
    else:
        closing = (
            f"Next: change `{name}`, run its cell, and {again}. `check({name}, hint=True)` gives a hint."
        )
    place = f"the cell of `{name}`" if file.endswith(".ipynb") else file
    text = terminal.render(report, file=place, again=again, then="")
    return Shown(text, html.render(report, closing=closing), report)


def _hint(catalog: Catalog, slug: str) -> Shown:
    from gradkata.judging.exercises import load_kata

    hints, name = load_kata(catalog, slug).hint_lines, short_name(slug)
    seen = _hints.get(slug, 0)
    if slug in _solved or seen >= len(hints):
        ending = "You have solved it; these were its hints." if slug in _solved else "That was all."
        numbered = [f"{number}. {text}" for number, text in enumerate(hints, 1)]
        return _notice(f"The hints of {name}", *numbered, ending)
    _hints[slug] = seen + 1
    left = len(hints) - seen - 1
    ending = (
        "One more remains." if left == 1 else f"{left} more remain." if left else "That was the last one."
    )
    return _notice(f"{name}: hint {seen + 1} of {len(hints)}", hints[seen], ending)


def _notice(heading: str, *paragraphs: str) -> Shown:
    lines = [*prose(heading, Look(), "", "")]
    for each in paragraphs:
        lines += ["", *prose(each, Look())]
    return Shown("\n".join(lines) + "\n", html.notice(heading, *paragraphs))


def _ungraded(function: object) -> Shown:
    name = function if isinstance(function, str) else getattr(function, "__name__", "your function")
    if os.environ.get("NBGRADER_EXECUTION") == "autograde":
        said = "No points: this course's nbgrader_config.py does not give katas to gradkata's preprocessor."
    else:
        said = f"Points are given when you have handed in. `check({name})` shows what they would be."
    return Shown("0.0", html.notice(f"{name} is judged later", said))

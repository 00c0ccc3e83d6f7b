"""`from gradkata import check, try_out`: judges a student's function while it is being written, or calls it once."""

import atexit
import os
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from gradkata.catalog import Catalog, CollectionError, UnknownKataError, short_name
from gradkata.course_file import CourseError, catalog_at
from gradkata.loader import describe_error
from gradkata.notebook.source_lookup import NoSourceError, look_up, name_of
from gradkata.outcomes import Report, TriedCall, is_full
from gradkata.reports import html, terminal
from gradkata.reports.page import prose
from gradkata.reports.palette import Look
from gradkata.reports.sentences import is_judged
from gradkata.session import JudgeError, Session, worker_session

# The state of a kernel: the number of hints shown for each kata, and the katas that were solved.
_hints: dict[str, int] = {}
_solved: set[str] = set()


@dataclass(frozen=True)
class CheckResult:
    """A result that a notebook shows as HTML, and everything else as text.

    ``report`` is None if nothing was judged, and ``trial`` if nothing was tried out.
    """

    text: str
    html: str
    report: Report | None = field(default=None, repr=False)
    trial: TriedCall | None = field(default=None, repr=False)

    def __repr__(self) -> str:
        """The text, which Python's prompt shows."""
        return self.text.rstrip("\n")

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """Both forms, from which Jupyter chooses."""
        return {"text/html": self.html, "text/plain": repr(self)}


def check(function: object, *, hint: bool = False) -> CheckResult:
    """Judge a kata's function in a sandbox, from its source: in a notebook, the cells as they were last run.

    ``function`` is the function or its name.  With ``hint``, nothing is judged and the next hint is shown.
    """
    try:
        name, slug, catalog = _kata_of(function)
        if hint:
            return _hint(catalog, slug)
        found = look_up(catalog, name, None if isinstance(function, str) else function)
    except (NoSourceError, UnknownKataError, CollectionError, CourseError) as error:
        return _notice("Nothing to judge", str(error))
    with _session(catalog) as session:
        report = session.report(slug, found.submission, found.notes)
    if report["outcome"] == "passed" and is_full(report):
        _solved.add(slug)
    return _shown(report, name, found.submission.filename)


# By process, because a fork of the kernel must not use its parent's worker, and by catalog.
_sessions: dict[tuple[int, Catalog], Session] = {}
_LOCK = threading.Lock()


def try_out(function: object, /, *values: object, **by_name: object) -> CheckResult:
    """Call a kata's function in a sandbox on an input of one's own: what it returns and prints, and what is expected.

    Its source is found as for `check`.

    Args:
        function: the function or its name.
        values: the arguments in order, such as lists or arrays; a function as `gradkata.functions` makes it.
        by_name: arguments that are given by their names.
    """
    from gradkata.judging.given_arguments import ArgumentError
    from gradkata.reports import trial as trial_page

    try:
        name, slug, catalog = _kata_of(function, "try_out")
        found = look_up(catalog, name, None if isinstance(function, str) else function)
        with _session(catalog) as session:
            trial = session.trial(slug, found.submission, values, by_name, found.notes)
    except (NoSourceError, UnknownKataError, CollectionError, CourseError) as error:
        return _notice("Nothing to try out", str(error))
    except ArgumentError as error:
        return _notice("The input cannot be used", str(error))
    except JudgeError as error:
        return _notice("The grader failed, not you", str(error))
    return CheckResult(trial_page.render(trial, Look()), trial_page.as_html(trial), trial=trial)


@contextmanager
def _session(catalog: Catalog) -> Iterator[Session]:
    """The worker of this kernel: a kernel belongs to its student and must never hold an answer."""
    # The student's warning filters may turn warnings into errors.
    with _LOCK, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        key = (os.getpid(), catalog)
        if key not in _sessions:
            _sessions[key] = worker_session(catalog)
            atexit.register(_sessions[key].close)
        yield _sessions[key]


def validate(function: object) -> CheckResult | None:
    """The function that the graded cell calls; it gives no points by itself.

    Under `nbgrader validate` the function is judged, and a report on a failure goes to standard error, which nbgrader
    shows.  Otherwise the value of the cell is 0, which nbgrader reads as its points: the grade is given later, outside
    the student's kernel.
    """
    if os.environ.get("NBGRADER_EXECUTION") != "validate":
        return _ungraded(function)
    shown = check(function)
    if shown.report is None or not is_full(shown.report):
        sys.stderr.write(repr(shown) + "\n")
    return None


def _kata_of(function: object, user: str = "check") -> tuple[str, str, Catalog]:
    """The name of a function, the slug of its kata, and the catalog that contains the kata.

    ``user`` is the function that was called, for messages.

    Raises:
        NoSourceError: if it has no name that a kata could have.
        UnknownKataError: if no kata has that name.
    """
    name = function if isinstance(function, str) else name_of(function)
    if not isinstance(name, str) or not name.rpartition("/")[2].isidentifier():
        raise NoSourceError(
            f"`{user}` takes the function of a kata, as in `check(iou)`, or its name, as in `check('iou')`."
        )
    catalog = catalog_at(Path.cwd())
    slug = catalog.resolve(name)
    return short_name(slug), slug, catalog


def _shown(report: Report, name: str, file: str) -> CheckResult:
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
    return CheckResult(text, html.render(report, closing=closing), report)


def _hint(catalog: Catalog, slug: str) -> CheckResult:
    from gradkata.judging.exercises import load_kata

    name = short_name(slug)
    try:
        hints = load_kata(catalog, slug).hint_lines
    except (Exception, SystemExit) as error:
        return _notice(
            f"There are no hints for {name}", f"Its grader cannot be read: {describe_error(error)}."
        )
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


def _notice(heading: str, *paragraphs: str) -> CheckResult:
    lines = [*prose(heading, Look(), "", "")]
    for each in paragraphs:
        lines += ["", *prose(each, Look())]
    return CheckResult("\n".join(lines) + "\n", html.notice(heading, *paragraphs))


def _ungraded(function: object) -> CheckResult:
    name = function if isinstance(function, str) else getattr(function, "__name__", "your function")
    if os.environ.get("NBGRADER_EXECUTION") == "autograde":
        text = "No points: nbgrader_config.py of this course does not use gradkata's preprocessor for katas."
    else:
        text = f"Points are given after you hand in. `check({name})` shows what they would be."
    return CheckResult("0.0", html.notice(f"{name} is judged later", text))

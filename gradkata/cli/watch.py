"""`kata watch`: judge an answer whenever it is saved."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

from gradkata.catalog import Catalog, short_name
from gradkata.cli import after_check, editor, hint, listing, show, solution
from gradkata.cli.errors import GraderError, UsageError, fault
from gradkata.cli.keys import END, NO_KEYS, Keys, keyboard
from gradkata.cli.options import catalog_of, own_workspace
from gradkata.cli.screen import Screen, key_help
from gradkata.outcomes import Report
from gradkata.reports.page import prose
from gradkata.reports.palette import Look, columns_of, is_terminal
from gradkata.reports.terminal import render
from gradkata.session import Session, server_session
from gradkata.statement import UnreadableStubError, title
from gradkata.submissions.submission import read_file
from gradkata.workspace.status import BEGUN, DONE, KataStatus, next_kata, statuses

# How long a key may wait, and how long a program may pause while it writes a file.
_KEY_MILLISECONDS, _PAUSE_MILLISECONDS = 50, 30


def run(arguments: argparse.Namespace) -> int:
    """Watch until a key or a signal ends it."""
    catalog = catalog_of(arguments)
    home = own_workspace(catalog)
    named = catalog.resolve(arguments.kata) if arguments.kata else None
    has_keys = is_terminal(sys.stdin) and is_terminal(sys.stdout)
    screen = Screen(sys.stdout, has_keys=has_keys)
    with server_session(catalog) as session, keyboard() if has_keys else nullcontext(NO_KEYS) as keys:
        try:
            watching = Watching(catalog, home, screen, session, keys, named)
            # The first set arrives once the files are being watched, so that no save is missed.
            for number, paths in enumerate(_changes(home / "katas")):
                if number == 0:
                    watching.begin()
                watching.saved(paths)
                if not all(watching.press(key) for key in keys.pressed()):
                    return 0
        finally:
            screen.erase_last_line()
    return 0


def _changes(folder: Path) -> Iterator[set[str]]:
    """Yield the paths that were written, created or deleted since the last time; often none.

    Raises:
        UsageError: if the system does not report changes.
    """
    from watchfiles import watch

    try:
        for changes in watch(
            os.path.realpath(folder),
            step=_PAUSE_MILLISECONDS,
            rust_timeout=_KEY_MILLISECONDS,
            yield_on_timeout=True,
        ):
            yield {path for _, path in changes}
    except (OSError, RuntimeError) as error:
        raise UsageError(
            f"{folder} cannot be watched ({error}). With WATCHFILES_FORCE_POLLING=1 in the environment, "
            "`kata watch` polls the files instead."
        ) from None


class Watching:
    """The answers that are watched, and the kata that keys refer to; ``named`` restricts both to one kata."""

    def __init__(
        self, catalog: Catalog, home: Path, screen: Screen, session: Session, keys: Keys, named: str | None
    ) -> None:
        self._catalog, self._home, self._screen = catalog, home, screen
        self._session, self._keys = session, keys
        self._is_named, self._current = named is not None, named
        self._awaits_answer = False
        base = os.path.realpath(home / "katas")
        self._general = {"n": self._next, "l": self._list, "?": self._help}
        self._on_a_kata = {
            "w": self._statement,
            "e": self._edit,
            "c": self._check_again,
            "h": self._hint,
            "s": self._solution,
        }
        self._slugs = {os.path.join(base, *slug.split("/")) + ".py": slug for slug in catalog.slugs}

    def begin(self) -> None:
        """Check the kata that was named or begun; otherwise say where to begin."""
        self._screen.clear()
        look = self._screen.look
        if self._keys is NO_KEYS:
            watched = f"katas/{self._current}.py" if self._is_named else "Every answer in katas/"
            self._screen.page(prose(f"{watched} is checked when it is saved. {_NO_KEYS}", look, "", ""))
        upcoming = next_kata(self._statuses())
        begun = upcoming.slug if upcoming is not None and upcoming.state == BEGUN else None
        if self._current or begun:
            self._check(self._current or str(begun))
        elif upcoming is not None:
            self._go_to(upcoming)
        else:
            self._screen.page(after_check.farewell(self._catalog, look))

    def saved(self, paths: set[str]) -> None:
        """Check the katas whose files were written."""
        slugs = [slug for path, slug in self._slugs.items() if path in paths]
        if self._is_named:
            slugs = [slug for slug in slugs if slug == self._current]
        if slugs:
            self._screen.clear()
        for slug in slugs:
            self._check(slug)

    def press(self, key: str) -> bool:
        """Carry out the command of a key, and show what went wrong with it; return False to quit."""
        try:
            return self._press(key.lower())
        except (GraderError, UnreadableStubError) as error:
            problem = str(error)
        except (Exception, SystemExit) as error:  # a grader may raise anything; watching goes on
            problem = fault(error)
        self._screen.page(prose(problem, self._screen.look, "", ""))
        return True

    def _press(self, key: str) -> bool:
        if self._awaits_answer:
            self._answer(key)
        elif key in ("q", END):
            return False
        elif key in self._general:
            self._general[key]()
        elif key in self._on_a_kata and self._current:
            self._on_a_kata[key](self._current)
        elif key in self._on_a_kata:
            self._screen.page(prose(_NO_KATA, self._screen.look, "", ""))
        return key != END

    def _help(self) -> None:
        about = [f"The keys refer to {self._current}.", ""] if self._current else []
        self._screen.page([*about, *key_help(self._screen.look)])

    def _list(self) -> None:
        found = self._statuses()
        self._screen.clear()
        self._screen.page(listing.lines(self._catalog, found, self._screen.look))

    def _hint(self, slug: str) -> None:
        text, complaint = hint.ask(self._catalog, self._home, slug, self._screen.look, again="press h")
        self._screen.page([*text, *([complaint] if complaint else [])])

    def _statement(self, slug: str) -> None:
        self._screen.clear()
        self._screen.page(show.lines(self._catalog, slug, self._screen.look))

    def _edit(self, slug: str) -> None:
        file = self._home / "katas" / f"{slug}.py"
        self._screen.erase_last_line()
        with self._keys.released():
            complaint = editor.edit(file)
        text = complaint or f"katas/{slug}.py is checked when it is saved."
        self._screen.page(prose(text, self._screen.look, "", ""))

    def _check_again(self, slug: str) -> None:
        self._screen.clear()
        self._check(slug)

    def _check(self, slug: str) -> None:
        file = self._home / "katas" / f"{slug}.py"
        self._current, self._awaits_answer = slug, False
        if not file.is_file():
            gone = f"katas/{slug}.py is gone. `kata reset {short_name(slug)}` puts the stub back."
            self._screen.page(prose(gone, self._screen.look, "", ""))
            return
        self._screen.last_line(f"Checking {slug} {self._screen.look.symbols.more}")
        answer = read_file(file)
        report = self._session.report(slug, answer)
        is_judged = report["outcome"] != "grader-error"
        follow_up = (
            after_check.record(self._catalog, self._home, report, answer.source)
            if is_judged
            else after_check.FollowUp()
        )
        has_keys = self._keys is not NO_KEYS
        # Before the page is shown: keys that are pressed after it refer to it.
        self._keys.forget()
        self._screen.page(page(self._catalog, report, follow_up, self._screen.look, has_keys=has_keys))

    def _next(self) -> None:
        upcoming = _after(self._statuses(), self._current)
        self._screen.clear()
        if upcoming is None:
            self._screen.page(after_check.farewell(self._catalog, self._screen.look))
        elif upcoming.state == BEGUN:
            self._check(upcoming.slug)
        else:
            self._go_to(upcoming)

    def _go_to(self, each: KataStatus) -> None:
        self._current, look = each.slug, self._screen.look
        about = (
            f"{title(self._catalog.stub(each.slug))}. The statement is in katas/{each.slug}.py; write "
            "your answer below it, and it is checked when you save it."
        )
        if self._keys is not NO_KEYS:
            about += " Press w to read the statement here, e to open the file in your editor."
        self._screen.page([look.paint(each.slug, "bold"), "", *prose(about, look)])

    def _solution(self, slug: str) -> None:
        if solution.may_see(self._home, slug):
            self._reveal(slug)
            return
        self._awaits_answer = True
        look = self._screen.look
        question = "Show it anyway? [y/N]"
        self._screen.page(prose(f"{short_name(slug)} is not solved yet.", look, "", ""), question)

    def _answer(self, key: str) -> None:
        self._awaits_answer = False
        if key == "y" and self._current:
            self._reveal(self._current)
        else:
            self._screen.page(["The solution is not shown."])

    def _reveal(self, slug: str) -> None:
        columns = columns_of(sys.stdout)
        text, complaint = solution.reveal(self._catalog, self._home, slug, self._screen.look, columns)
        self._screen.page([*text, *([complaint] if complaint else [])])

    def _statuses(self) -> list[KataStatus]:
        return statuses(self._catalog, self._home)[0]


def page(
    catalog: Catalog, report: Report, follow_up: after_check.FollowUp, look: Look, *, has_keys: bool
) -> list[str]:
    """Return what is shown after a check: the report, a closing message, why the score could not be saved."""
    upcoming = "" if follow_up.finished else after_check.next_sentence(follow_up.upcoming)
    if has_keys and follow_up.upcoming is not None and not follow_up.finished:
        upcoming = f"Press n to go on with {short_name(follow_up.upcoming.slug)}."
    text = render(
        report, width=look.width, color=look.color, encoding=look.encoding, then=upcoming, again="save it"
    )
    closing = after_check.lines(catalog, follow_up, look)
    complaint = prose(follow_up.complaint, look, "", "") if follow_up.complaint else []
    return [
        *text.rstrip("\n").split("\n"),
        *(["", *closing] if closing else []),
        *(["", *complaint] if complaint else []),
    ]


def _after(found: Sequence[KataStatus], current: str | None) -> KataStatus | None:
    """Return the kata for the key n: the recommended one if the current is done, else the next unfinished."""
    if all(each.state == DONE for each in found if each.slug == current):
        return next_kata(list(found), current)
    places = [place for place, each in enumerate(found) if each.slug == current]
    rotated = [*found[places[0] + 1 :], *found[: places[0] + 1]]
    return next((each for each in rotated if each.state != DONE), None)


_NO_KATA = "No kata is chosen yet: save one, or press n."
_NO_KEYS = "This is not a terminal, so there are no keys: press Ctrl-C to stop."

"""`kata watch`: check whenever a file is saved."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

from gradkata.catalog import Catalog, short_name
from gradkata.cli import after_check, hint, listing, solution
from gradkata.cli.errors import UsageError
from gradkata.cli.keys import END, NO_KEYS, Keys, keyboard
from gradkata.cli.options import catalog_of, own_workspace
from gradkata.cli.screen import Screen
from gradkata.cli.statement import title
from gradkata.outcomes import Report
from gradkata.reports.page import prose
from gradkata.reports.palette import Look, columns_of, is_terminal
from gradkata.reports.terminal import render
from gradkata.session import Session, here
from gradkata.submissions.submission import read_file
from gradkata.workspace.status import BEGUN, DONE, KataStatus, next_kata, statuses

# How long a key may wait, and how long the writing of a file may pause.
_KEY_MILLISECONDS, _PAUSE_MILLISECONDS = 50, 30


def run(arguments: argparse.Namespace) -> int:
    """Watch until a key or a signal ends it."""
    catalog = catalog_of(arguments)
    home = own_workspace(catalog)
    named = catalog.resolve(arguments.kata) if arguments.kata else None
    has_keys = is_terminal(sys.stdin) and is_terminal(sys.stdout)
    screen = Screen(sys.stdout, has_keys=has_keys)
    with here(catalog) as session, keyboard() if has_keys else nullcontext(NO_KEYS) as keys:
        try:
            watching = Watching(catalog, home, screen, session, keys, named)
            # The first of them comes when files are watched, so that no save is missed.
            for number, paths in enumerate(_changes(home / "katas")):
                if number == 0:
                    watching.begin()
                watching.saved(paths)
                if not all(watching.press(key) for key in keys.pressed()):
                    return 0
        finally:
            screen.give_way()
    return 0


def _changes(folder: Path) -> Iterator[set[str]]:
    """The paths that were written, made or deleted since the last time; often none.

    Raises:
        UsageError: where the system does not tell of changes.
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
            "`kata watch` looks at the files instead of being told."
        ) from None


class Watching:
    """What is watched, and the kata that keys are about; ``named`` keeps it to one kata."""

    def __init__(
        self, catalog: Catalog, home: Path, screen: Screen, session: Session, keys: Keys, named: str | None
    ) -> None:
        self._catalog, self._home, self._screen = catalog, home, screen
        self._session, self._keys = session, keys
        self._is_named, self._current = named is not None, named
        self._is_asked = False
        base = os.path.realpath(home / "katas")
        self._slugs = {os.path.join(base, *slug.split("/")) + ".py": slug for slug in catalog.slugs}

    def begin(self) -> None:
        """Check the kata that was named or begun; else say where to begin."""
        self._screen.clear()
        look = self._screen.look
        if self._keys is NO_KEYS:
            self._screen.page(prose(_NO_KEYS, look, "", ""))
        upcoming = next_kata(self._statuses())
        begun = upcoming.slug if upcoming is not None and upcoming.state == BEGUN else None
        if self._current or begun:
            self._check(self._current or str(begun))
        elif upcoming is not None:
            self._go_to(upcoming)
        else:
            self._screen.page(after_check.farewell(self._catalog, look))

    def saved(self, paths: set[str]) -> None:
        """Check the katas among the files that were written."""
        slugs = [slug for path, slug in self._slugs.items() if path in paths]
        if self._is_named:
            slugs = [slug for slug in slugs if slug == self._current]
        if slugs:
            self._screen.clear()
        for slug in slugs:
            self._check(slug)

    def press(self, key: str) -> bool:
        """Do what a key means; false where it means to leave."""
        key = key.lower()
        if self._is_asked:
            self._answer(key)
        elif key in ("q", END):
            return False
        elif key == "l":
            found = self._statuses()
            self._screen.clear()
            self._screen.page(listing.lines(self._catalog, found, self._screen.look))
        elif key == "n":
            self._next()
        elif key == "h" and self._current:
            said, complaint = hint.ask(
                self._catalog, self._home, self._current, self._screen.look, again="press h"
            )
            self._screen.page([*said, *([complaint] if complaint else [])])
        elif key == "s" and self._current:
            self._solution(self._current)
        return key != END

    def _check(self, slug: str) -> None:
        file = self._home / "katas" / f"{slug}.py"
        self._current, self._is_asked = slug, False
        if not file.is_file():
            gone = f"katas/{slug}.py is gone. `kata reset {short_name(slug)}` puts the stub there."
            self._screen.page(prose(gone, self._screen.look, "", ""))
            return
        self._screen.last_line(f"Checking {slug} {self._screen.look.signs.more}")
        report = self._session.report(slug, read_file(file))
        is_judged = report["outcome"] != "grader-error"
        kept = after_check.keep(self._catalog, self._home, report) if is_judged else after_check.Kept()
        has_keys = self._keys is not NO_KEYS
        # Before the page is there: whoever has seen it may press a key that is meant.
        self._keys.forget()
        self._screen.page(page(self._catalog, report, kept, self._screen.look, has_keys=has_keys))

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
            f"{title(self._catalog.stub(each.slug))}. The statement stands in katas/{each.slug}.py; write "
        )
        about += "your answer below it, and it is checked when you save it."
        self._screen.page([look.paint(each.slug, "bold"), "", *prose(about, look)])

    def _solution(self, slug: str) -> None:
        if solution.may_see(self._home, slug):
            self._reveal(slug)
            return
        self._is_asked = True
        look = self._screen.look
        question = "Show it now all the same? [y/N]"
        self._screen.page(prose(f"{short_name(slug)} is not solved yet.", look, "", ""), question)

    def _answer(self, key: str) -> None:
        self._is_asked = False
        if key == "y" and self._current:
            self._reveal(self._current)
        else:
            self._screen.page(["It stays closed."])

    def _reveal(self, slug: str) -> None:
        columns = columns_of(sys.stdout)
        said, complaint = solution.reveal(self._catalog, self._home, slug, self._screen.look, columns)
        self._screen.page([*said, *([complaint] if complaint else [])])

    def _statuses(self) -> list[KataStatus]:
        return statuses(self._catalog, self._home)[0]


def page(
    catalog: Catalog, report: Report, kept: after_check.Kept, look: Look, *, has_keys: bool
) -> list[str]:
    """What is shown of a check: the report, a closing word, what kept the score from being kept."""
    upcoming = "" if kept.finished else after_check.next_sentence(kept.upcoming)
    if has_keys and kept.upcoming is not None and not kept.finished:
        upcoming = f"Press n to go on with {short_name(kept.upcoming.slug)}."
    text = render(
        report, width=look.width, color=look.color, encoding=look.encoding, then=upcoming, again="save it"
    )
    last = after_check.lines(catalog, kept, look)
    complaint = prose(kept.complaint, look, "", "") if kept.complaint else []
    return [
        *text.rstrip("\n").split("\n"),
        *(["", *last] if last else []),
        *(["", *complaint] if complaint else []),
    ]


def _after(found: Sequence[KataStatus], current: str | None) -> KataStatus | None:
    """Where n leads: what is next behind a kata that is done, else the next one that is not."""
    if all(each.state == DONE for each in found if each.slug == current):
        return next_kata(list(found))
    places = [place for place, each in enumerate(found) if each.slug == current]
    turned = [*found[places[0] + 1 :], *found[: places[0] + 1]]
    return next((each for each in turned if each.state != DONE), None)


_NO_KEYS = (
    "Every answer below katas/ is checked when it is saved. This is no terminal, so there are no keys: "
    "Ctrl-C ends it."
)

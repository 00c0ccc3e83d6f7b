"""`kata watch`: check whenever a file is saved."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

from graders.engine.cli import closing, hint, listing, solution
from graders.engine.cli.errors import UsageError
from graders.engine.cli.keys import END, NO_KEYS, Keys, keyboard
from graders.engine.cli.screen import Screen
from graders.engine.cli.standby import Standby
from graders.engine.cli.standing import BEGUN, DONE, Standing, following, here, installed, standings
from graders.engine.cli.statement import title
from graders.engine.cli.verdict import GRADER_ERROR, Report, exit_code
from graders.engine.reports.page import prose
from graders.engine.reports.palette import Look, columns_of, is_terminal
from graders.engine.reports.terminal import render
from graders.engine.tree import Tree, short_name

# How long a key may wait, and how long the writing of a file may pause.
_KEY_MILLISECONDS, _PAUSE_MILLISECONDS = 50, 30


def run(arguments: argparse.Namespace) -> int:
    """Watch until a key or a signal ends it."""
    tree, home = installed(), here()
    named = tree.resolve(arguments.kata) if arguments.kata else None
    has_keys = is_terminal(sys.stdin) and is_terminal(sys.stdout)
    screen = Screen(sys.stdout, has_keys=has_keys)
    with Standby() as standby, keyboard() if has_keys else nullcontext(NO_KEYS) as keys:
        try:
            watching = Watching(tree, home, screen, standby, keys, named)
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
        self, tree: Tree, home: Path, screen: Screen, standby: Standby, keys: Keys, named: str | None
    ) -> None:
        self._tree, self._home, self._screen = tree, home, screen
        self._standby, self._keys = standby, keys
        self._is_named, self._current = named is not None, named
        self._is_asked = False
        base = os.path.realpath(home / "katas")
        self._slugs = {os.path.join(base, *slug.split("/")) + ".py": slug for slug in tree.slugs()}

    def begin(self) -> None:
        """Check the kata that was named or begun; else say where to begin."""
        self._screen.clear()
        look = self._screen.look
        if self._keys is NO_KEYS:
            self._screen.page(prose(_NO_KEYS, look, "", ""))
        coming = following(self._standings())
        begun = coming.slug if coming is not None and coming.state == BEGUN else None
        if self._current or begun:
            self._check(self._current or str(begun))
        elif coming is not None:
            self._go_to(coming)
        else:
            self._screen.page(closing.farewell(self._tree, look))

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
            found = self._standings()
            self._screen.clear()
            self._screen.page(listing.lines(self._tree, found, self._screen.look))
        elif key == "n":
            self._next()
        elif key == "h" and self._current:
            said, complaint = hint.ask(
                self._tree, self._home, self._current, self._screen.look, again="press h"
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
        report = self._standby.judged(self._tree, slug, file)
        is_judged = exit_code(report) != GRADER_ERROR
        kept = closing.keep(self._tree, self._home, report) if is_judged else closing.Kept()
        has_keys = self._keys is not NO_KEYS
        # Before the page is there: whoever has seen it may press a key that is meant.
        self._keys.forget()
        self._screen.page(page(self._tree, report, kept, self._screen.look, has_keys=has_keys))

    def _next(self) -> None:
        coming = _after(self._standings(), self._current)
        self._screen.clear()
        if coming is None:
            self._screen.page(closing.farewell(self._tree, self._screen.look))
        elif coming.state == BEGUN:
            self._check(coming.slug)
        else:
            self._go_to(coming)

    def _go_to(self, each: Standing) -> None:
        self._current, look = each.slug, self._screen.look
        about = f"{title(self._tree.stub(each.slug))}. The statement stands in katas/{each.slug}.py; write "
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
        said, complaint = solution.reveal(self._tree, self._home, slug, self._screen.look, columns)
        self._screen.page([*said, *([complaint] if complaint else [])])

    def _standings(self) -> list[Standing]:
        return standings(self._tree, self._home)[0]


def page(tree: Tree, report: Report, kept: closing.Kept, look: Look, *, has_keys: bool) -> list[str]:
    """What is shown of a check: the report, a closing word, what kept the score from being kept."""
    coming = "" if kept.finished else closing.then(kept.coming)
    if has_keys and kept.coming is not None and not kept.finished:
        coming = f"Press n to go on with {short_name(kept.coming.slug)}."
    text = render(
        report, width=look.width, color=look.color, encoding=look.encoding, then=coming, again="save it"
    )
    last = closing.lines(tree, kept, look)
    complaint = prose(kept.complaint, look, "", "") if kept.complaint else []
    return [
        *text.rstrip("\n").split("\n"),
        *(["", *last] if last else []),
        *(["", *complaint] if complaint else []),
    ]


def _after(found: Sequence[Standing], current: str | None) -> Standing | None:
    """Where n leads: what is next behind a kata that is done, else the next one that is not."""
    if all(each.state == DONE for each in found if each.slug == current):
        return following(list(found))
    places = [place for place, each in enumerate(found) if each.slug == current]
    turned = [*found[places[0] + 1 :], *found[: places[0] + 1]]
    return next((each for each in turned if each.state != DONE), None)


_NO_KEYS = (
    "Every answer below katas/ is checked when it is saved. This is no terminal, so there are no keys: "
    "Ctrl-C ends it."
)

"""The screens of the commands for learning, as files that a person has reviewed."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from gradkata.catalog import Catalog, short_name
from gradkata.cli import after_check, hint, home, listing, screen, solution, watch
from gradkata.reports.escaping import for_encoding
from gradkata.reports.page import prose
from gradkata.reports.palette import Look
from gradkata.workspace.progress import Reached
from gradkata.workspace.status import BEGUN, DONE, NEW, KataStatus, next_kata

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).resolve().parent / "golden"
LOOKS = {
    "80.txt": Look(80),
    "40.txt": Look(40),
    "color.txt": Look(80, color=True),
    "ascii.txt": Look(80, "ascii"),
}
WIDE = "180.txt"
CATALOG, IOU = Catalog(), "detection/iou"
SCORES = {"maths/chain_rule_compose": 10, "activations/sigmoid": 10, IOU: 10, "backprop/gd_step": 6.5}


def statuses() -> list[KataStatus]:
    """Return the statuses of a student who has solved three katas and begun two."""
    by_name = {short_name(slug): slug for slug in CATALOG.slugs}
    found = []
    for chapter, slugs in CATALOG.chapters:
        for slug in slugs:
            score = SCORES.get(slug)
            state = DONE if score == 10 else BEGUN if score or slug == "decoding/bleu" else NEW
            reached = Reached(score, 10, "2025-01-01T00:00:00+00:00") if score else None
            before = tuple(by_name[name] for name in CATALOG.builds_on(slug))
            file, effort = Path(f"katas/{slug}.py"), CATALOG.efforts.get(slug)
            found.append(KataStatus(slug, chapter, state, file, reached, before, effort))
    return found


def done(chapters: set[str]) -> after_check.FollowUp:
    """Return the follow-up of the check that completes a chapter, or the last one."""
    found = [each._replace(state=DONE if each.chapter in chapters else each.state) for each in statuses()]
    in_chapter = tuple(each for each in found if each.chapter == "Detection")
    return after_check.FollowUp(next_kata(found, IOU), in_chapter, all(each.state == DONE for each in found))


def report(case: str) -> dict[str, object]:
    path = ROOT / "tests" / "reports" / "golden" / case / "report.json"
    return dict(json.loads(path.read_text("utf-8")))


def watched(case: str, follow_up: after_check.FollowUp, look: Look) -> list[str]:
    return [*watch.page(CATALOG, report(case), follow_up, look, has_keys=True), "", screen.key_line(look)]


def answers() -> list[solution.Listing]:
    own = (ROOT / "examples" / "right" / "iou.py").read_text("utf-8")
    return [solution.student_listing(IOU, own), solution.reference_listing(CATALOG, IOU)]


HINTS = hint.hints_of(CATALOG, IOU)
FOUND = statuses()
ALL = {each.chapter for each in FOUND}
SCREENS: dict[str, Callable[[Look], list[str]]] = {
    "begin": lambda look: home.lines(CATALOG, FOUND, None, look),
    "home": lambda look: home.lines(CATALOG, FOUND, Path("work"), look),
    "list": lambda look: listing.lines(CATALOG, FOUND, look),
    "hint": lambda look: hint.lines(
        IOU, HINTS, range(1, 2), look, hint._what_remains(IOU, 2, len(HINTS), "`kata hint iou`")
    ),
    "hints-after-success": lambda look: hint.lines(IOU, HINTS, range(len(HINTS)), look, hint.AFTERWARDS),
    "solution": lambda look: solution.lines(IOU, answers(), look, look.width),
    "solution-closed": lambda look: prose(solution.how_to_see(IOU), look, "", ""),
    "watch-right": lambda look: watched("right", after_check.FollowUp(next_kata(FOUND, IOU)), look),
    "watch-wrong": lambda look: watched("wrong-value", after_check.FollowUp(), look),
    "watch-chapter": lambda look: watched("right", done({"Detection"}), look),
    "watch-help": lambda look: [*screen.key_help(look), "", screen.key_line(look)],
    "chapter": lambda look: after_check.lines(CATALOG, done({"Detection"}), look),
    "all-done": lambda look: after_check.lines(CATALOG, done(ALL), look),
}


def files() -> Iterator[tuple[Path, str]]:
    """Yield every golden file with its expected content."""
    for name, lines in SCREENS.items():
        for file, look in LOOKS.items():
            yield GOLDEN / name / file, for_encoding("\n".join(lines(look)) + "\n", look.encoding)
    wide = solution.lines(IOU, answers(), Look(88), 180)
    yield GOLDEN / "solution" / WIDE, "\n".join(wide) + "\n"

"""Where a student stands: which katas are done, begun, not begun."""

from pathlib import Path
from typing import NamedTuple

from graders.engine.cli import progress
from graders.engine.cli.errors import UsageError
from graders.engine.reports.palette import Look
from graders.engine.tree import Tree, short_name, workspace

DONE, BEGUN, NEW, MISSING = "done", "begun", "not begun", "missing"


class Standing(NamedTuple):
    """One kata in one workspace.

    ``file`` is the student's own, ``reached`` the best score, ``builds_on`` the slugs that come before.
    """

    slug: str
    chapter: str
    state: str
    file: Path | None
    reached: progress.Reached | None = None
    builds_on: tuple[str, ...] = ()


def installed() -> Tree:
    """The tree that statements, graders and stubs come from."""
    return Tree()


def here() -> Path:
    """The student's workspace.

    Raises:
        UsageError: where there is none.
    """
    found = workspace(Path.cwd())
    if found is None:
        raise UsageError("There is no folder `katas/` of your own here. `kata init work` makes one.")
    return found


def standings(tree: Tree, root: Path | None) -> tuple[list[Standing], str | None]:
    """Every kata of ``tree`` as it stands in ``root``; and what is wrong with its progress file."""
    kept = progress.read(root) if root else progress.Progress({}, {})
    chapters = [(chapter, slug) for chapter, slugs in tree.chapters() for slug in slugs]
    by_name = {short_name(slug): slug for _, slug in chapters}
    found = []
    for chapter, slug in chapters:
        reached = kept.katas.get(slug)
        file = root / "katas" / f"{slug}.py" if root else None
        before = tuple(by_name[name] for name in tree.builds_on(slug) if name in by_name)
        state = _state(tree, slug, file, reached)
        found.append(Standing(slug, chapter, state, file, reached, before))
    return found, kept.complaint


def begun(tree: Tree, root: Path) -> tuple[str, ...]:
    """The katas whose file in the workspace is no longer the stub, in the order of the syllabus."""
    return tuple(slug for slug in tree.slugs() if is_begun(tree, slug, root / "katas" / f"{slug}.py"))


def is_begun(tree: Tree, slug: str, file: Path) -> bool:
    """Whether ``file`` says anything else than the stub; line ends do not count."""
    try:
        return _content(file) != _content(tree.stub(slug))
    except FileNotFoundError:
        return file.is_file()


def following(found: list[Standing]) -> Standing | None:
    """The kata to go on with: one begun, else one whose prerequisites are done, else any not begun."""
    done = {each.slug for each in found if each.state == DONE}
    begun_ones = [each for each in found if each.state == BEGUN]
    new = [each for each in found if each.state == NEW] + [each for each in found if each.state == MISSING]
    ready = [each for each in new if done.issuperset(each.builds_on)]
    return next(iter([*begun_ones, *ready, *new]), None)


def mark(state: str, look: Look) -> str:
    """The sign of a state: done, begun, or neither."""
    signs = look.signs
    sign, hue = {DONE: (signs.passed, "green"), BEGUN: (signs.earned, "yellow")}.get(
        state, (signs.missed, "dim")
    )
    return look.paint(sign, hue)


def _state(tree: Tree, slug: str, file: Path | None, reached: progress.Reached | None) -> str:
    if reached is not None and reached.is_full:
        return DONE
    if file is None:
        return NEW
    if not file.is_file():
        return MISSING
    return BEGUN if is_begun(tree, slug, file) else NEW


def _content(file: Path) -> bytes:
    return file.read_bytes().replace(b"\r\n", b"\n").rstrip()

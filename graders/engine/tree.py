"""Where the three files of a kata stand: every name is derived from the tree, none is registered."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

INSTALLED = Path(__file__).resolve().parents[2]


class UnknownKataError(LookupError):
    """A name that is no kata; its message names the nearest ones."""


@dataclass(frozen=True)
class Tree:
    """A folder that holds ``katas/``, ``solutions/`` and ``graders/`` side by side."""

    root: Path = INSTALLED

    @property
    def syllabus(self) -> Path:
        """The file that orders chapters and katas."""
        return self.root / "katas" / "syllabus.toml"

    def stub(self, slug: str) -> Path:
        """The statement and signature that a student starts from."""
        return self.root / "katas" / f"{slug}.py"

    def solution(self, slug: str) -> Path:
        """The right answers."""
        return self.root / "solutions" / f"{slug}.py"

    def grader(self, slug: str) -> Path:
        """The properties and misconceptions."""
        return self.root / "graders" / f"{slug}.py"

    def bank(self, slug: str) -> Path:
        """The inputs and answers that everybody is judged on."""
        return self.root / "graders" / f"{slug}.bank.json"

    def slugs(self) -> tuple[str, ...]:
        """Every kata of the tree, in the order of the syllabus."""
        return tuple(slug for _, slugs in self.chapters() for slug in slugs)

    def builds_on(self, slug: str) -> tuple[str, ...]:
        """The short names of the katas that come before this one, as its statement says.

        The statement has a line of this form below its title: Builds on `sigmoid`, `iou` and `nms`.
        """
        import re

        form = r"^Builds on `\w+`(?:(?:, `\w+`)* and `\w+`)?\.$"
        line = re.search(form, self.stub(slug).read_text("utf-8"), re.MULTILINE)
        return tuple(re.findall(r"`(\w+)`", line[0])) if line else ()

    def chapters(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The chapters' titles, each with its katas in order."""
        import tomllib

        with self.syllabus.open("rb") as file:
            chapters = tomllib.load(file)["chapter"]
        return tuple((chapter["title"], tuple(chapter["katas"])) for chapter in chapters)

    def resolve(self, name: str) -> str:
        """The slug that ``name`` means: a slug, or the short name behind its last stroke.

        Raises:
            UnknownKataError: with the nearest names.
        """
        name = name.strip("/").removesuffix(".py")
        chapter, _, short = name.rpartition("/")
        if chapter and short.isidentifier() and self.grader(name).is_file():
            return name
        # First without the syllabus, whose parser is slow to import.
        found = [path for path in files_of(self.root / "graders") if path.stem == name]
        if len(found) == 1:
            return f"{found[0].parent.name}/{name}"
        slugs = self.slugs()
        for slug in slugs:
            if name in (slug, short_name(slug)):
                return slug
        import difflib

        known = [short_name(slug) for slug in slugs]
        near = difflib.get_close_matches(short, known, n=3, cutoff=0.5)
        hint = f"Did you mean {' or '.join(near)}?" if near else "`kata list` shows them all."
        raise UnknownKataError(f"There is no kata called {name!r}. {hint}")


def short_name(slug: str) -> str:
    """The function's name: ``iou`` of ``detection/iou``."""
    return slug.rpartition("/")[2]


def files_of(folder: Path) -> Iterator[Path]:
    """The kata files below one of the three folders, helpers (``_*``) and the engine left out."""
    for path in sorted(folder.glob("*/*.py")):
        if not path.name.startswith("_") and path.parent.name != "engine":
            yield path


def load(path: Path, name: str) -> ModuleType:
    """Import the file at ``path`` as module ``name``; own code only, never a student's."""
    if name in sys.modules and getattr(sys.modules[name], "__file__", None) == str(path):
        return sys.modules[name]
    import importlib.util

    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} cannot be imported")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def module_name(folder: str, slug: str) -> str:
    """The dotted name under which a kata's file in ``folder`` is imported."""
    return f"{folder}.{slug.replace('/', '.')}"


def workspace(start: Path) -> Path | None:
    """The nearest folder upwards with a student's own ``katas/``; never the installed originals."""
    for folder in (start, *start.parents):
        if (folder / "katas").is_dir() and folder.resolve() != INSTALLED:
            return folder
    return None

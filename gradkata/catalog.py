"""Collections of katas, and the catalog of all collections in use.

A collection is a folder with ``katas/``, ``solutions/`` and ``graders/``; a kata has the same path in all
three.  Names are derived from these folders; nothing is registered.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

_PACKAGE = Path(__file__).resolve().parent
# A wheel has the built-in collection inside the package; a checkout has it next to the package.
BUILT_IN = _PACKAGE / "collection" if (_PACKAGE / "collection").is_dir() else _PACKAGE.parent
FOLDERS = ("katas", "solutions", "graders")
_SYLLABUS = "katas/syllabus.toml"

_MOST_NAMED = 5  # katas of a chapter in a message


class CollectionError(Exception):
    """A collection that cannot be used; the message says which, and what to do."""


class UnknownKataError(LookupError):
    """A name that no kata has, or that several have; the message names the nearest ones."""


class Effort(NamedTuple):
    """How hard a kata is, from 1 to 5, and an estimate of the minutes it takes."""

    difficulty: int
    minutes: int

    @property
    def text(self) -> str:
        """The effort in words, without a capital letter and a full stop."""
        return f"difficulty {self.difficulty} of 5, an estimated {self.minutes} minutes"


@dataclass(frozen=True)
class Collection:
    """One folder of katas."""

    root: Path

    @property
    def syllabus(self) -> Path:
        """The file that lists chapters and katas in order."""
        return self.root / _SYLLABUS

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
        """The inputs that everybody is judged on, with the right answers."""
        return self.root / "graders" / f"{slug}.bank.json"

    def mutants(self, slug: str) -> Path:
        """Right answers with a small change, which name the change that a wrong answer shows."""
        return self.root / "graders" / f"{slug}.mutants.json"

    def chapters(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The title and katas of each chapter, in the order of the syllabus.

        Raises:
            CollectionError: if the syllabus is missing or damaged.
        """
        chapters = self._syllabus().get("chapter")
        if not isinstance(chapters, list):
            raise self._damaged("it has no [[chapter]].")
        return tuple(self._chapter(each) for each in chapters)

    def efforts(self) -> dict[str, Effort]:
        """The effort of each kata for which the syllabus states it, by slug.

        Raises:
            CollectionError: if the syllabus is missing or damaged.
        """
        found = self._syllabus().get("effort", {})
        if not isinstance(found, dict):
            raise self._damaged("[effort] must be a table.")
        return {slug: self._effort(slug, entry) for slug, entry in found.items()}

    def _syllabus(self) -> dict[str, Any]:
        import tomllib

        try:
            return tomllib.loads(self.syllabus.read_text("utf-8-sig"))
        except OSError as error:
            raise CollectionError(f"{self.syllabus} cannot be read ({error.strerror}).") from None
        except ValueError as error:
            raise self._damaged(f"{error}.") from None

    def _effort(self, slug: str, entry: object) -> Effort:
        difficulty, minutes = (
            (entry.get("difficulty"), entry.get("minutes")) if isinstance(entry, dict) else (None, None)
        )
        if type(difficulty) is int and type(minutes) is int and 1 <= difficulty <= 5 and minutes > 0:
            return Effort(difficulty, minutes)
        raise self._damaged(
            f'the effort of "{slug}" must be of the form {{ difficulty = 2, minutes = 15 }}, '
            "with a difficulty from 1 to 5."
        )

    def _chapter(self, found: object) -> tuple[str, tuple[str, ...]]:
        title, slugs = (found.get("title"), found.get("katas")) if isinstance(found, dict) else (None, None)
        if not isinstance(title, str):
            raise self._damaged("a chapter has no title.")
        if not isinstance(slugs, list):
            raise self._damaged(f'the katas of chapter "{title}" must be a list, such as ["chapter/name"].')
        for slug in slugs:
            parts = slug.split("/") if isinstance(slug, str) else ()
            if len(parts) != 2 or not all(part.isidentifier() for part in parts):
                raise self._damaged(f'{slug!r} is not the name of a kata. Write "chapter/name".')
        return title, tuple(slugs)

    def _damaged(self, why: str) -> CollectionError:
        return CollectionError(f"{self.syllabus} is damaged: {why} Correct the file.")

    def kata_files(self, folder: str) -> Iterator[Path]:
        """The kata files in ``katas``, ``solutions`` or ``graders``, sorted; helpers (``_*``) are left out."""
        for path in sorted((self.root / folder).glob("*/*.py")):
            if not path.name.startswith("_"):
                yield path


@dataclass(frozen=True)
class Catalog:
    """The katas of one or more collections; the built-in collection comes first."""

    collections: tuple[Collection, ...] = (Collection(BUILT_IN),)

    @property
    def roots(self) -> tuple[Path, ...]:
        """The folder of each collection."""
        return tuple(each.root for each in self.collections)

    def collection_of(self, slug: str) -> Collection:
        """The collection that has a kata.

        Raises:
            UnknownKataError: if none has it.
        """
        for each in self.collections:
            if each.grader(slug).is_file() or each.stub(slug).is_file():
                return each
        for each in self.collections:
            if any(slug in slugs for _, slugs in each.chapters()):
                return each
        raise UnknownKataError(f"There is no kata called {slug!r}. `kata list` shows all katas.")

    def stub(self, slug: str) -> Path:
        """The statement and signature that a student starts from."""
        return self.collection_of(slug).stub(slug)

    def solution(self, slug: str) -> Path:
        """The right answers."""
        return self.collection_of(slug).solution(slug)

    def grader(self, slug: str) -> Path:
        """The properties and misconceptions."""
        return self.collection_of(slug).grader(slug)

    def bank(self, slug: str) -> Path:
        """The inputs that everybody is judged on, with the right answers."""
        return self.collection_of(slug).bank(slug)

    @cached_property
    def chapters(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The title and katas of each chapter, in order; chapters with the same title are merged.

        Raises:
            CollectionError: if a syllabus is missing or damaged, or lists a kata that has no stub.
        """
        found: dict[str, tuple[str, ...]] = {}
        for each in self.collections:
            _refuse_missing_stubs(each)
            for title, slugs in each.chapters():
                found[title] = (*found.get(title, ()), *slugs)
        return tuple(found.items())

    @property
    def slugs(self) -> tuple[str, ...]:
        """All katas, in the order of the syllabus.

        Raises:
            CollectionError: if a syllabus is missing or damaged, or lists a kata that has no stub.
        """
        return tuple(slug for _, slugs in self.chapters for slug in slugs)

    @property
    def listed(self) -> tuple[str, ...]:
        """All katas that the syllabuses list, whether or not their files exist."""
        return tuple(slug for each in self.collections for _, slugs in each.chapters() for slug in slugs)

    @cached_property
    def efforts(self) -> dict[str, Effort]:
        """The effort of each kata for which a syllabus states it, by slug.

        Raises:
            CollectionError: if a syllabus is missing or damaged.
        """
        return {slug: effort for each in self.collections[::-1] for slug, effort in each.efforts().items()}

    def builds_on(self, slug: str) -> tuple[str, ...]:
        """The short names of a kata's prerequisites.

        The statement lists them in a line below its title, for example: Builds on `sigmoid`, `iou` and `nms`.
        """
        import re

        form = r"^Builds on `\w+`(?:(?:, `\w+`)* and `\w+`)?\.$"
        line = re.search(form, self.stub(slug).read_text("utf-8-sig"), re.MULTILINE)
        return tuple(re.findall(r"`(\w+)`", line[0])) if line else ()

    def resolve(self, name: str) -> str:
        """The slug of a kata, given its slug or its short name.

        Raises:
            UnknownKataError: if no kata has that name, or several katas have that short name.
        """
        parts = [part for part in name.removesuffix(".py").split("/") if part not in ("", ".")]
        if "katas" in parts[:-2]:  # a path of a student's, `katas/detection/iou.py`
            parts = parts[-2:]
        name, short = "/".join(parts), parts[-1] if parts else ""
        is_slug = len(parts) == 2 and all(part.isidentifier() for part in parts)
        if is_slug and any(each.grader(name).is_file() for each in self.collections):
            return name
        # The files first: reading the syllabus needs a parser that is slow to import.
        files = [path for each in self.collections for path in each.kata_files("graders")]
        found = [f"{path.parent.name}/{name}" for path in files if path.stem == name]
        found = found or [slug for slug in self.listed if name in (slug, short_name(slug))]
        if len(set(found)) > 1:
            raise UnknownKataError(f"{name!r} is the name of {len(found)} katas: {' and '.join(found)}.")
        if found:
            return found[0]
        if inside := [slug for slug in self.listed if slug.startswith(f"{name}/")]:
            katas = ", ".join(map(short_name, inside[:_MOST_NAMED]))
            more = ", ..." if len(inside) > _MOST_NAMED else ""
            raise UnknownKataError(f"{name!r} is a chapter. Name one of its katas: {katas}{more}.")
        import difflib

        known = [short_name(slug) for slug in self.listed]
        near = difflib.get_close_matches(short, known, n=3, cutoff=0.5)
        hint = f"Did you mean {' or '.join(near)}?" if near else "`kata list` shows all katas."
        raise UnknownKataError(f"There is no kata called {name!r}. {hint}")


def open_catalog(folders: Iterable[Path] = (), *, is_complete: bool = True) -> Catalog:
    """The built-in collection and the given ones; a folder that is given twice counts once.

    Raises:
        CollectionError: if a folder is missing, is not a collection or cannot be read, or two collections have
            a kata with the same slug.
    """
    roots = dict.fromkeys([BUILT_IN, *(Path(os.path.realpath(folder)) for folder in folders)])
    catalog = Catalog(tuple(Collection(root) for root in roots))
    for each in catalog.collections[1:]:
        _refuse_unusable(each)
        if is_complete:
            _refuse_missing_stubs(each)
    if len(roots) > 1:
        _refuse_duplicates(catalog)
    return catalog


def short_name(slug: str) -> str:
    """The function's name: ``iou`` for ``detection/iou``."""
    return slug.rpartition("/")[2]


def repair_of(path: Path) -> str:
    """What to do about a damaged file of a collection."""
    if path.is_relative_to(_PACKAGE):
        return "Install gradkata again."
    if path.is_relative_to(BUILT_IN):
        return "`kata lint` finds the fault."
    return "It belongs to a course's own collection: its author finds the fault with `kata lint`."


def _refuse_unusable(collection: Collection) -> None:
    root = collection.root
    if not root.is_dir():
        raise CollectionError(f"The collection {root} is missing: there is no such folder.")
    if not os.access(root, os.R_OK | os.X_OK):
        raise CollectionError(f"The collection {root} cannot be read: permission denied.")
    absent = [name for name in FOLDERS if not (root / name).is_dir()]
    if absent:
        raise CollectionError(
            f"{root} is not a collection: it has no folder {' and no folder '.join(f'`{each}/`' for each in absent)}."
        )
    if not collection.syllabus.is_file():
        raise CollectionError(f"{root} is not a collection: it has no file `{_SYLLABUS}`.")
    collection.chapters()


def _refuse_missing_stubs(collection: Collection) -> None:
    for _, slugs in collection.chapters():
        for slug in slugs:
            if not collection.stub(slug).is_file():
                raise CollectionError(_missing(collection, slug))


def _missing(collection: Collection, slug: str) -> str:
    """What is wrong if a kata of the syllabus has no stub, and what to do."""
    lines = collection.syllabus.read_text("utf-8-sig").splitlines()
    line = next((f", line {number}," for number, text in enumerate(lines, 1) if f'"{slug}"' in text), "")
    return (
        f"{collection.syllabus}{line} lists {slug}, but the file {collection.stub(slug)} is missing. "
        "Write the file, or remove the kata from the syllabus."
    )


def _refuse_duplicates(catalog: Catalog) -> None:
    seen: dict[str, Path] = {}
    for each in catalog.collections:
        for path in each.kata_files("graders"):
            slug = f"{path.parent.name}/{path.stem}"
            if slug in seen:
                raise CollectionError(
                    f"There are two katas called {slug}: {seen[slug]} and {path}. Rename one."
                )
            seen[slug] = path

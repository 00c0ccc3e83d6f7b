"""`course.toml`: how it is found, who may own it, and which collections it names.

The file can name collections, whose graders are run.  It is therefore used only if it is owned by the user or by
root, regardless of the folder that contains it.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from gradkata.catalog import Catalog, CollectionError, open_catalog

FILE = "course.toml"
COLLECTIONS = "collections"
ENVIRONMENT = "GRADKATA_COLLECTIONS"


class CourseError(Exception):
    """A `course.toml` that cannot be used; the message says which one and why."""


def find(start: Path) -> Path | None:
    """The nearest `course.toml` at or above a folder.

    Raises:
        CourseError: if it belongs to another user.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        path = folder / FILE
        if path.is_file():
            _refuse_foreign(path)
            return path
    return None


def read(path: Path) -> Mapping[str, Any]:
    """The settings in a `course.toml`.

    Raises:
        CourseError: if it cannot be read.
    """
    import tomllib

    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise CourseError(f"{path} cannot be read: {error}.") from error


def collections_of(path: Path) -> tuple[Path, ...]:
    """The collections that a `course.toml` names; relative paths start at its folder.

    Raises:
        CourseError: if it cannot be read, or `collections` is not a list of folders.
    """
    settings = read(path)
    if "collection" in settings:
        raise CourseError(f"{path}: `collection` is not a setting. Did you mean `{COLLECTIONS}`?")
    named = settings.get(COLLECTIONS, [])
    if not isinstance(named, list) or not all(isinstance(each, str) and each for each in named):
        raise CourseError(
            f'{path}: `{COLLECTIONS}` must be a list of folders, such as {COLLECTIONS} = ["."].'
        )
    return tuple(path.resolve().parent / os.path.expanduser(each) for each in named)


def catalog_at(start: Path, folders: Iterable[str | Path] = (), *, is_complete: bool = True) -> Catalog:
    """The katas in use at a folder.

    These are the katas of all collections together: the built-in one, the ``folders``, those in the environment
    variable GRADKATA_COLLECTIONS (separated as in PATH), and those that the nearest `course.toml` at or above
    ``start`` names.  ``is_complete``: every kata of their syllabuses must have a stub.

    Raises:
        CourseError: if the `course.toml` cannot be used.
        CollectionError: if a collection cannot be used.
    """
    chosen = [Path(os.path.expanduser(folder)) for folder in folders]
    in_environment = [each for each in os.environ.get(ENVIRONMENT, "").split(os.pathsep) if each]
    chosen += [
        _present(Path(os.path.expanduser(each)), f"the variable {ENVIRONMENT}") for each in in_environment
    ]
    course = find(start)
    if course is not None:
        chosen += [_present(each, str(course)) for each in collections_of(course)]
    return open_catalog(chosen, is_complete=is_complete)


def _present(folder: Path, named_in: str) -> Path:
    if not folder.is_dir():
        place = os.path.realpath(folder)
        raise CollectionError(
            f"The collection {place}, named in {named_in}, is missing: there is no such folder."
        )
    return folder


def _refuse_foreign(path: Path) -> None:
    """Refuse a file, or a link to a file, of another user."""
    if not hasattr(os, "geteuid"):
        return
    for owner in (path.lstat().st_uid, path.stat().st_uid):
        if owner not in (0, os.geteuid()):
            raise CourseError(
                f"{path} belongs to another user (uid {owner}), and a course's settings can run code. "
                "Copy it into a folder of your own, or remove it."
            )

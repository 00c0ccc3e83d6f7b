"""`course.toml`: where it is found, whom it may belong to, and which collections it names.

A course's file can name collections, whose graders are run.  So it counts only where its owner is the user or root,
whatever folder it lies in.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from gradkata.catalog import Catalog, open_catalog

FILE = "course.toml"
COLLECTIONS = "collections"
ENVIRONMENT = "GRADKATA_COLLECTIONS"


class CourseError(Exception):
    """A `course.toml` that cannot be used; its message says where and why."""


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
    """What a `course.toml` says.

    Raises:
        CourseError: if it cannot be read.
    """
    import tomllib

    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise CourseError(f"{path} cannot be read: {error}.") from error


def collections_of(path: Path) -> tuple[Path, ...]:
    """The collections that a `course.toml` names; relative ones begin at its folder.

    Raises:
        CourseError: if it cannot be read, or names no folders there.
    """
    named = read(path).get(COLLECTIONS, [])
    if not isinstance(named, list) or not all(isinstance(each, str) and each for each in named):
        raise CourseError(f'{path}: `{COLLECTIONS}` is a list of folders, such as {COLLECTIONS} = ["."].')
    return tuple(path.parent / os.path.expanduser(each) for each in named)


def catalog_at(start: Path, folders: Iterable[str | Path] = ()) -> Catalog:
    """The katas in use at a folder.

    The built-in collection, the ``folders``, those in the environment variable GRADKATA_COLLECTIONS (separated as in
    PATH), and those that the nearest `course.toml` at or above ``start`` names: all of them add up.

    Raises:
        CourseError: if the `course.toml` cannot be used.
        CollectionError: if a collection cannot be used.
    """
    chosen = [Path(folder).expanduser() for folder in folders]
    chosen += [Path(each) for each in os.environ.get(ENVIRONMENT, "").split(os.pathsep) if each]
    course = find(start)
    if course is not None:
        chosen += collections_of(course)
    return open_catalog(chosen)


def _refuse_foreign(path: Path) -> None:
    if not hasattr(os, "geteuid"):
        return
    owner = path.stat().st_uid
    if owner not in (0, os.geteuid()):
        raise CourseError(
            f"{path} belongs to another user (uid {owner}), and a course's settings can run code. "
            "Copy it into a folder of your own, or remove it."
        )

"""What several commands make of their arguments."""

import argparse
from pathlib import Path

from gradkata.catalog import Catalog
from gradkata.cli.errors import UsageError
from gradkata.course_file import catalog_at
from gradkata.workspace.status import find_workspace


def catalog_of(arguments: argparse.Namespace, start: Path | None = None) -> Catalog:
    """The katas in use: at ``start``, or else where the command was called.

    Raises:
        CollectionError, CourseError: if a collection or the course's file cannot be used.
    """
    return catalog_at(
        start or Path.cwd(), (*(arguments.collections or ()), *(arguments.more_collections or ()))
    )


def own_workspace(catalog: Catalog) -> Path:
    """The student's workspace.

    Raises:
        UsageError: if there is none here.
    """
    found = find_workspace(Path.cwd(), catalog)
    if found is None:
        raise UsageError("There is no folder `katas/` of your own here. `kata init work` makes one.")
    return found

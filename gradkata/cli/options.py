"""Arguments and folders that several commands read in the same way."""

import argparse
from pathlib import Path

from gradkata.catalog import Catalog
from gradkata.cli.errors import UsageError
from gradkata.course_file import catalog_at
from gradkata.workspace.status import find_workspace


def catalog_of(
    arguments: argparse.Namespace, start: Path | None = None, *, is_complete: bool = True
) -> Catalog:
    """Return the katas in use in the folder ``start``, by default the current folder.

    ``is_complete``: every kata of the added collections must have a stub.

    Raises:
        CollectionError, CourseError: if a collection or the course's file cannot be used.
    """
    return catalog_at(
        start or Path.cwd(),
        (*(arguments.collections or ()), *(getattr(arguments, "more_collections", None) or ())),
        is_complete=is_complete,
    )


def own_workspace(catalog: Catalog) -> Path:
    """Return the student's workspace.

    Raises:
        UsageError: if there is none here.
    """
    found = find_workspace(Path.cwd(), catalog)
    here = Path.cwd().resolve()
    if found is None and any(root == here or root in here.parents for root in catalog.roots):
        raise UsageError("This folder is a collection. `kata init work` makes a workspace.")
    if found is None:
        raise UsageError("There is no folder `katas/` of your own here. `kata init work` makes one.")
    return found

"""`kata reset KATA`: put the stub back and keep a copy of the answer."""

import argparse
import os
import sys
from pathlib import Path

from gradkata.catalog import Catalog, short_name
from gradkata.cli.errors import UsageError
from gradkata.cli.options import catalog_of, own_workspace
from gradkata.cli.stub_copy import student_copy
from gradkata.reports.palette import is_terminal


def run(arguments: argparse.Namespace) -> int:
    """Ask, keep a copy, and put the stub back."""
    catalog = catalog_of(arguments)
    home = own_workspace(catalog)
    slug = catalog.resolve(arguments.kata)
    file = home / "katas" / f"{slug}.py"
    shown = os.path.relpath(file)
    if file.is_file() and file.read_bytes() == student_copy(catalog, slug):
        print(f"{shown} is the stub already.")
        return 0
    # Without a file there is nothing to lose and nothing to ask.
    if file.is_file() and not arguments.yes and not _agrees(slug, shown):
        print("Nothing was changed.")
        return 1
    try:
        kept = reset(catalog, home, slug)
    except OSError as error:
        raise UsageError(
            f"{error.filename or file} cannot be written ({error.strerror or error}); "
            "your answer was not changed."
        ) from None
    print(f"{shown} is the stub again.")
    if kept is not None:
        print(f"Your answer is kept in {os.path.relpath(kept)}")
    return 0


def reset(catalog: Catalog, home: Path, slug: str) -> Path | None:
    """Put the stub back, as `kata init` writes it; return the path of the copy if there was a file.

    Raises:
        OSError: if a file cannot be written; the answer is untouched then.
    """
    file = home / "katas" / f"{slug}.py"
    kept = _kept(home, slug, file.read_bytes()) if file.is_file() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f".{file.stem}-{os.getpid()}")
    try:
        temporary.write_bytes(student_copy(catalog, slug))
        os.replace(temporary, file)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return kept


def _kept(home: Path, slug: str, content: bytes) -> Path:
    """Save a copy under a name that no earlier copy has."""
    from datetime import datetime
    from itertools import count

    folder = home / ".kata" / "kept" / slug.rpartition("/")[0]
    folder.mkdir(parents=True, exist_ok=True)
    stamp = f"{short_name(slug)}-{datetime.now():%Y%m%d-%H%M%S}"
    for number in count(1):
        path = folder / (f"{stamp}.py" if number == 1 else f"{stamp}-{number}.py")
        try:
            with path.open("xb") as file:
                file.write(content)
        except FileExistsError:
            continue
        return path
    raise AssertionError("there is always one more number")


def _agrees(slug: str, shown: str) -> bool:
    if not is_terminal(sys.stdin):
        raise UsageError(
            f"`kata reset` asks before it replaces {shown}, but standard input is not a terminal. "
            f"`kata reset {short_name(slug)} --yes` does not ask."
        )
    print(f"Put the stub back into {shown}? A copy of your answer is kept. [y/N] ", end="", flush=True)
    try:
        return input().strip().lower() in ("y", "yes")
    except EOFError:
        print()
        return False

"""`kata reset KATA`: the stub again, and a copy of what stood in its place."""

import argparse
import os
import sys
from pathlib import Path

from gradkata.catalog import Catalog, short_name
from gradkata.cli.errors import UsageError
from gradkata.cli.options import catalog_of, own_workspace
from gradkata.reports.palette import is_terminal


def run(arguments: argparse.Namespace) -> int:
    """Ask, keep a copy, and put the stub back."""
    catalog = catalog_of(arguments)
    home = own_workspace(catalog)
    slug = catalog.resolve(arguments.kata)
    file = home / "katas" / f"{slug}.py"
    shown = os.path.relpath(file)
    if file.is_file() and file.read_bytes() == catalog.stub(slug).read_bytes():
        print(f"{shown} is the stub already.")
        return 0
    # Nothing is lost where nothing is there.
    if file.is_file() and not arguments.yes and not _agrees(slug, shown):
        print("It stays as it is.")
        return 1
    try:
        kept = reset(catalog, home, slug)
    except OSError as error:
        raise UsageError(
            f"{error.filename or file} cannot be written ({error.strerror or error}); "
            "your answer is where it was."
        ) from None
    print(f"{shown} is the stub again.")
    if kept is not None:
        print(f"What stood there is kept in {os.path.relpath(kept)}")
    return 0


def reset(catalog: Catalog, home: Path, slug: str) -> Path | None:
    """Put the stub back, byte for byte; the copy that was kept, where there was a file.

    Raises:
        OSError: where a file cannot be written; then the answer is untouched.
    """
    file = home / "katas" / f"{slug}.py"
    kept = _kept(home, slug, file.read_bytes()) if file.is_file() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.stem}-{os.getpid()}")
    try:
        beside.write_bytes(catalog.stub(slug).read_bytes())
        os.replace(beside, file)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    return kept


def _kept(home: Path, slug: str, content: bytes) -> Path:
    """A copy under a name that no earlier copy has."""
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
            f"`kata reset` asks before it takes {shown} away, and nobody is here to answer. "
            f"`kata reset {short_name(slug)} --yes` does it unasked."
        )
    print(f"Put the stub back into {shown}? A copy of your answer is kept. [y/N] ", end="", flush=True)
    try:
        return input().strip().lower() in ("y", "yes")
    except EOFError:
        print()
        return False

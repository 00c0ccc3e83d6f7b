"""`kata kit DIR [KATA...]`: a folder to hand out, which checks answers offline."""

import argparse
import os
import sys
from pathlib import Path

from gradkata.catalog import Catalog, short_name
from gradkata.cli.errors import GraderError, UsageError
from gradkata.cli.init import syllabus_text
from gradkata.cli.options import catalog_of
from gradkata.cli.stub_copy import student_copy
from gradkata.reports.page import prose
from gradkata.reports.palette import look_of


def run(arguments: argparse.Namespace) -> int:
    """Write the kit and say how students use it."""
    catalog, target = catalog_of(arguments), Path(os.path.expanduser(arguments.directory))
    wanted = {catalog.resolve(name) for name in arguments.kata} or set(catalog.slugs)
    slugs = [slug for slug in catalog.slugs if slug in wanted]
    _refuse_content(target)
    files = _files(catalog, slugs)
    try:
        for path, content in files.items():
            place = target / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
    except OSError as error:
        raise UsageError(
            f"{error.filename or target} cannot be written ({error.strerror or error}). Choose another folder."
        ) from None
    print("\n".join(_sentences(arguments.directory, slugs)))
    return 0


def _files(catalog: Catalog, slugs: list[str]) -> dict[str, bytes]:
    from gradkata.drawing.bank import BankError
    from gradkata.kit.building import build

    try:
        files = build(catalog, slugs)
    except (BankError, LookupError) as error:
        raise GraderError(str(error)) from None
    stubs = {f"katas/{slug}.py": student_copy(catalog, slug) for slug in slugs}
    return {**files, **stubs, "katas/syllabus.toml": syllabus_text(catalog, slugs).encode("utf-8")}


def _refuse_content(target: Path) -> None:
    """Refuse a folder that holds something: a kit never replaces a student's answers."""
    try:
        if target.is_dir() and not any(target.iterdir()):
            return
    except OSError as error:
        raise UsageError(f"{target} cannot be read ({error.strerror}). Choose another folder.") from None
    if target.exists() or target.is_symlink():
        kind = "is not empty" if target.is_dir() else "is not a folder"
        raise UsageError(f"{target} {kind}. Name a new folder: kata kit DIR")


def _sentences(directory: str, slugs: list[str]) -> list[str]:
    look = look_of(sys.stdout)
    count = f"{len(slugs)} {'kata' if len(slugs) == 1 else 'katas'}"
    secret = "It holds the right answers to its questions, encoded. This prevents accidental reading, nothing else."
    return [
        *prose(f"A kit with {count} was written to {directory}.", look, "", ""),
        "",
        *prose("Hand out the folder. Students need Python and NumPy. In the folder they run:", look, "", ""),
        "",
        f"  python check.py {short_name(slugs[0])}",
        "",
        *prose(secret, look, "", ""),
    ]

"""`kata init`: write a student's own copy of the stubs."""

import argparse
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from gradkata.catalog import FOLDERS, Catalog, Collection, CollectionError, short_name
from gradkata.cli.errors import UsageError
from gradkata.cli.options import catalog_of
from gradkata.cli.stub_copy import student_copy
from gradkata.course_file import COLLECTIONS, FILE, collections_of, find, read
from gradkata.workspace.status import find_workspace


def run(arguments: argparse.Namespace) -> int:
    """Copy the stubs and say what to do next."""
    catalog, start = catalog_of(arguments), Path.cwd()
    if arguments.directory is None:
        target = find_workspace(start, catalog) or start
    else:
        target = Path(os.path.expanduser(arguments.directory))
        # A workspace that exists already keeps the collections that it names.
        known = find(target)
        arguments.collections = [*(arguments.collections or ()), *(collections_of(known) if known else ())]
        catalog = catalog_of(arguments)
    try:
        written, kept = copy_stubs(catalog, target)
        noted = note_collections(catalog, target)
    except OSError as error:
        raise UsageError(
            f"{error.filename or target} cannot be written ({error.strerror or error}). "
            "Choose another folder: kata init DIR"
        ) from None
    print("\n".join(_sentences(target, start, written, kept, noted)))
    return 0


def copy_stubs(catalog: Catalog, target: Path) -> tuple[list[str], list[str]]:
    """Write the syllabus and every stub to ``target/katas``.

    Returns the slugs that were written, and those whose files existed already.

    Raises:
        UsageError: if ``target`` is a collection itself.
        OSError: if the folder cannot be written.
    """
    _refuse_originals(catalog, target)
    written, kept = [], []
    for slug in catalog.slugs:
        path = target / "katas" / f"{slug}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            # Exclusive creation: a file that appears in between is kept as well.
            with path.open("xb") as file:
                file.write(student_copy(catalog, slug))
        except FileExistsError:
            kept.append(slug)
        else:
            written.append(slug)
    # Marks the folder for pytest and names its katas; an update of gradkata may have added some.
    replace_file(target / "katas" / "syllabus.toml", syllabus_text(catalog, catalog.slugs))
    return written, kept


def note_collections(catalog: Catalog, target: Path) -> list[str]:
    """Name the added collections in the workspace's `course.toml`, so that every later command knows them.

    Returns the lines that say what was done or is to be changed by hand; none if nothing was needed.

    Raises:
        OSError: if the file cannot be written.
    """
    roots = catalog.roots[1:]
    path = target / FILE
    known = {each.resolve() for each in collections_of(path)} if path.is_file() else set()
    if all(root in known for root in roots):
        return []
    named = [
        os.path.relpath(root, target) if root.is_relative_to(target.resolve()) else str(root)
        for root in roots
    ]
    line = f"{COLLECTIONS} = {json.dumps(named, ensure_ascii=False)}\n"
    before = path.read_text("utf-8-sig") if path.is_file() else ""
    if path.is_file() and COLLECTIONS in read(path):
        return [f"{path} exists already and was not changed. Change its line to:", "", f"  {line.strip()}"]
    replace_file(path, line + before)  # a key before the first table belongs to no table
    return [f"{path} now names {len(named)} collection{'s' if len(named) != 1 else ''} to use here."]


def replace_file(path: Path, text: str) -> None:
    """Write a file so that a reader finds the old content or the new, and an error leaves the old.

    Raises:
        OSError: if it cannot be written.
        UsageError: if the text cannot be written in UTF-8, because a path has undecodable bytes.
    """
    try:
        content = text.encode("utf-8")
    except UnicodeEncodeError:
        raise UsageError(
            f"{path} cannot name a folder whose name is not valid UTF-8. Rename the folder."
        ) from None
    beside = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        beside.write_bytes(content)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def syllabus_text(catalog: Catalog, chosen: Sequence[str]) -> str:
    """Return the chapters of all collections, with the chosen katas only, in the format of a syllabus."""
    out = []
    for title, all_slugs in catalog.chapters:
        slugs = [slug for slug in all_slugs if slug in chosen]
        if not slugs and all_slugs:
            continue
        listed = "".join(f"    {json.dumps(slug)},\n" for slug in slugs)
        out.append(f"[[chapter]]\ntitle = {json.dumps(title, ensure_ascii=False)}\nkatas = [\n{listed}]\n")
    return "\n".join(out)


def _refuse_originals(catalog: Catalog, target: Path) -> None:
    folder = target.resolve()
    _refuse_unnamed_collection(catalog, Collection(folder))
    for root in catalog.roots:
        originals = [root / name for name in FOLDERS]
        if folder == root or any(folder == each or each in folder.parents for each in originals):
            raise UsageError(
                f"{target} holds the original stubs, which must not change. "
                "Write your copy to another folder: kata init work"
            )


def _refuse_unnamed_collection(catalog: Catalog, there: Collection) -> None:
    """Refuse a folder whose syllabus lists katas of its own, with their solutions or graders beside it."""
    if not there.syllabus.is_file():
        return
    with suppress(CollectionError):  # a damaged syllabus is written again
        for slug in {slug for _, slugs in there.chapters() for slug in slugs} - {*catalog.slugs}:
            if there.grader(slug).is_file() or there.solution(slug).is_file():
                raise UsageError(
                    f"{there.root} is a collection with katas of its own, such as {slug}. "
                    f"Write your copy to another folder: kata init work --collection {there.root}"
                )


def _sentences(target: Path, start: Path, written: list[str], kept: list[str], noted: list[str]) -> list[str]:
    where = _relative(target / "katas", start)
    lines = []
    if written:
        lines.append(f"{len(written)} {'kata' if len(written) == 1 else 'katas'} written to {where}.")
    if kept:
        were = (
            "existed already and was not changed"
            if len(kept) == 1
            else "existed already and were not changed"
        )
        lines.append(f"{len(kept)} {were}: {_listed([short_name(slug) for slug in kept])}.")
    lines += noted
    first = (written or kept or [""])[0]
    if first:
        steps = [] if target.resolve() == start.resolve() else [f"  cd {_relative(target, start)}"]
        steps += [
            f"  kata show {short_name(first)}",
            f"  edit katas/{first}.py",
            f"  kata check {short_name(first)}",
        ]
        lines += ["", "Next:", "", *steps, "", "`kata watch` checks whenever you save."]
    return lines


def _listed(names: list[str], most: int = 8) -> str:
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + rest


def _relative(path: Path, start: Path) -> str:
    try:
        return str(path.resolve().relative_to(start.resolve()))
    except ValueError:
        return str(path)

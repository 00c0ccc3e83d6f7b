"""`kata lint`: prove that a grader grades."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial

from gradkata import exit_codes
from gradkata.authoring.laws import Fault, check, stray_files, unfit
from gradkata.authoring.matrix import matrix, mutation_table
from gradkata.authoring.subject import Subject
from gradkata.catalog import Catalog
from gradkata.cli.options import catalog_of
from gradkata.drawing.bank import BankError


def run(arguments: argparse.Namespace) -> int:
    """Check the laws of the katas that were named, or of all, and of what else lies in their collection.

    "All" are those of the collections that were added or, where none was, the built-in ones.
    """
    catalog = catalog_of(arguments)
    looked_at = catalog.collections[1:] or catalog.collections
    slugs = [catalog.resolve(name) for name in arguments.kata]
    slugs = slugs or [slug for each in looked_at for _, listed in each.chapters() for slug in listed]
    look = partial(_linted, catalog, write=arguments.write, as_json=arguments.json)
    faulty = False
    for text, has_faults in _side_by_side(look, slugs):
        print(text, flush=True)
        faulty = faulty or has_faults
    strays = [] if arguments.kata else [said for each in looked_at for said in stray_files(each)]
    for message in strays:
        print(message, file=sys.stderr)
    return exit_codes.FAULTS if faulty or strays else exit_codes.OK


def _side_by_side(
    look: Callable[[str], tuple[str, bool]], slugs: Sequence[str]
) -> Iterator[tuple[str, bool]]:
    """What is found of each kata, in order; several at a time where there are processors for it."""
    from gradkata.workers.pool import cores

    processors = min(cores(), len(slugs))
    if processors < 2:
        yield from map(look, slugs)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(processors) as pool:
        yield from pool.map(look, slugs)


def _linted(catalog: Catalog, slug: str, *, write: bool, as_json: bool) -> tuple[str, bool]:
    """What is printed of one kata, and whether it has faults."""
    subject = Subject(catalog, slug)
    faults = _written(subject) if write else []
    if not faults:
        subject = Subject(catalog, slug)
        faults = check(subject, redraw=not write)
    return _text(subject, faults, as_json=as_json), bool(faults)


def _written(subject: Subject) -> list[Fault]:
    """Write the bank; the fault that keeps it from being drawn, if there is one."""
    found = unfit(subject)
    if not found:
        try:
            write_bank(subject)
        except BankError as error:
            found = [Fault(10, str(error))]
    return found


def write_bank(subject: Subject) -> None:
    """Draw the bank in a clean process and put it in its place."""
    from gradkata.authoring.bank_laws import draw_in_clean_process
    from gradkata.drawing.bank import save

    save(draw_in_clean_process(subject), subject.catalog.bank(subject.slug))


def _text(subject: Subject, faults: Sequence[Fault], *, as_json: bool) -> str:
    if as_json:
        listed = [{"law": fault.law, "message": fault.message} for fault in faults]
        return json.dumps({"kata": subject.slug, "faults": listed})
    lines = [f"{subject.slug}: {len(faults) or 'no'} fault{'s' if len(faults) != 1 else ''}"]
    for fault in faults:
        lines.append(f"  law {fault.law}: {subject.slug}: {fault.message}".replace("\n", "\n    "))
    if any(fault.law in (1, 2) for fault in faults):
        return "\n".join(lines)
    with suppress(BankError):  # told already: without a bank there is nothing to show
        lines += [matrix(subject), mutation_table(subject)]
    return "\n".join(lines)

"""`kata lint`: check katas against the laws, which show that their graders work."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout, suppress
from functools import partial

from gradkata import exit_codes
from gradkata.authoring.laws import Fault, check, stray_files, unfit
from gradkata.authoring.matrix import matrix, mutation_table
from gradkata.authoring.subject import Subject
from gradkata.catalog import Catalog
from gradkata.cli.options import catalog_of
from gradkata.drawing.bank import BankError


def run(arguments: argparse.Namespace) -> int:
    """Check the named katas, or all katas of the added collections or, without any, the built-in ones.

    If no kata is named, also report files in the collections that belong to no kata.
    """
    catalog = catalog_of(arguments, is_complete=False)
    collections = catalog.collections[1:] or catalog.collections
    slugs = [catalog.resolve(name) for name in arguments.kata]
    slugs = slugs or [slug for each in collections for _, listed in each.chapters() for slug in listed]
    lint = partial(_linted, catalog, write=arguments.write, as_json=arguments.json)
    faulty = False
    for text, has_faults in _in_parallel(lint, slugs):
        print(text, flush=True)
        faulty = faulty or has_faults
    strays = [] if arguments.kata else [message for each in collections for message in stray_files(each)]
    for message in strays:
        print(message, file=sys.stderr)
    return exit_codes.FAULTS if faulty or strays else exit_codes.OK


def _in_parallel(lint: Callable[[str], tuple[str, bool]], slugs: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Yield the result for each kata in order, several at a time if there are processors for it."""
    from gradkata.workers.pool import cores

    processors = min(cores(), len(slugs))
    if processors < 2:
        yield from map(lint, slugs)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(processors) as pool:
        yield from pool.map(lint, slugs)


def _linted(catalog: Catalog, slug: str, *, write: bool, as_json: bool) -> tuple[str, bool]:
    """Return the text to print for one kata, and whether it has faults."""
    subject = Subject(catalog, slug)
    try:
        with redirect_stdout(sys.stderr):  # what an author's code prints is no part of the output
            faults = _written(subject) if write else []
            if not faults:
                subject = Subject(catalog, slug)
                faults = check(subject, redraw=not write)
    except SystemExit:
        faults = [Fault(2, "its grader or solution ends the interpreter (SystemExit). Remove that.")]
    return _text(subject, faults, as_json=as_json), bool(faults)


def _written(subject: Subject) -> list[Fault]:
    """Write the bank; return the faults that prevent it."""
    found = unfit(subject)
    if not found:
        try:
            write_bank(subject)
        except BankError as error:
            found = [Fault(10, str(error))]
    return found


def write_bank(subject: Subject) -> None:
    """Draw the bank in a clean process and save it."""
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
    with suppress(BankError):  # reported already: without a bank there is nothing to show
        lines += [matrix(subject), mutation_table(subject)]
    return "\n".join(lines)

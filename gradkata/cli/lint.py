"""`kata lint`: check katas against the laws, which show that their graders work."""

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout, suppress
from functools import partial

from gradkata import exit_codes
from gradkata.author_code import Overrun
from gradkata.authoring.laws import Fault, check, stray_files, unfit
from gradkata.authoring.matrix import matrix, mistakes_table, mutation_table
from gradkata.authoring.overruns import TOTAL_SECONDS, describe
from gradkata.authoring.overruns import lost as why_lost
from gradkata.authoring.processes import Lost, each_in_a_process
from gradkata.authoring.subject import Subject
from gradkata.catalog import Catalog
from gradkata.cli.options import catalog_of
from gradkata.drawing.bank import BankError
from gradkata.workers.pool import cores


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
    for slug, found in zip(slugs, each_in_a_process(lint, slugs, cores()), strict=True):
        text, has_faults = _lost(catalog, slug, found, arguments) if isinstance(found, Lost) else found
        print(text, flush=True)
        faulty = faulty or has_faults
    strays = [] if arguments.kata else [message for each in collections for message in stray_files(each)]
    for message in strays:
        print(message, file=sys.stderr)
    return exit_codes.FAULTS if faulty or strays else exit_codes.OK


def _linted(catalog: Catalog, slug: str, *, write: bool, as_json: bool) -> tuple[str, bool]:
    """Return the text to print for one kata, and whether it has faults; this runs in the process of the kata."""
    subject = Subject(catalog, slug)
    try:
        with redirect_stdout(sys.stderr):  # what an author's code prints is no part of the output
            faults = _written(subject) if write else []
            if not faults:
                subject = Subject(catalog, slug)
                faults = check(subject, redraw=not write)
            if write and not faults:  # the mutants of an answer that is wrong name nothing
                write_mutants(subject)
    except Overrun as stop:
        faults = [Fault(*describe(subject, stop), is_last=True)]
    except SystemExit:
        faults = [
            Fault(2, "its grader or solution ends the interpreter (SystemExit). Remove that.", is_last=True)
        ]
    return _text(subject, faults, as_json=as_json), bool(faults)


def _lost(catalog: Catalog, slug: str, lost: Lost, arguments: argparse.Namespace) -> tuple[str, bool]:
    """Return the same for a kata whose process ended without a result."""
    why = why_lost(lost.code, lost.output, catalog.roots)
    fault = Fault(2, why, is_last=True)
    return _text(Subject(catalog, slug), [fault], as_json=arguments.json), True


def _written(subject: Subject) -> list[Fault]:
    """Write the bank; return the faults that prevent it."""
    found = unfit(subject)
    if not found:
        try:
            write_bank(subject)
        except BankError as error:
            found = [Fault(10, str(error), is_last=True)]
    return found


def write_bank(subject: Subject) -> None:
    """Draw the bank in a clean process and save it."""
    from gradkata.authoring.clean_process import draw_in_clean_process
    from gradkata.drawing.bank import save

    save(draw_in_clean_process(subject, total=TOTAL_SECONDS), subject.catalog.bank(subject.slug))


def write_mutants(subject: Subject) -> None:
    """Try mutants on the bank and save the record of those that may name a mistake."""
    from gradkata.authoring.mutant_recording import record_mutants
    from gradkata.drawing.mutant_record import save

    save(record_mutants(subject), subject.catalog.collection_of(subject.slug).mutants(subject.slug))


def _text(subject: Subject, faults: Sequence[Fault], *, as_json: bool) -> str:
    if as_json:
        listed = [{"law": fault.law, "message": fault.message} for fault in faults]
        return json.dumps({"kata": subject.slug, "faults": listed, "notes": subject.notes})
    lines = [f"{subject.slug}: {len(faults) or 'no'} fault{'s' if len(faults) != 1 else ''}"]
    for fault in faults:
        lines.append(f"  law {fault.law}: {subject.slug}: {fault.message}".replace("\n", "\n    "))
    lines.extend(f"  note: {note}" for note in subject.notes)
    if any(fault.law in (1, 2) or fault.is_last for fault in faults):
        return "\n".join(lines)
    with suppress(BankError):  # reported already: without a bank there is nothing to show
        lines += [matrix(subject), mistakes_table(subject), mutation_table(subject)]
    return "\n".join(lines)

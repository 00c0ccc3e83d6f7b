"""`kata lint`: prove that a grader grades."""

import argparse
import json
import sys
from collections.abc import Sequence

from graders.engine.authoring.laws import Fault, check, stray_files, unfit
from graders.engine.authoring.matrix import matrix, mutation_table
from graders.engine.authoring.subject import Subject
from graders.engine.drawing.bank import BankError
from graders.engine.tree import Tree


def run(arguments: argparse.Namespace) -> int:
    """Check the laws of the katas that were named, or of all, and of the tree."""
    tree = Tree()
    slugs = [tree.resolve(name) for name in arguments.kata] or list(tree.slugs())
    faulty = False
    for slug in slugs:
        subject = Subject(tree, slug)
        faults = _written(subject) if arguments.write else []
        if not faults:
            subject = Subject(tree, slug)
            faults = check(subject, redraw=not arguments.write)
        faulty = faulty or bool(faults)
        _show(subject, faults, as_json=arguments.json)
    strays = [] if arguments.kata else stray_files(tree)
    for message in strays:
        print(message, file=sys.stderr)
    return 1 if faulty or strays else 0


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
    from graders.engine.authoring.bank_laws import draw_in_clean_process
    from graders.engine.drawing.bank import save

    save(draw_in_clean_process(subject), subject.tree.bank(subject.slug))


def _show(subject: Subject, faults: Sequence[Fault], *, as_json: bool) -> None:
    if as_json:
        listed = [{"law": fault.law, "message": fault.message} for fault in faults]
        print(json.dumps({"kata": subject.slug, "faults": listed}), flush=True)
        return
    print(f"{subject.slug}: {len(faults) or 'no'} fault{'s' if len(faults) != 1 else ''}")
    for fault in faults:
        print(f"  law {fault.law}: {subject.slug}: {fault.message}".replace("\n", "\n    "))
    if any(fault.law in (1, 2) for fault in faults):
        return
    try:
        print(matrix(subject))
        print(mutation_table(subject), flush=True)
    except BankError:
        return  # told already: without a bank there is nothing to show

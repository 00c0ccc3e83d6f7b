"""The laws that every kata must obey.  Each law is a function that yields the faults that it finds, with a remedy."""

import ast
import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from gradkata.author_code import Overrun, memory_limit
from gradkata.authoring.bank_laws import (
    bank_is_fresh,
    bank_is_small,
    drawing_of,
    failure_shown,
    mutants_are_recorded,
    right_answers_stay_right,
)
from gradkata.authoring.blanks import blanks_are_filled, is_only_drafted
from gradkata.authoring.overruns import describe
from gradkata.authoring.sandbox_law import plain_answer_earns_all_in_the_sandbox
from gradkata.authoring.statement_laws import (
    examples_hold,
    prerequisites_come_earlier,
    statement_is_complete,
)
from gradkata.authoring.subject import Subject
from gradkata.authoring.trials import try_out
from gradkata.authoring.wrong_answer_laws import (
    general_mistakes_lose_points,
    misconceptions_are_distinct,
    mutants_are_killed,
    narrow_answers_lose_points,
    properties_are_not_vacuous,
    trivial_answers_earn_nothing,
)
from gradkata.catalog import FOLDERS, Collection, short_name
from gradkata.declaring.kata import TOTAL_POINTS
from gradkata.drawing.bank import BankError
from gradkata.loader import describe_error


@dataclass(frozen=True)
class Fault:
    """A law that a kata breaks: which one, how, and what to do."""

    law: int
    message: str
    is_last: bool = False
    """Whether the laws that follow could not be checked."""


def check(subject: Subject, *, redraw: bool = True, sandboxed: bool = True) -> list[Fault]:
    """All faults of one kata, by law.

    ``redraw`` draws the bank again to check that it is up to date, in a process that runs beside the other laws.
    ``sandboxed`` judges the plain answer in the sandbox as well.
    """
    found = unfit(subject)
    if found:
        return found
    if is_only_drafted(subject):
        return [Fault(2, message) for message in blanks_are_filled(subject)]
    drawing = drawing_of(subject) if redraw else None
    steps = [*LAWS.items()]
    if sandboxed:
        steps.append((4, plain_answer_earns_all_in_the_sandbox))
    steps.append((10, bank_is_small))
    if redraw:
        steps.append((10, mutants_are_recorded))
        steps.append((10, partial(bank_is_fresh, drawing=drawing)))  # last: it has been drawn by then
    try:
        for law, find in steps:
            if find is plain_answer_earns_all_in_the_sandbox and any(fault.law == 4 for fault in found):
                continue  # it would say the same again
            found.extend(_broken(subject, law, find))
            if found and found[-1].is_last:
                break
    finally:
        if drawing is not None:
            drawing.cancel()
    return sorted(found, key=lambda fault: fault.law)


def _broken(subject: Subject, law: int, find: Callable[[Subject], Iterator[str]]) -> Iterator[Fault]:
    """The faults by one law; whatever an author's code does to the check is a fault as well."""
    try:
        for message in find(subject):
            yield Fault(law, message)
    except BankError as error:
        yield Fault(10, str(error), is_last=True)
    except Overrun as stop:
        yield Fault(*describe(subject, stop), is_last=True)
    except MemoryError:
        yield Fault(law, f"its check takes more than {memory_limit()}. Draw smaller input.", is_last=True)
    except Exception as error:
        if os.environ.get("GRADKATA_DEBUG"):
            raise
        yield Fault(
            law,
            f"its check stops with {describe_error(error)}. Correct that line; GRADKATA_DEBUG=1 shows more.",
            is_last=True,
        )


def unfit(subject: Subject) -> list[Fault]:
    """Faults that prevent a check of the other laws: a file that is missing or cannot be read."""
    found = [Fault(1, message) for message in exists_in_all_trees(subject)]
    return found or [Fault(2, message) for message in can_be_read(subject)]


def stray_files(collection: Collection) -> list[str]:
    """Law 1 for a whole collection: every file in it belongs to a kata of the syllabus."""
    root = collection.root
    listed = [slug for _, slugs in collection.chapters() for slug in slugs]
    known, names = set(listed), Counter(map(short_name, listed))
    messages = []
    for folder in FOLDERS:
        for path in collection.kata_files(folder):
            slug = path.relative_to(root / folder).with_suffix("").as_posix()
            if slug not in known:
                messages.append(f"{folder}/{slug}.py is not in the syllabus. Add it there, or delete it.")
    for end in (".bank.json", ".mutants.json"):
        for path in root.glob(f"graders/*/*{end}"):
            slug = f"{path.parent.name}/{path.name.removesuffix(end)}"
            if slug not in known:
                messages.append(f"graders/{slug}{end} belongs to no kata. Delete it.")
    for slug in known:
        if listed.count(slug) > 1:
            messages.append(f"{slug} is in the syllabus {listed.count(slug)} times. Keep one of these lines.")
        elif names[short_name(slug)] > 1:
            messages.append(f"{slug}: another kata has the same short name. Rename one of them.")
    for slug in collection.efforts().keys() - known:
        messages.append(
            f"{slug} has an effort in the syllabus, but is no kata of it. Correct or delete the line."
        )
    return sorted(messages)


def exists_in_all_trees(subject: Subject) -> Iterator[str]:
    """Law 1: the slug exists in all three trees and in the syllabus."""
    collection, slug = subject.catalog.collection_of(subject.slug), subject.slug
    for path in (collection.stub(slug), collection.solution(slug), collection.grader(slug)):
        if not path.is_file():
            yield f"{path.relative_to(collection.root)} is missing. A kata consists of three files of the same name."
    if not any(slug in slugs for _, slugs in collection.chapters()):
        yield f'it is not in katas/syllabus.toml. Add "{slug}" to the katas of its chapter there.'


def can_be_read(subject: Subject) -> Iterator[str]:
    """Part of law 2, before all others: the three files can be read and define what the laws check."""
    files = {"katas": "stub", "graders": "kata", "solutions": "solution"}
    for folder, part in files.items():
        try:
            getattr(subject, part)
        except Exception as error:
            yield f"{folder}/{subject.slug}.py cannot be read ({describe_error(error)}). Fix it."
            return
    for name, what in ((subject.name, "reference"), (subject.name + "_numpy", "plain answer")):
        if name not in subject.right_answers:
            yield f"there is no {what} `{name}`. Write it in solutions/{subject.slug}.py."


def names_and_statement_agree(subject: Subject) -> Iterator[str]:
    """Law 2: name, parameters and signature agree; the statement is complete."""
    asked = subject.kata.signature
    stub = _function(subject.stub, subject.name)
    if stub is None:
        yield f"the stub defines no function `{subject.name}`. Define it there."
        return
    defaults = {p.name: p.default for p in asked.parameters if p.optional}
    head = ", ".join(f"{name}={defaults[name]!r}" if name in defaults else name for name in asked.names)
    if _signature(stub) != (list(asked.names), defaults):
        yield f"the stub's parameters are not those of `{asked}`. Write `def {subject.name}({head}):` there."
    solution = ast.parse(subject.catalog.solution(subject.slug).read_text("utf-8-sig"))
    for name in subject.right_answers:
        found = _function(solution, name)
        if found is None or _signature(found) != (list(asked.names), defaults):
            yield f"the parameters of `{name}` are not those of `{asked}`. Write `def {name}({head}):`."
    yield from blanks_are_filled(subject)
    yield from statement_is_complete(subject)
    yield from prerequisites_come_earlier(subject)


def stub_is_unsolved(subject: Subject) -> Iterator[str]:
    """Law 3: the stub raises NotImplementedError and imports nothing but NumPy."""
    for node in ast.walk(subject.stub):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module]
            if names != ["numpy"]:
                yield f"the stub imports {', '.join(map(str, names))}. A student starts from NumPy alone."
    stub = _function(subject.stub, subject.name)
    if stub is None:
        return  # law 2 says so
    body = stub.body[1:] if ast.get_docstring(stub) else stub.body
    if [ast.unparse(statement) for statement in body] != ["raise NotImplementedError"]:
        yield "the stub does more than `raise NotImplementedError`. Leave the work to the student."


def points_and_hints_are_complete(subject: Subject) -> Iterator[str]:
    """Law 10, without the bank: the points add up to 10, and there is a hint."""
    total = sum(prop.points for prop in subject.kata.properties)
    if total != TOTAL_POINTS:
        core = sum(prop.points for prop in subject.kata.properties if prop.sort == "agreement")
        wanted = core + TOTAL_POINTS - total
        yield f"its points add up to {total}, not to {TOTAL_POINTS}. " + (
            f"Write `kata.agreement(points={wanted})`."
            if wanted > 0
            else "Give fewer to edges and properties."
        )
    sorts = [prop.sort for prop in subject.kata.properties]
    for sort, names in (("contract", "`kata.contract`"), ("agreement", "`kata.agreement` or `kata.accepts`")):
        if sorts.count(sort) != 1:
            yield f"it declares {names} {sorts.count(sort)} times. Declare it once."
    if not subject.kata.hint_lines:
        yield 'it has no hint. Add at least one helpful question: `kata.hints("...?")`.'


def right_answers_earn_all(subject: Subject) -> Iterator[str]:
    """Law 4, on the bank: every right answer earns all points."""
    for name, function in subject.right_answers.items():
        trial = try_out(subject.kata, subject.bank, function)
        if trial.failed:
            failed = ", ".join(f"`{each}`" for each in trial.failed)
            (first, *_) = [each.failure for each in trial.verdicts if each.outcome != "passed"]
            yield (
                f"the right answer `{name}` earns {trial.score} of {TOTAL_POINTS} and fails {failed}"
                f"{failure_shown(subject, first)}. Correct the answer, or the grader."
            )


def wrong_answers_are_named(subject: Subject) -> Iterator[str]:
    """Law 6: misconceptions are distinct, and the mistakes of every subject lose points."""
    yield from misconceptions_are_distinct(subject)
    yield from general_mistakes_lose_points(subject)


LAWS: dict[int, Callable[[Subject], Iterator[str]]] = {
    2: names_and_statement_agree,
    3: stub_is_unsolved,
    4: right_answers_earn_all,
    5: examples_hold,
    6: wrong_answers_are_named,
    7: properties_are_not_vacuous,
    8: right_answers_stay_right,
    9: trivial_answers_earn_nothing,
    10: points_and_hints_are_complete,
    11: mutants_are_killed,
    12: narrow_answers_lose_points,
}


def _function(module: ast.Module, name: str) -> ast.FunctionDef | None:
    found = [node for node in module.body if isinstance(node, ast.FunctionDef) and node.name == name]
    return found[0] if found else None


def _signature(function: ast.FunctionDef) -> tuple[list[str], dict[str, object]]:
    names = [argument.arg for argument in function.args.args]
    values = function.args.defaults
    with_default = names[len(names) - len(values) :]
    return names, {n: ast.literal_eval(v) for n, v in zip(with_default, values, strict=True)}

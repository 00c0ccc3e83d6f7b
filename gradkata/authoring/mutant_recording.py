"""Make the record of mutants that `judging.known_mutants` reads: small changes of right answers, tried on the bank.

All right answers are mutated but the reference, whose loops are compiled kernels.  The operators of law 11 change each
of them, and those of `exchanges` the plain answer and the first of the others.  A change that fits several terms of
the same form is also made in all of them at once.

A mutant is recorded if it ends within its bounds on every call, is wrong on some ordinary input without raising an
exception on all of it, and differs from every known mistake and from every mutant that is recorded before.  Very large
input is not tried.
"""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path

from gradkata.author_code import Overrun
from gradkata.authoring import calls, exchanges, operators
from gradkata.authoring.kinds_of_change import kind_of, rank, several
from gradkata.authoring.mutants import definitions_of
from gradkata.authoring.source import Change, Operator, Source, mutable_nodes
from gradkata.authoring.subject import Subject
from gradkata.authoring.trials import Function
from gradkata.drawing.mutant_record import MutantRecord, StoredMutant, digest_of_text
from gradkata.judging.answers import Answer, alike, observe
from gradkata.judging.bounded import MutantStuck, bounded
from gradkata.judging.known_mutants import is_tried, total_of
from gradkata.judging.likeness import ENOUGH_VALUES, given_text, is_right
from gradkata.loader import package_name

_USUAL = (*operators.OPERATORS, *calls.OPERATORS)
_FIRST_TRIED = 6  # ordinary calls; a mutant that raises an exception on all of them is left out
_KNOWN = -1  # the place of a mistake that has a name
_MOST_CHANGES = 600  # of one right answer in one round
_MUCH_CHANGED = 2  # right answers that all operators change


@dataclass(frozen=True)
class _Made:
    function: str
    kind: str
    text: str


def record_mutants(subject: Subject) -> MutantRecord:
    """The mutants of a kata on its bank as it is stored."""
    collection = subject.catalog.collection_of(subject.slug)
    path = collection.solution(subject.slug)
    package = f"{package_name(collection, 'solutions')}.{subject.slug.partition('/')[0]}"
    text = path.read_text("utf-8-sig")
    trials = _Trials(subject, path, package)
    names = [name for name in subject.right_answers if name != subject.name]
    names.sort(key=lambda name: name != subject.plain.__name__)
    rounds = [(name, _USUAL) for name in names]
    rounds += [(name, exchanges.OPERATORS) for name in names[:_MUCH_CHANGED]]
    found: list[StoredMutant] = []
    for name, used in rounds:  # the usual ones first: a long record is cut at its end
        for made in islice(_changes(text, name, used, subject.kata.signature.names), _MOST_CHANGES):
            wrong, place, total = trials.tried(made, len(found))
            if wrong:
                mutant = StoredMutant(name, made.kind, edits_between(text, made.text), wrong, total)
                if place == len(found):
                    found.append(mutant)
                elif _order(mutant, names) < _order(found[place], names):
                    found[place] = mutant
    return MutantRecord(subject.bank.digest, digest_of_text(text), tuple(found))


def _order(mutant: StoredMutant, names: Sequence[str]) -> tuple[int, bool]:
    """Of mutants that behave alike, the one with the plainest description is recorded, rather of the plain answer."""
    return rank(mutant.kind), mutant.function != names[0]


class _Trials:
    """Tries mutants on the calls of a bank, and remembers the behaviour of those that are new."""

    def __init__(self, subject: Subject, path: Path, package: str) -> None:
        self._kata, self._bank = subject.kata, subject.bank
        self._path, self._package = path, package
        core = {prop.name for prop in subject.kata.properties if prop.sort == "agreement"}
        ordinary = [case.calls[0] for case in subject.bank.cases if case.property in core]
        first = [index for index in dict.fromkeys(ordinary) if is_tried(subject.bank, index)]
        rest = [i for i in range(len(subject.bank.calls)) if is_tried(subject.bank, i) and i not in first]
        self._order, self._first = [*first, *rest], first[:_FIRST_TRIED]
        self._seen: dict[int, list[tuple[int, dict[int, Answer]]]] = {}
        for mistake in (*subject.kata.misconceptions, *subject.general.values()):
            self._tried(mistake.function, _KNOWN)

    def tried(self, made: _Made, place: int) -> tuple[int, int, float | None]:
        """The calls on which a mutant is wrong, as bits; its place, or that of one that behaves alike; and its total.

        No bits are set if it is not worth a record.
        """
        watched = definitions_of(ast.parse(made.text), made.function)
        return self._tried(
            bounded(made.text, self._path, made.function, watched, package=self._package), place
        )

    def _tried(self, function: Function, place: int) -> tuple[int, int, float | None]:
        answers: dict[int, Answer] = {}
        bits = raised = 0
        for index in self._order:
            call = self._bank.calls[index]
            try:
                answer = observe(function, self._kata.signature, call.arguments)
            except Overrun:
                return 0, place, None
            if answer.error == MutantStuck.__name__:
                return 0, place, None
            if not is_right(self._kata, call, answer):
                bits |= 1 << index
                answers[index] = answer
            raised += index in self._first and answer.outcome in ("raised", "wrong-type")
            if raised == len(self._first) > 0:
                return 0, place, None
        if (
            len({given_text(answer) for answer in answers.values() if answer.outcome == "passed"})
            < ENOUGH_VALUES
        ):
            return 0, place, None  # too little to be recognised by
        total = total_of(answers[min(answers)])
        for earlier, other in self._seen.setdefault(bits, []):
            if all(alike(answers[index], other[index], self._kata.tolerance) for index in answers):
                return (0 if earlier == _KNOWN else bits), earlier, total
        self._seen[bits].append((place, answers))
        return bits, place, total


def _changes(
    text: str, function: str, used: Sequence[Operator], parameters: Sequence[str]
) -> Iterator[_Made]:
    """Every change of a right answer and of what it uses, in one place and in all similar places."""
    lines = text.split("\n")
    module = ast.parse(text)
    wanted = definitions_of(module, function)
    imported = {
        alias.asname or alias.name
        for node in module.body
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    }
    for statement in wanted.values():
        assert statement.end_lineno is not None
        decorators = getattr(statement, "decorator_list", [])
        first = min([statement.lineno, *[each.lineno for each in decorators]]) - 1
        last = statement.end_lineno
        source = Source("\n".join(lines[first:last]), frozenset({*imported, *wanted}))
        for kind, changed in _changed(source, used, parameters):
            yield _Made(function, kind, "\n".join([*lines[:first], changed, *lines[last:]]))


def _changed(
    source: Source, used: Sequence[Operator], parameters: Sequence[str]
) -> Iterator[tuple[str, str]]:
    seen = {ast.dump(source.tree)}
    alike: dict[tuple[str, ...], list[tuple[str, Change]]] = {}
    for operator in used:
        for node in mutable_nodes(source.tree):
            for number, change in enumerate(operator(node, source)):
                kind = kind_of(operator, change, parameters)
                for key in _forms(operator, number, change):
                    alike.setdefault(key, []).append((kind, change))
                text = source.applied(change)
                if text is not None and _is_new(text, seen):
                    yield kind, text
    for group in alike.values():
        if 1 < len(group) <= 8:
            text = _all_applied(source, [change for _, change in group])
            if text is not None and _is_new(text, seen):
                kinds = {kind for kind, _ in group}
                yield (
                    several(kinds.pop()) if len(kinds) == 1 else "the same change is made in several places",
                    text,
                )


def _is_new(text: str, seen: set[str]) -> bool:
    try:
        tree = ast.dump(ast.parse(text).body[0])
    except SyntaxError:
        return False
    if tree in seen:
        return False
    seen.add(tree)
    return True


def _forms(operator: Operator, number: int, change: Change) -> Iterator[tuple[str, ...]]:
    """Keys that similar changes share: the same change of the same expression, or of one of the same form."""
    name = operator.__name__
    if name == "exchanged_everywhere":
        return
    yield name, change.note, ast.dump(change.node)
    if name in ("other_functions", "neighbouring_functions"):
        yield name, change.note
    elif name not in ("exchanged_names", "early_results", "additional_factors"):
        yield name, str(number), _form(change.node)


def _form(node: ast.AST) -> str:
    """The form of an expression: its tree without names and numbers."""
    inner = ", ".join(map(_form, ast.iter_child_nodes(node)))
    return f"{type(node).__name__}({inner})"


def _all_applied(source: Source, changes: Sequence[Change]) -> str | None:
    """The text after several changes; None if they overlap."""
    edits = sorted((*source.span(each.node), each.text) for each in changes)
    if any(one[1] > other[0] for one, other in pairwise(edits)):
        return None
    wrapped = [(start, end, f"({text})") for start, end, text in edits]
    return source.rewritten(source.tree, *wrapped)


def edits_between(before: str, after: str) -> tuple[tuple[int, int, str], ...]:
    """The spans of a text that differ from another text, each with its replacement."""
    one, other = before.split("\n"), after.split("\n")
    if len(one) != len(other):
        return (_edit(before, after, 0),)
    found, at = [], 0
    for old, new in zip(one, other, strict=True):
        if old != new:
            found.append(_edit(old, new, at))
        at += len(old) + 1
    return tuple(found)


def _edit(old: str, new: str, at: int) -> tuple[int, int, str]:
    limit = min(len(old), len(new))
    start = next((i for i in range(limit) if old[i] != new[i]), limit)
    stop = next((i for i in range(limit - start) if old[-1 - i] != new[-1 - i]), limit - start)
    return at + start, at + len(old) - stop, new[start : len(new) - stop]

"""Make automatic mutants of a plain answer: the same code with one small mistake each.

The bank of a kata should reveal every small mistake in a right answer.  Law 11 tests this with mutants: each
must lose points on the bank, or be recorded in the grader as equivalent, with a reason.

Mutants are made in three steps:

1. `definitions_of` finds the definitions to change: the function itself and, transitively, the functions and constants
   of its module that it uses.  Imported code stays as it is.
2. Mutation operators propose changes for each node of the syntax tree (`source.mutable_nodes`): `operators`
   for expressions and statements, `calls` for function calls, axes and dtypes.  A change replaces the source
   text of one node, so that layout and comments are kept and the diff shows the mistake alone.
3. Changes that give the same syntax tree become one mutant, and one that gives the original tree is dropped.

A mutant may run forever or fill the memory.  It is stopped by `judging.bounded`, which counts loops and calls and
compares the count with that of the right answer for the same arguments.  A clock would give other results
on another machine.

The name of a mutant is made from the change and the expression around it: ``iou: + -> - in x + 1``.  It
contains no line number, because graders refer to equivalent mutants by name: a name stays valid as long as
the expression does.
"""

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gradkata.authoring import calls, operators
from gradkata.authoring.source import Source, mutable_nodes
from gradkata.judging.bounded import bounded, counted, defined

_OPERATORS = (*operators.OPERATORS, *calls.OPERATORS)


@dataclass(frozen=True)
class Mutant:
    """One mutant.

    ``name`` says what is changed in which expression; ``diff`` is for the author of the kata; ``function``
    runs the mutant within the limits of `judging.bounded.bounded`.
    """

    name: str
    diff: str
    function: Callable[..., Any]


def mutants(path: Path, function: str, package: str = "") -> list[Mutant]:
    """Every mutant of ``function`` and of the definitions that it uses, in the order of the text.

    ``package`` is the package from which relative imports of the module start.

    Raises:
        LookupError: if the module at ``path`` defines no such function.

    """
    text = path.read_text("utf-8-sig")
    lines = text.split("\n")
    module = ast.parse(text)
    used = definitions_of(module, function)
    if not used:
        raise LookupError(f"{path.name} defines no function `{function}`")
    names = frozenset({*_imported(module), *used})
    usual = counted(text, path, function, used, package)
    found: list[Mutant] = []
    for name, statement in used.items():
        first, last = _lines_of(statement)
        source = Source("\n".join(lines[first:last]), names)
        for label, changed in _changed(source):
            whole = "\n".join([*lines[:first], changed, *lines[last:]])
            run = bounded(whole, path, function, used, usual, package)
            found.append(Mutant(f"{name}: {label}", _diff(text, whole, path.name), run))
    return found


def _changed(source: Source) -> Iterator[tuple[str, str]]:
    """The label and the new text of each change; a syntax tree occurs only once."""
    seen = {ast.dump(source.tree)}
    labels: Counter[str] = Counter()
    for node in mutable_nodes(source.tree):
        for operator in _OPERATORS:
            for change in operator(node, source):
                text = source.applied(change)
                tree = "" if text is None else ast.dump(ast.parse(text).body[0])
                if text is None or tree in seen:
                    continue
                seen.add(tree)
                label = f"{change.note} {source.shown(change.node)}"
                labels[label] += 1
                yield label + (f" #{labels[label]}" if labels[label] > 1 else ""), text


def definitions_of(module: ast.Module, function: str) -> dict[str, ast.stmt]:
    """``function`` and, transitively, the functions and constants of its module that it names."""
    here = {name: node for node in module.body for name in defined(node)}
    used: dict[str, ast.stmt] = {}
    waiting = [function] if isinstance(here.get(function), ast.FunctionDef) else []
    while waiting:
        name = waiting.pop()
        used[name] = here[name]
        mentioned = {node.id for node in ast.walk(here[name]) if isinstance(node, ast.Name)}
        waiting += sorted(mentioned & set(here) - set(used) - set(waiting))
    return dict(sorted(used.items(), key=lambda item: item[1].lineno))


def _imported(module: ast.Module) -> Iterator[str]:
    for node in module.body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from (alias.asname or alias.name for alias in node.names)


def _lines_of(statement: ast.stmt) -> tuple[int, int]:
    assert statement.end_lineno is not None
    decorators = getattr(statement, "decorator_list", [])
    return min([statement.lineno, *[each.lineno for each in decorators]]) - 1, statement.end_lineno


def _diff(before: str, after: str, name: str) -> str:
    import difflib

    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), name, name, lineterm="", n=2)
    return "\n".join(lines)

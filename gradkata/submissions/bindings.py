"""The names that a cell of a notebook binds.  The text is parsed and never run."""

import ast
import warnings
from collections.abc import Iterator, Set

from gradkata.isolation.inside.statement_runner import definitions

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def bound(text: str, katas: Set[str]) -> dict[str, int]:
    """The names that a cell defines, assigns or imports at its top level or in a block there.

    For the names of ``katas``, how often they are defined at the top level.

    Raises:
        SyntaxError: if the cell is not valid Python.
        ValueError, RecursionError, MemoryError: if Python's parser gives up on it.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of escapes such as "\d"
        tree = ast.parse(text)
    names = set(_names(tree))
    return {each: sum(1 for _ in definitions(tree.body, each)) if each in katas else 0 for each in names}


def _names(root: ast.AST) -> Iterator[str]:
    pending: list[ast.AST] = [root]
    while pending:
        node = pending.pop()
        if isinstance(node, _DEFINITIONS):
            yield node.name
        elif isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                yield alias.asname or alias.name.partition(".")[0]
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif not isinstance(node, ast.Lambda):
            pending.extend(ast.iter_child_nodes(node))

"""One function out of a file of ours, with what else of that file it needs, as it is written."""

import ast
from collections.abc import Iterator
from typing import NamedTuple


class Parts(NamedTuple):
    """The statements of a file that one of its functions comes to, each list in the order of the file."""

    imports: list[ast.stmt]
    definitions: list[ast.stmt]
    lines: list[str]

    def text(self, node: ast.stmt) -> str:
        """The lines of a statement, with its decorators and the comments right above it."""
        first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))])
        while first > 1 and self.lines[first - 2].startswith("#"):
            first -= 1
        return "\n".join(self.lines[first - 1 : node.end_lineno])


def excerpt(source: str, name: str) -> str:
    """The definition of ``name`` at the top of ``source``, behind the imports and helpers that it uses.

    Source lines stay as they are, with their comments. Imports of our own modules are left out.

    Raises:
        LookupError: where nothing at the top is called so.
    """
    found = parts(source, name)
    blocks = ["\n".join(map(found.text, found.imports)), *map(found.text, found.definitions)]
    return "\n\n\n".join(block for block in blocks if block) + "\n"


def parts(source: str, name: str, *, body_alone: bool = False) -> Parts:
    """What :func:`excerpt` is put together of; with ``body_alone`` without what only the head of it uses.

    Raises:
        LookupError: where nothing at the top is called so.
    """
    module = ast.parse(source)
    places = {bound: node for node in module.body for bound in _bound(node)}
    if name not in places:
        raise LookupError(f"nothing is called {name}")
    wanted = {name}
    while True:
        used = {
            each
            for bound in wanted
            for each in _used(places[bound], body_alone and bound == name)
            if each in places
        }
        if used <= wanted:
            break
        wanted |= used
    nodes = [node for node in module.body if wanted & set(_bound(node))]
    imports: list[ast.stmt] = [node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)]
    return Parts(imports, [node for node in nodes if node not in imports], source.splitlines())


def _bound(node: ast.stmt) -> Iterator[str]:
    """The names that a statement at the top of a file gives a meaning to."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        yield from (each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name))
    elif isinstance(node, ast.Import) or (isinstance(node, ast.ImportFrom) and not _is_ours(node)):
        yield from ((alias.asname or alias.name).partition(".")[0] for alias in node.names)


def _is_ours(node: ast.ImportFrom) -> bool:
    """Whether an import is of a helper beside the file, or of this package."""
    return node.level > 0 or (node.module or "").partition(".")[0] == "gradkata"


def _used(node: ast.stmt, body_alone: bool) -> set[str]:
    nodes = getattr(node, "body", [node]) if body_alone else [node]
    return {each.id for top in nodes for each in ast.walk(top) if isinstance(each, ast.Name)}

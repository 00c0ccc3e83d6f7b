"""Extracts one function from a source file, together with the imports and helpers that it needs."""

import ast
from collections.abc import Iterator
from typing import NamedTuple


class Parts(NamedTuple):
    """The statements of a file that one of its functions needs, each list in the order of the file."""

    imports: list[ast.stmt]
    definitions: list[ast.stmt]
    lines: list[str]

    def text(self, node: ast.stmt) -> str:
        """The lines of a statement, with its decorators and the comments directly above it."""
        first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))])
        while first > 1 and self.lines[first - 2].startswith("#"):
            first -= 1
        return "\n".join(self.lines[first - 1 : node.end_lineno])


def excerpt(source: str, name: str) -> str:
    """The top-level definition of ``name`` in ``source``, after the imports and helpers that it uses.

    Source lines and comments are unchanged. Imports of gradkata's modules and relative imports are left out.

    Raises:
        LookupError: if no top-level statement defines ``name``.
    """
    found = parts(source, name)
    blocks = ["\n".join(map(found.text, found.imports)), *map(found.text, found.definitions)]
    return "\n\n\n".join(block for block in blocks if block) + "\n"


def parts(source: str, name: str, *, body_alone: bool = False) -> Parts:
    """The parts that :func:`excerpt` joins; with ``body_alone``, only what the body of the function uses.

    Raises:
        LookupError: if no top-level statement defines ``name``.
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
    """The names that a top-level statement binds."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        yield from (each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name))
    elif isinstance(node, ast.Import) or (isinstance(node, ast.ImportFrom) and not _is_internal(node)):
        yield from ((alias.asname or alias.name).partition(".")[0] for alias in node.names)


def _is_internal(node: ast.ImportFrom) -> bool:
    """Whether an import is relative or from this package."""
    return node.level > 0 or (node.module or "").partition(".")[0] == "gradkata"


def _used(node: ast.stmt, body_alone: bool) -> set[str]:
    nodes = getattr(node, "body", [node]) if body_alone else [node]
    return {each.id for top in nodes for each in ast.walk(top) if isinstance(each, ast.Name)}

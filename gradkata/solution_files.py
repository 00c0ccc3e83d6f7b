"""Reads the source files of a collection's solutions, without running them: what they bind, and its origin.

A file is identified by its path below ``solutions``, without the ending: ``tables/_rows``.
"""

import ast
import builtins
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeGuard

Import = ast.Import | ast.ImportFrom


class Origin(NamedTuple):
    """A name and the file that binds it; without a name, the file itself."""

    file: str
    name: str


class SolutionFile:
    """One source file.

    Raises:
        OSError, SyntaxError, UnicodeDecodeError: if it cannot be read or parsed.
    """

    def __init__(self, name: str, path: Path) -> None:
        self.name, self.text = name, path.read_text("utf-8-sig")
        self.body = ast.parse(self.text, path.name).body
        self.package = name if path.name == "__init__.py" else name.rpartition("/")[0]

    @cached_property
    def bindings(self) -> dict[str, list[ast.stmt]]:
        """The top-level statements that bind each name."""
        found: dict[str, list[ast.stmt]] = {}
        for node in self.body:
            for name in bound(node):
                found.setdefault(name, []).append(node)
        return found

    @cached_property
    def hidden(self) -> set[str]:
        """The names that relative imports bind inside top-level compound statements (``try``, ``if``)."""
        blocks = [node for node in self.body if not isinstance(node, ast.FunctionDef | ast.ClassDef)]
        return {
            name
            for block in blocks
            for node in ast.walk(block)
            if node is not block and is_relative(node)
            for name in bound(node)
        }


class SolutionFiles:
    """The files of one folder ``solutions``, each read once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._read: dict[str, SolutionFile | None] = {}

    def find(self, name: str) -> SolutionFile | None:
        """A file, or the ``__init__.py`` of a folder; None if there is neither."""
        if name not in self._read:
            paths = [self._root / f"{name}.py", self._root / name / "__init__.py"] if name else []
            path = next((each for each in paths if each.is_file()), None)
            self._read[name] = SolutionFile(name, path) if path else None
        return self._read[name]

    def get(self, name: str) -> SolutionFile:
        """A file.

        Raises:
            LookupError: if there is no such file.
        """
        file = self.find(name)
        if file is None:
            raise LookupError(f"there is no file solutions/{name}.py")
        return file

    def origin(self, file: SolutionFile, name: str) -> Origin | None:
        """The file that defines a name of ``file`` or imports it from elsewhere; None if ``file`` does not bind it.

        Raises:
            LookupError: if it is imported from a file that does not exist or does not define it.
            ValueError: if the relative import that binds it is not a plain one at the top level.
        """
        nodes = file.bindings.get(name, [])
        relative = [node for node in nodes if is_relative(node)]
        if not nodes:
            has_star = "*" in file.bindings and not hasattr(builtins, name)
            if name in file.hidden or has_star:
                raise ValueError(
                    f"{file.name}.py must import {name} by its name and at its top level, outside of any block"
                )
            return None
        if not relative:
            return Origin(file.name, name)
        if len(nodes) > 1:
            raise ValueError(f"{file.name}.py binds {name} more than once")
        node = relative[0]
        alias = next(each for each in node.names if (each.asname or each.name) == name)
        return self.member(_target(file, node), alias.name)

    def member(self, name: str, wanted: str) -> Origin:
        """The origin of a name in a file, or of a file in a folder.

        Raises:
            LookupError: if there is neither.
            ValueError: as for :meth:`origin`.
        """
        file = self.find(name)
        found = self.origin(file, wanted) if file else None
        if found:
            return found
        inner = f"{name}/{wanted}".strip("/")
        if self.find(inner):
            return Origin(inner, "")
        if file:
            raise LookupError(f"solutions/{name}.py does not define {wanted}")
        missing = inner if (self._root / name).is_dir() else name
        raise LookupError(f"there is no file solutions/{missing}.py")


def bound(node: ast.AST) -> Iterator[str]:
    """The names that a statement binds."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        yield from (name for target in targets for name in _assigned(target))
    elif isinstance(node, Import):
        yield from map(name_of, node.names)


def _assigned(target: ast.expr) -> Iterator[str]:
    """The names that an assignment binds or changes."""
    while isinstance(target, ast.Attribute | ast.Subscript | ast.Starred):
        target = target.value
    if isinstance(target, ast.Name):
        yield target.id
    elif isinstance(target, ast.Tuple | ast.List):
        yield from (name for each in target.elts for name in _assigned(each))


def name_of(alias: ast.alias) -> str:
    """The name that a part of an import statement binds."""
    return alias.asname or alias.name.partition(".")[0]


def imported(node: Import, name: str) -> tuple[str, str]:
    """The module that an import statement binds to a name, and the name in the module that it takes, if any."""
    alias = next(each for each in node.names if name_of(each) == name)
    if isinstance(node, ast.ImportFrom):
        return node.module or "", alias.name
    return alias.name if alias.asname else name, ""


def is_relative(node: ast.AST) -> TypeGuard[ast.ImportFrom]:
    """Whether a node is a relative import."""
    return isinstance(node, ast.ImportFrom) and node.level > 0


def _target(file: SolutionFile, node: ast.ImportFrom) -> str:
    """The file or folder that a relative import names.

    Raises:
        LookupError: if it is outside the collection's solutions.
    """
    folders = file.package.split("/") if file.package else []
    if node.level - 1 > len(folders):
        raise LookupError(f"{file.name}.py imports from outside the folder solutions")
    kept = folders[: len(folders) - node.level + 1]
    return "/".join([*kept, *(node.module.split(".") if node.module else [])])

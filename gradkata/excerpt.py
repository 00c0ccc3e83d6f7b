"""Extracts one function from a collection's solutions, together with the imports and helpers that it needs.

Relative imports are followed: definitions of other files of the collection are placed before those of the file
that imports them.
"""

import ast
import copy
from pathlib import Path
from symtable import SymbolTable, symtable
from typing import NamedTuple, TypeGuard

from gradkata.solution_files import (
    Import,
    Origin,
    SolutionFile,
    SolutionFiles,
    bound,
    imported,
    is_relative,
    name_of,
)

_PACKAGE = "gradkata"


class Fragment(NamedTuple):
    """A top-level statement, and the lines of the file that it is in."""

    node: ast.stmt
    lines: list[str]

    @property
    def text(self) -> str:
        """The statement's lines, with its decorators and the comments directly above it."""
        node = self.node
        first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))])
        while first > 1 and self.lines[first - 2].startswith("#"):
            first -= 1
        return "\n".join(self.lines[first - 1 : node.end_lineno])


class Parts(NamedTuple):
    """The statements that a function needs; those of its own file are in the order of the file."""

    imports: list[Fragment]
    definitions: list[Fragment]


class _Use(NamedTuple):
    """A name that a statement uses: as it is written, its origin (None for a built-in one), its name in the excerpt."""

    written: str
    origin: Origin | None
    name: str


def excerpt(path: Path, name: str) -> str:
    """The top-level definition of ``name`` in the solution at ``path``, after the imports and helpers that it uses.

    Source lines and comments are unchanged, except that a name of another file is written without its module.

    Raises:
        LookupError: if no top-level statement defines ``name``, or a helper is missing.
        ValueError: if something that is used cannot be written out, or two names clash.
        OSError, SyntaxError: if a file cannot be read or parsed.
    """
    found = parts(path, name)
    blocks = ["\n".join(each.text for each in found.imports), *(each.text for each in found.definitions)]
    return "\n\n\n".join(block for block in blocks if block) + "\n"


def parts(path: Path, name: str, *, body_alone: bool = False) -> Parts:
    """The parts that :func:`excerpt` joins; with ``body_alone``, only what the body of the function uses.

    Raises:
        LookupError, ValueError, OSError, SyntaxError: as for :func:`excerpt`.
    """
    home = f"{path.parent.name}/{path.stem}"
    return _Excerpt(SolutionFiles(path.parents[1]), Origin(home, name), body_alone).parts()


class _Excerpt:
    """Collects what a function uses, from its own file and from the files of its collection."""

    def __init__(self, files: SolutionFiles, start: Origin, body_alone: bool) -> None:
        self._files, self._start, self._body_alone = files, start, body_alone
        self._home = files.get(start.file)
        if start.name not in self._home.bindings:
            raise LookupError(f"nothing is called {start.name}")
        self._wanted: set[Origin] = set()
        self._needs: dict[str, dict[str, None]] = {}  # the files that each file needs, in order
        self._edits: dict[str, dict[tuple[int, int, int, int], str]] = {}
        self._built_in: dict[str, str] = {}

    def parts(self) -> Parts:
        """The statements of all files, each file after those that it needs."""
        waiting = [self._start]
        while waiting:
            each = waiting.pop()
            if each not in self._wanted:
                self._wanted.add(each)
                file = self._files.get(each.file)
                for node in file.bindings[each.name]:
                    waiting += self._follow(file, node, each)
        self._refuse_clashes()
        found = Parts([], [])
        for file in self._in_order(self._home, set()):
            self._add_definitions(file, found)
        found.imports.extend(self._imports())
        return found

    def _follow(self, file: SolutionFile, node: ast.stmt, item: Origin) -> list[Origin]:
        """The origins of the names that a statement uses; their new spellings are recorded."""
        if isinstance(node, Import):
            return []
        if self._body_alone and item == self._start:
            node = _without_signature(node)
        if any(is_relative(each) for each in ast.walk(node)):
            raise ValueError(f"{item.name} has a relative import inside it")
        found = []
        names, local = _scopes(node)
        for use in [use for name in sorted(names) for use in self._uses(file, node, name, item.name)]:
            if use.origin is None:
                self._built_in.setdefault(use.name, item.name)
                continue
            found.append(use.origin)
            self._refuse_kernel(use.origin, item.name)
            if use.origin.file != file.name:
                self._needs.setdefault(file.name, {})[use.origin.file] = None
            if use.name != use.written:
                self._rename(file, node, use, item.name, local)
        return found

    def _uses(self, file: SolutionFile, node: ast.stmt, name: str, user: str) -> list[_Use]:
        """How a statement uses a name: once, or once for each name in the module that it is."""
        origin = self._files.origin(file, name)
        if origin is None or origin.name:
            return [_Use(name, origin, origin.name if origin else name)]
        attributes = [each for each in ast.walk(node) if _is_attribute(each, name)]
        names = [each for each in ast.walk(node) if isinstance(each, ast.Name) and each.id == name]
        if len(attributes) != len(names):
            raise ValueError(f"{user} uses the module {name} itself; only names in it can be written out")
        found = []
        for attribute in sorted({each.attr for each in attributes if isinstance(each, ast.Attribute)}):
            member = self._files.member(origin.file, attribute)
            if not member.name:
                raise ValueError(f"{user} uses {name}.{attribute}, which is a module; import it by its name")
            found.append(_Use(f"{name}.{attribute}", member, member.name))
        return found

    def _rename(self, file: SolutionFile, node: ast.stmt, use: _Use, user: str, local: set[str]) -> None:
        """Record the edits that write a name of another file without its module or alias."""
        module, _, attribute = use.written.rpartition(".")
        if taken := sorted({use.name, module or attribute} & local):
            helper = use.origin.file if use.origin else ""
            raise ValueError(
                f"{user} uses {use.name} of {helper}.py and has a variable called {taken[0]}; rename one of them"
            )
        in_strings = [
            inner for each in ast.walk(node) if isinstance(each, ast.JoinedStr) for inner in ast.walk(each)
        ]
        for each in ast.walk(node):
            if not isinstance(each, ast.Name | ast.Attribute) or ast.unparse(each) != use.written:
                continue
            if each in in_strings:  # before Python 3.12, its position is not known
                raise ValueError(f"{user} uses {use.written} in an f-string; assign it to a variable first")
            end = each.end_lineno or each.lineno, each.end_col_offset or 0
            self._edits.setdefault(file.name, {})[each.lineno, each.col_offset, *end] = use.name

    def _refuse_kernel(self, origin: Origin, user: str) -> None:
        """Raise ValueError if a name is imported from gradkata."""
        for node in self._files.get(origin.file).bindings[origin.name]:
            if not isinstance(node, Import):
                continue
            module = ".".join(imported(node, origin.name))
            if module.startswith(f"{_PACKAGE}.jit"):
                raise ValueError(f"{user} is a Numba kernel, which cannot be written out")
            if module.partition(".")[0] == _PACKAGE:
                raise ValueError(f"{user} uses {origin.name} of gradkata, which cannot be written out")

    def _refuse_clashes(self) -> None:
        """Raise ValueError if a name of the excerpt has two meanings."""
        homes: dict[str, Origin] = {}
        for each in sorted(self._wanted):
            file = self._files.get(each.file)
            for node in file.bindings[each.name]:
                for name in [each.name] if isinstance(node, Import) else bound(node):
                    this = Origin(each.file, name)
                    first = homes.setdefault(name, this)
                    if self._meanings(first) != self._meanings(this):
                        raise ValueError(
                            f"two things are called {name}, one in {first.file}.py and one in {each.file}.py; "
                            "rename one of them"
                        )
        for name, user in self._built_in.items():
            if name in homes:
                raise ValueError(
                    f"{user} uses Python's own {name}, and {homes[name].file}.py defines another {name}; rename it"
                )

    def _meanings(self, origin: Origin) -> set[object]:
        """What a name is bound to: itself, or what is imported, which is the same in every file."""
        nodes = self._files.get(origin.file).bindings[origin.name]
        return {imported(node, origin.name) if isinstance(node, Import) else origin for node in nodes}

    def _in_order(self, file: SolutionFile, seen: set[str]) -> list[SolutionFile]:
        """A file after the files that it needs."""
        seen.add(file.name)
        found = []
        for name in self._needs.get(file.name, {}):
            if name not in seen:
                found += self._in_order(self._files.get(name), seen)
        return [*found, file]

    def _add_definitions(self, file: SolutionFile, found: Parts) -> None:
        text = _edited(file.text, self._edits.get(file.name, {}))
        lines = text.split("\n")
        for before, node in zip(file.body, ast.parse(text).body, strict=True):
            is_wanted = any(Origin(file.name, name) in self._wanted for name in bound(before))
            if is_wanted and not isinstance(node, Import):
                found.definitions.append(Fragment(node, lines))

    def _imports(self) -> list[Fragment]:
        """The own file's imports as they are, then what the helpers' imports add."""
        found, seen = [], set()
        for file in self._in_order(self._home, set())[::-1]:
            for node in file.body:
                names = {name for name in bound(node) if Origin(file.name, name) in self._wanted}
                if not isinstance(node, Import) or not names:
                    continue
                if file is self._home:
                    found.append(Fragment(node, file.text.split("\n")))
                    seen |= {_import_alone(node, {name}) for name in bound(node)}
                    continue
                missing = {name for name in names if _import_alone(node, {name}) not in seen}
                seen |= {_import_alone(node, {name}) for name in missing}
                if missing:
                    text = _import_alone(node, missing)
                    found.append(Fragment(ast.parse(text).body[0], [text]))
        return found


def _scopes(node: ast.stmt) -> tuple[set[str], set[str]]:
    """The global names that a statement uses, and the names that are local to a scope inside it."""
    names: set[str] = set()
    local: set[str] = set()
    top = symtable(ast.unparse(node), "", "exec")
    waiting: list[SymbolTable] = [top]
    while waiting:
        table = waiting.pop()
        waiting += table.get_children()
        for symbol in table.get_symbols():
            if table is top:
                names |= {symbol.get_name()} if symbol.is_referenced() else set()
            elif symbol.is_global():
                names.add(symbol.get_name())
            else:
                local.add(symbol.get_name())
    return names, local


def _without_signature(node: ast.stmt) -> ast.stmt:
    """A function without decorators, annotations and defaults."""
    if not isinstance(node, ast.FunctionDef):
        return node
    bare = copy.deepcopy(node)
    bare.decorator_list, bare.returns = [], None
    bare.args.defaults, bare.args.kw_defaults = [], [None for _ in bare.args.kwonlyargs]
    for each in ast.walk(bare.args):
        if isinstance(each, ast.arg):
            each.annotation = None
    return bare


def _is_attribute(node: ast.AST, module: str) -> TypeGuard[ast.Attribute]:
    """Whether a node reads an attribute of the name ``module``."""
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Load)
        and isinstance(node.value, ast.Name)
        and node.value.id == module
    )


def _import_alone(node: Import, names: set[str]) -> str:
    """An import statement with some of its names only."""
    alone = copy.deepcopy(node)
    alone.names = [each for each in node.names if name_of(each) in names]
    return ast.unparse(alone)


def _edited(text: str, edits: dict[tuple[int, int, int, int], str]) -> str:
    """A source text with some spans replaced; columns count bytes, as in `ast`."""
    lines = [line.encode() for line in text.split("\n")]
    for (first, start, last, end), new in sorted(edits.items(), reverse=True):
        lines[first - 1 : last] = [lines[first - 1][:start] + new.encode() + lines[last - 1][end:]]
    return b"\n".join(lines).decode()

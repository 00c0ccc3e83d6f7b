"""Converts a function of one of gradkata's modules to a file that works alone, with everything that it uses."""

import ast
import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from gradkata import loader

ROOT = Path(__file__).resolve().parents[3]
OURS = ("graders", "solutions")


class NotAloneError(Exception):
    """A function does not work alone, because it uses something that a student does not have."""


@dataclass(frozen=True)
class Module:
    """The text of a module; ``name`` is dotted."""

    name: str
    text: str

    @cached_property
    def tree(self):
        return ast.parse(self.text)

    @cached_property
    def definitions(self):
        """The top-level functions, classes and constants, by name."""
        found = {}
        for node in self.tree.body:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                found[node.name] = node
            elif isinstance(node, ast.Assign):
                found |= {n.id: node for target in node.targets for n in ast.walk(target) if _is_name(n)}
        return found

    @cached_property
    def imports(self):
        """By name: the module and the name in it, None for the module itself."""
        found = {}
        for node in self.tree.body:
            if isinstance(node, ast.Import):
                found |= {a.asname or a.name: (a.name, None) for a in node.names}
            elif isinstance(node, ast.ImportFrom):
                package = self.name.split(".")[: -node.level] if node.level else []
                origin = ".".join([*package, *filter(None, [node.module])])
                found |= {a.asname or a.name: (origin, a.name) for a in node.names}
        return found

    def of(self, node):
        """The source text of a definition, without its decorators."""
        return ast.get_source_segment(self.text, node)


@cache
def module(name):
    """One of gradkata's modules, read but not run; None if there is no such file."""
    name = name.removeprefix(f"{loader.PREFIX}.")
    path = ROOT / (name.replace(".", "/") + ".py")
    return Module(name, path.read_text("utf-8")) if path.is_file() else None


def standalone(home, function, name):
    """The source of ``function`` of a module, called ``name``, with imports of NumPy and the standard library only.

    Raises:
        NotAloneError: if it needs more than that.
    """
    imports, pieces, aliases = {}, {}, set()
    waiting = [(home, function)]
    while waiting:
        where, wanted = _origin(*waiting.pop())
        node = where.definitions[wanted]
        if (where.name, wanted) in pieces:
            continue
        if wanted in {known for _, known in pieces}:
            raise NotAloneError(f"two things are called {wanted}")
        if getattr(node, "decorator_list", []) and wanted != function:
            raise NotAloneError(f"{wanted} is decorated")
        pieces[where.name, wanted] = (where.name == home.name, where.name, node.lineno, where.of(node))
        for used in _free_names(node):
            if used in where.definitions:
                waiting.append((where, used))
            elif used in where.imports:
                _follow(where, node, used, imports, pieces, aliases, waiting)
    body = "\n\n\n".join(dict.fromkeys(text for *_, text in sorted(pieces.values())))
    for alias in aliases:
        body = re.sub(rf"(?<![\w.]){alias}\.", "", body)
    if name != function:
        body = _renamed(_renamed(body, name, f"plain_{name}"), function, name)
    return "\n".join(sorted(imports.values())) + ("\n\n\n" if imports else "") + body + "\n"


def _renamed(text, old, new):
    return re.sub(rf"(?<![\w.]){old}\b", new, text)


def _free_names(node):
    """The names that a definition uses and does not bind itself; decorators are ignored."""
    parts = [part for field, part in ast.iter_fields(node) if field != "decorator_list"]
    nodes = [n for part in parts for each in _listed(part) for n in ast.walk(each)]
    bound = {n.arg for n in nodes if isinstance(n, ast.arg)}
    bound |= {n.id for n in nodes if _is_name(n) and not isinstance(n.ctx, ast.Load)}
    return {n.id for n in nodes if _is_name(n)} - (bound if isinstance(node, ast.FunctionDef) else set())


def _listed(part):
    return [each for each in (part if isinstance(part, list) else [part]) if isinstance(each, ast.AST)]


def _origin(where, wanted):
    """The module that defines a name, which other modules may only import."""
    while wanted not in where.definitions:
        origin, taken = where.imports.get(wanted, ("", None))
        part = module(origin) if origin.split(".")[0] in OURS else None
        if part is None or taken != wanted:
            raise NotAloneError(f"{where.name} takes {wanted} from {origin or 'nowhere'}")
        where = part
    return where, wanted


def _follow(where, node, alias, imports, pieces, aliases, waiting):
    """Resolve an imported name: as an import if everybody has the module, else as its definition."""
    origin, taken = where.imports[alias]
    if origin.split(".")[0] not in OURS:
        as_alias = f" as {alias}" if alias != (taken or origin) else ""
        imports[alias] = f"from {origin} import {taken}{as_alias}" if taken else f"import {origin}{as_alias}"
        return
    part = module(f"{origin}.{taken}")
    if part is None and taken != alias:
        pieces[where.name, alias] = (True, where.name, 0, f"{alias} = {taken}")
    if part is None:
        waiting.append((module(origin) or where, taken))
        return
    aliases.add(alias)
    attributes = [n for n in ast.walk(node) if isinstance(n, ast.Attribute) and _is_name(n.value)]
    waiting += [(part, n.attr) for n in attributes if n.value.id == alias]


def _is_name(node):
    return isinstance(node, ast.Name)

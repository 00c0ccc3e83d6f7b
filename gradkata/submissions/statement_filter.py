"""Keep the statements of a notebook's cell that belong to an answer: imports, definitions and constants.

Everything else (calls, printing, plots, loops) is blanked out in place, so that every line keeps its number
and its comment.  The text is parsed and never run.
"""

import ast
import warnings
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field

_IMPORTS = (ast.Import, ast.ImportFrom)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_DEFINITIONS = (*_FUNCTIONS, ast.ClassDef)
_BLOCKS = (ast.If, ast.Try, ast.With, ast.TryStar)
_ASSIGNMENTS = (ast.Assign, ast.AnnAssign, ast.AugAssign)
_NEVER_CONSTANT = (ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr)
_PLAIN_CALLS = frozenset((
    "abs", "bool", "bytes", "callable", "complex", "dict", "enumerate", "float", "frozenset", "getattr",
    "hasattr", "int", "isinstance", "len", "list", "map", "max", "min", "range", "reversed", "round", "set",
    "sorted", "str", "sum", "tuple", "zip",
))  # fmt: skip


@dataclass
class KnownNames:
    """The names that the cells so far bind by imports and by constants, and the names that their functions use."""

    imported: set[str] = field(default_factory=set)
    constants: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)


@dataclass
class FilteredCell:
    """A cell with other statements blanked out; the names that it binds, once per binding, and those of the blanks."""

    text: bytes = b""
    bound: list[str] = field(default_factory=list)
    unbound: list[str] = field(default_factory=list)
    dropped: list[ast.stmt] = field(default_factory=list)


def filter_statements(text: str, katas: Set[str], known: KnownNames) -> FilteredCell:
    """Filter the statements of a cell; an assignment to a name of ``katas`` is always kept.

    Raises:
        SyntaxError: if the cell is not valid Python.
        ValueError, RecursionError, MemoryError: if Python's parser gives up on it.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of escapes such as "\d"
        statements = ast.parse(text).body
    found = FilteredCell()
    _filter(statements, katas, known, found)
    lines = text.encode().split(b"\n")
    for statement in reversed(found.dropped):
        _blank(lines, statement)
    found.text = b"\n".join(lines)
    return found


def _filter(statements: list[ast.stmt], katas: Set[str], known: KnownNames, found: FilteredCell) -> bool:
    """Whether any statement is kept; the others are recorded as dropped, in the order of the text."""
    any_kept = False
    for statement in statements:
        before = len(found.dropped)
        if isinstance(statement, ast.Pass):
            continue
        if isinstance(statement, _BLOCKS):
            kept = False
            if all(_is_constant(each, known) for each in _conditions(statement)):
                for block in _blocks(statement):
                    kept = _filter(block, katas, known, found) or kept
        else:
            kept = _is_kept(statement, katas, known, found)
        if not kept:
            del found.dropped[before:]
            found.dropped.append(statement)
        any_kept = any_kept or kept
    return any_kept


def _is_kept(statement: ast.stmt, katas: Set[str], known: KnownNames, found: FilteredCell) -> bool:
    if isinstance(statement, _IMPORTS):
        if _imports_gradkata(statement):
            return False
        names = [(alias.asname or alias.name).split(".")[0] for alias in statement.names]
        known.imported.update(names)
    elif isinstance(statement, _DEFINITIONS):
        names = [statement.name]
        known.used |= set(_free_names(statement))
    elif isinstance(statement, _ASSIGNMENTS):
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        names = [name for target in targets for name in _stored_names(ast.walk(target))]
        own = all(_is_own(each, known) for each in targets)
        if not (
            own and (statement.value is None or _is_constant(statement.value, known))
        ) and katas.isdisjoint(names):
            found.unbound += names
            return False
        known.constants.update(names)
    else:
        return type(statement).__name__ == "TypeAlias"  # from Python 3.12
    found.bound += names
    return True


def _imports_gradkata(statement: ast.Import | ast.ImportFrom) -> bool:
    """Whether an import is only of `gradkata`, with which notebooks check themselves; no answer needs it."""
    modules = (
        [statement.module or ""]
        if isinstance(statement, ast.ImportFrom)
        else [alias.name for alias in statement.names]
    )
    return all(module.partition(".")[0] == "gradkata" for module in modules)


def _is_own(target: ast.expr, known: KnownNames) -> bool:
    """Whether the target of an assignment is a name, or part of something other than an imported module."""
    return isinstance(target, ast.Name) or (
        _is_constant(target, known) and _root(target) not in known.imported
    )


def _is_constant(expression: ast.expr, known: KnownNames) -> bool:
    """Whether a value needs none of the notebook's own code: only imported modules and plain built-ins are called."""
    pending: list[ast.AST] = [expression]
    while pending:
        node = pending.pop()
        if isinstance(node, _NEVER_CONSTANT) or (
            isinstance(node, ast.Call) and not _may_be_called(node.func, known)
        ):
            return False
        if not isinstance(node, ast.Lambda):  # it runs later, if ever
            pending.extend(ast.iter_child_nodes(node))
    return True


def _may_be_called(function: ast.expr, known: KnownNames) -> bool:
    root = _root(function)
    if isinstance(function, ast.Name):
        return root in known.imported or root in _PLAIN_CALLS
    return isinstance(function, ast.Attribute) and (root is None or root in known.imported | known.constants)


def _root(expression: ast.AST) -> str | None:
    """The name that ``name.attribute[index](...)`` begins with."""
    while isinstance(expression, (ast.Attribute, ast.Subscript, ast.Call)):
        expression = expression.func if isinstance(expression, ast.Call) else expression.value
    return expression.id if isinstance(expression, ast.Name) else None


def _conditions(block: ast.stmt) -> Iterator[ast.expr]:
    if isinstance(block, ast.If):
        yield block.test
    elif isinstance(block, ast.With):
        yield from (item.context_expr for item in block.items)


def _blocks(block: ast.stmt) -> Iterator[list[ast.stmt]]:
    """The bodies of a compound statement, in the order of the text."""
    yield getattr(block, "body", [])
    yield from (handler.body for handler in getattr(block, "handlers", []))
    yield getattr(block, "orelse", [])
    yield getattr(block, "finalbody", [])


def _free_names(definition: ast.AST) -> Iterator[str]:
    """The names that a definition reads and does not bind."""
    nodes = list(ast.walk(definition))
    bound = {*_stored_names(nodes), *(node.arg for node in nodes if isinstance(node, ast.arg))}
    for node in nodes:
        if isinstance(node, ast.Name) and node.id not in bound:
            yield node.id


def _stored_names(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def _blank(lines: list[bytes], statement: ast.stmt) -> None:
    """Put `()` in place of a statement; other text on its lines and the number of lines stay the same."""
    first, last = statement.lineno - 1, (statement.end_lineno or statement.lineno) - 1
    head, tail = lines[first][: statement.col_offset], lines[last][statement.end_col_offset :]
    if first == last:
        lines[first] = head + b"()" + tail
        return
    lines[first : last + 1] = [head + b"(", *[b""] * (last - first - 1), b")" + tail]

"""Which statements of a notebook's cell an answer is made of: imports, definitions and constants.

Everything else (calls, printing, plots, loops) is blanked out where it stands, so that every line keeps
its number and its comment.  The text is parsed and never run.
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
_NO_CONSTANT = (ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr)
_PLAIN_CALLS = frozenset((
    "abs", "bool", "bytes", "callable", "complex", "dict", "enumerate", "float", "frozenset", "getattr",
    "hasattr", "int", "isinstance", "len", "list", "map", "max", "min", "range", "reversed", "round", "set",
    "sorted", "str", "sum", "tuple", "zip",
))  # fmt: skip


@dataclass
class Seen:
    """What the cells so far have bound: by imports, by constants; what their functions use."""

    imported: set[str] = field(default_factory=set)
    constants: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)


@dataclass
class Sifted:
    """A cell with its other statements blanked out; the names it binds, one for each time; those it would have."""

    text: bytes = b""
    bound: list[str] = field(default_factory=list)
    unbound: list[str] = field(default_factory=list)
    dropped: list[ast.stmt] = field(default_factory=list)


def sifted(text: str, katas: Set[str], seen: Seen) -> Sifted:
    """The statements of a cell that are kept; one that assigns to a name of ``katas`` always is.

    Raises:
        SyntaxError: where the cell is no Python.
        ValueError, RecursionError, MemoryError: where Python's parser gives up on it.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of escapes such as "\d"
        statements = ast.parse(text).body
    found = Sifted()
    _sift(statements, katas, seen, found)
    lines = text.encode().split(b"\n")
    for statement in reversed(found.dropped):
        _blank(lines, statement)
    found.text = b"\n".join(lines)
    return found


def _sift(statements: list[ast.stmt], katas: Set[str], seen: Seen, found: Sifted) -> bool:
    """Whether any statement is kept; the others are noted as dropped, in the order of the text."""
    any_kept = False
    for statement in statements:
        before = len(found.dropped)
        if isinstance(statement, ast.Pass):
            continue
        if isinstance(statement, _BLOCKS):
            kept = False
            if all(_is_constant(each, seen) for each in _conditions(statement)):
                for block in _blocks(statement):
                    kept = _sift(block, katas, seen, found) or kept
        else:
            kept = _is_kept(statement, katas, seen, found)
        if not kept:
            del found.dropped[before:]
            found.dropped.append(statement)
        any_kept = any_kept or kept
    return any_kept


def _is_kept(statement: ast.stmt, katas: Set[str], seen: Seen, found: Sifted) -> bool:
    if isinstance(statement, _IMPORTS):
        if _is_of_ours(statement):
            return False
        names = [(alias.asname or alias.name).split(".")[0] for alias in statement.names]
        seen.imported.update(names)
    elif isinstance(statement, _DEFINITIONS):
        names = [statement.name]
        seen.used |= set(_free_names(statement))
    elif isinstance(statement, _ASSIGNMENTS):
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        names = [name for target in targets for name in _stored_names(ast.walk(target))]
        ours = all(_is_ours(each, seen) for each in targets)
        if not (
            ours and (statement.value is None or _is_constant(statement.value, seen))
        ) and katas.isdisjoint(names):
            found.unbound += names
            return False
        seen.constants.update(names)
    else:
        return type(statement).__name__ == "TypeAlias"  # from Python 3.12
    found.bound += names
    return True


def _is_of_ours(statement: ast.Import | ast.ImportFrom) -> bool:
    """Whether an import is of `gradkata`, which notebooks check themselves with and no answer is made of."""
    modules = (
        [statement.module or ""]
        if isinstance(statement, ast.ImportFrom)
        else [alias.name for alias in statement.names]
    )
    return all(module.partition(".")[0] == "gradkata" for module in modules)


def _is_ours(target: ast.expr, seen: Seen) -> bool:
    """Whether what is assigned to is a name, or an entry of something that is no imported module's."""
    return isinstance(target, ast.Name) or (_is_constant(target, seen) and _root(target) not in seen.imported)


def _is_constant(expression: ast.expr, seen: Seen) -> bool:
    """Whether a value is made without running the notebook's own code: only imported modules are called."""
    pending: list[ast.AST] = [expression]
    while pending:
        node = pending.pop()
        if isinstance(node, _NO_CONSTANT) or (
            isinstance(node, ast.Call) and not _may_be_called(node.func, seen)
        ):
            return False
        if not isinstance(node, ast.Lambda):  # it runs later, if ever
            pending.extend(ast.iter_child_nodes(node))
    return True


def _may_be_called(function: ast.expr, seen: Seen) -> bool:
    root = _root(function)
    if isinstance(function, ast.Name):
        return root in seen.imported or root in _PLAIN_CALLS
    return isinstance(function, ast.Attribute) and (root is None or root in seen.imported | seen.constants)


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
    """Put `()` in place of a statement; what shares its lines stays, and so does the number of lines."""
    first, last = statement.lineno - 1, (statement.end_lineno or statement.lineno) - 1
    head, tail = lines[first][: statement.col_offset], lines[last][statement.end_col_offset :]
    if first == last:
        lines[first] = head + b"()" + tail
        return
    lines[first : last + 1] = [head + b"(", *[b""] * (last - first - 1), b")" + tail]

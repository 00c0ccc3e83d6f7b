"""Mutation operators on expressions and statements: each yields its changes for one node."""

import ast
import re
from collections.abc import Iterator

from gradkata.authoring.source import Change, Operator, Source, is_reversal

_ARITHMETIC: dict[type[ast.operator], tuple[str, tuple[str, ...]]] = {
    ast.Add: ("+", ("-", "*")),
    ast.Sub: ("-", ("+",)),
    ast.Mult: ("*", ("/", "+")),
    ast.Div: ("/", ("*", "//")),
    ast.FloorDiv: ("//", ("/",)),
    ast.Mod: ("%", ("//",)),
    ast.Pow: ("**", ("*",)),  # never to **: integers would grow without bound
    ast.MatMult: ("@", ("*",)),
    ast.BitAnd: ("&", ("|",)),
    ast.BitOr: ("|", ("&",)),
}
_COMPARISONS: dict[type[ast.cmpop], tuple[str, tuple[str, ...]]] = {
    ast.Lt: (r"<", ("<=", ">=")),
    ast.LtE: (r"<=", ("<", ">")),
    ast.Gt: (r">", (">=", "<=")),
    ast.GtE: (r">=", (">", "<")),
    ast.Eq: (r"==", ("!=",)),
    ast.NotEq: (r"!=", ("==",)),
    ast.In: (r"\bin\b", ("not in",)),
    ast.NotIn: (r"not\s+in", ("in",)),
    ast.Is: (r"\bis\b", ("is not",)),
    ast.IsNot: (r"is\s+not", ("is",)),
}
_BOTH_TERMS = (ast.Add, ast.Mult, ast.BitAnd, ast.BitOr)


def arithmetic(node: ast.AST, source: Source) -> Iterator[Change]:
    """``a + b`` becomes ``a - b``, ``total += x`` becomes ``total -= x``.

    The text is changed, not the tree: ``a - b + c`` becomes ``a - b * c``, as it would by a typing error.
    """
    if isinstance(node, ast.BinOp):
        left, right, assigns = node.left, node.right, ""
    elif isinstance(node, ast.AugAssign):
        left, right, assigns = node.target, node.value, "="
    else:
        return
    symbol, others = _ARITHMETIC.get(type(node.op), ("", ()))
    start, end, gap = source.gap(left, right)
    for other in others:
        text = source.rewritten(node, (start, end, gap.replace(symbol, other, 1)))
        yield Change(f"{symbol}{assigns} -> {other}{assigns} in", node, text)


def dropped_terms(node: ast.AST, source: Source) -> Iterator[Change]:
    """``a + b`` becomes ``a`` or ``b``; ``a - b`` becomes ``a``; ``A @ x`` also ``x @ A``."""
    if not isinstance(node, ast.BinOp) or type(node.op) not in _ARITHMETIC:
        return
    symbol = _ARITHMETIC[type(node.op)][0]
    yield Change(f"drop {symbol} {_short(node.right)} in", node, source.of(node.left))
    if isinstance(node.op, _BOTH_TERMS):
        yield Change(f"drop {_short(node.left)} {symbol} in", node, source.of(node.right))
    if isinstance(node.op, ast.MatMult):
        yield Change("swap factors in", node, f"{source.atom(node.right)} @ {source.atom(node.left)}")


def comparisons(node: ast.AST, source: Source) -> Iterator[Change]:
    """``a < b`` becomes ``a <= b`` or ``a >= b``."""
    if not isinstance(node, ast.Compare):
        return
    terms = [node.left, *node.comparators]
    for left, op, right in zip(terms, node.ops, terms[1:], strict=False):
        pattern, others = _COMPARISONS[type(op)]
        start, end, gap = source.gap(left, right)
        for other in others:
            written = re.sub(pattern, other, gap, count=1)
            found = re.search(pattern, gap)
            symbol = " ".join(found[0].split()) if found else ""
            yield Change(f"{symbol} -> {other} in", node, source.rewritten(node, (start, end, written)))


def booleans(node: ast.AST, source: Source) -> Iterator[Change]:
    """``a and b`` becomes ``a or b``, ``a`` or ``b``; a ``not``, a minus or a ``~`` is dropped."""
    if isinstance(node, ast.UnaryOp) and not _is_fixed(node, source):
        sign = {ast.Not: "not", ast.USub: "minus", ast.Invert: "~"}.get(type(node.op))
        if sign:
            yield Change(f"drop {sign} in", node, source.of(node.operand))
    if isinstance(node, ast.BoolOp):
        symbol, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        gaps = [source.gap(a, b) for a, b in zip(node.values, node.values[1:], strict=False)]
        edits = [(start, end, gap.replace(symbol, other, 1)) for start, end, gap in gaps]
        yield Change(f"{symbol} -> {other} in", node, source.rewritten(node, *edits))
        for dropped in node.values:
            left = [source.atom(value) for value in node.values if value is not dropped]
            yield Change(f"drop {_short(dropped)} in", node, f" {symbol} ".join(left))


def constants(node: ast.AST, source: Source) -> Iterator[Change]:
    """A number is increased and decreased by one, a float is also doubled; True becomes False. Strings stay."""
    value = _number(node)
    if value is None or _is_fixed(node, source) or isinstance(source.parents[node], ast.UnaryOp):
        return
    others: tuple[float, ...] = (value + 1, value - 1)
    if isinstance(value, bool):
        others = (not value,)
    elif isinstance(value, float):
        others = (*others, 2 * value)
    for other in others:
        yield Change(f"{value!r} -> {other!r} in", node, repr(other))


def conditions(node: ast.AST, source: Source) -> Iterator[Change]:
    """A condition always holds, or never does."""
    if isinstance(node, (ast.If, ast.IfExp)):
        yield Change("always", node.test, "True")
    if isinstance(node, (ast.If, ast.IfExp, ast.While)):
        yield Change("never", node.test, "False")
    if isinstance(node, ast.comprehension):
        for test in node.ifs:
            yield Change("always", test, "True")


def statements(node: ast.AST, source: Source) -> Iterator[Change]:
    """A statement is dropped if the rest still runs without it."""
    drops = isinstance(node, (ast.AugAssign, ast.Continue, ast.Break))
    drops |= isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        target = node.targets[0]
        drops |= isinstance(target, ast.Subscript)
        drops |= isinstance(target, ast.Name) and _is_bound_before(target, source)
    if drops:
        yield Change("drop", node, "pass")


def subscripts(node: ast.AST, source: Source) -> Iterator[Change]:
    """Indices and the ends of slices move by one; ``[::-1]`` is dropped or added."""
    if not isinstance(node, ast.Subscript):
        return
    if is_reversal(node.slice):
        yield Change("drop [::-1] in", node, source.of(node.value))
    elif isinstance(node.slice, ast.Slice) and isinstance(node.ctx, ast.Load):
        yield Change("add [::-1] in", node, source.of(node) + "[::-1]")
    inside = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    for index in inside:
        if is_reversal(index):
            if index is not node.slice:
                yield Change("drop ::-1 in", index, ":")
        elif isinstance(index, ast.Slice):
            yield from _moved_ends(index, source)
        else:
            yield from _moved(index, source)


def _moved_ends(index: ast.Slice, source: Source) -> Iterator[Change]:
    if index.lower is not None:
        yield from _moved(index.lower, source)
    elif index.step is None:
        yield Change("start at 1 in", index, "1" + source.of(index))
    if index.upper is not None:
        yield from _moved(index.upper, source)
    elif index.step is None and index.lower is not None:
        yield Change("stop at -1 in", index, source.of(index).rstrip(": ") + ":-1")


def _moved(index: ast.expr, source: Source) -> Iterator[Change]:
    """An index plus and minus 1; the operator `constants` changes numbers, alone or in a sum."""
    is_sum = isinstance(index, ast.BinOp) and _number(index.right) is None and _number(index.left) is None
    if is_sum or isinstance(index, (ast.Name, ast.Call, ast.Attribute, ast.Subscript)):
        for step in ("+ 1", "- 1"):
            yield Change(f"{ast.unparse(index)[:24]} {step} in", index, f"{source.of(index)} {step}")


def tuples(node: ast.AST, source: Source) -> Iterator[Change]:
    """Neighbours in a returned or unpacked tuple are swapped; a sort key loses one of its parts."""
    parent = source.parents.get(node)
    if not isinstance(node, ast.Tuple) or not isinstance(parent, (ast.Return, ast.Assign, ast.Lambda)):
        return
    if isinstance(parent, ast.Assign) and (node is parent.value or isinstance(parent.value, ast.Tuple)):
        return
    for one, other in zip(node.elts, node.elts[1:], strict=False):
        if ast.dump(one) != ast.dump(other):
            text = source.swapped(node, one, other)
            yield Change(f"swap {_short(one)} and {_short(other)} in", node, text)
    if isinstance(parent, ast.Lambda):
        for dropped in node.elts:
            left = [source.of(each) for each in node.elts if each is not dropped]
            yield Change(f"drop {_short(dropped)} in", node, f"({', '.join(left)},)" if left else "()")


def transposes(node: ast.AST, source: Source) -> Iterator[Change]:
    """``A.T`` becomes ``A``."""
    if isinstance(node, ast.Attribute) and node.attr in ("T", "mT"):
        yield Change(f"drop .{node.attr} in", node, source.of(node.value))


def _number(node: ast.AST) -> int | float | bool | None:
    """The value of a number in the source, including a minus sign."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        value = _number(node.operand)
        return None if value is None or isinstance(value, bool) else -value
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return node.value
    return None


def _is_fixed(node: ast.AST, source: Source) -> bool:
    """Whether another operator changes this value because of its meaning."""
    parent = source.parents[node]
    return is_reversal(parent) or (isinstance(parent, ast.keyword) and parent.arg in ("axis", "keepdims"))


def _is_bound_before(target: ast.Name, source: Source) -> bool:
    function: ast.AST = target
    while function in source.parents and not isinstance(function, ast.FunctionDef):
        function = source.parents[function]
    nodes = list(ast.walk(function))
    stored = [node for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    return any(isinstance(node, ast.arg) and node.arg == target.id for node in nodes) or any(
        node.id == target.id and node.lineno < target.lineno for node in stored
    )


def _short(node: ast.AST) -> str:
    text = ast.unparse(node)
    if isinstance(node, (ast.BinOp, ast.BoolOp, ast.Compare)):
        text = f"({text})"
    return text if len(text) <= 24 else text[:21].rstrip() + "..."


OPERATORS: tuple[Operator, ...] = (
    arithmetic, dropped_terms, comparisons, booleans, constants, conditions, statements, subscripts, tuples,
    transposes,
)  # fmt: skip

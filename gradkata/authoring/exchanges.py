"""Further mutation operators, which only name mistakes: variables exchanged, terms repeated, a result too early.

They make many mutants, some of them equivalent to the right answer or far from what anybody writes.  That is harmless
here: a mutant gives a wrong answer its name only if both are alike in every call.  Law 11 does not use them.
"""

import ast
from collections.abc import Iterator

from gradkata.authoring.source import Change, Operator, Source

_NEIGHBOURS = {
    "tanh": ("tan", "sinh", "arctan"), "sin": ("tan", "sinh"), "cos": ("cosh",), "cosh": ("cos", "sinh"),
    "log": ("log2", "log10", "log1p"), "exp": ("exp2", "expm1"), "expm1": ("exp",), "log1p": ("log",),
    "sqrt": ("square", "cbrt"), "square": ("abs", "sqrt"), "floor": ("round",), "ceil": ("round",),
    "prod": ("sum",), "fsum": ("prod",), "maximum": ("add",), "outer": ("multiply", "dot"), "dot": ("multiply",),
    "sum": ("max", "prod"), "mean": ("sum",), "median": ("mean",), "argsort": ("sort",),
}  # fmt: skip
_OPPOSITE = {
    "min": "max", "minimum": "maximum", "amin": "amax", "fmin": "fmax", "argmin": "argmax", "nanmin": "nanmax",
}  # fmt: skip
_OPPOSITE |= {other: one for one, other in _OPPOSITE.items()}
_SIGNS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//"}


def exchanged_names(node: ast.AST, source: Source) -> Iterator[Change]:
    """A variable or a number is replaced by another variable that is bound before."""
    is_number = isinstance(node, ast.Constant) and type(node.value) in (float, int)
    if not is_number and not (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)):
        return
    parent = source.parents.get(node)
    if (isinstance(parent, ast.Call) and parent.func is node) or isinstance(
        parent, (ast.Attribute, ast.keyword)
    ):
        return
    bound = _bound_before(node, source)
    own = node.id if isinstance(node, ast.Name) else ""
    if (own and own not in bound) or _is_in_power(node, source):
        return
    for other in bound:
        if other != own:
            yield Change(f"{source.of(node)} -> {other} in", node, other)


def exchanged_everywhere(node: ast.AST, source: Source) -> Iterator[Change]:
    """Every use of a parameter is replaced by another one; every `min` becomes `max`, and the other way round."""
    if node is not source.tree or not isinstance(node, ast.FunctionDef):
        return
    names = [each.arg for each in node.args.args]
    for one in names:
        uses = [
            each
            for each in _in_order(node)
            if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load) and each.id == one
        ]
        if any(_is_in_power(each, source) for each in uses):
            continue
        for other in names if len(uses) > 1 else ():
            if other != one:
                edits = [(*source.span(each), other) for each in uses]
                yield Change(f"every {one} -> {other} in", node, source.rewritten(node, *edits))
    edits = []
    for each in _in_order(node):
        name = each.attr if isinstance(each, ast.Attribute) else each.id if isinstance(each, ast.Name) else ""
        if name in _OPPOSITE:
            text = source.of(each)
            edits.append((*source.span(each), text[: len(text) - len(name)] + _OPPOSITE[name]))
    if len(edits) > 1:
        yield Change("min and max exchanged in", node, source.rewritten(node, *edits))


def reversed_operands(node: ast.AST, source: Source) -> Iterator[Change]:
    """``a - b`` becomes ``b - a``, ``a / b`` becomes ``b / a``; ``a - b`` also ``a * b``."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Sub, ast.Div)):
        symbol = _SIGNS[type(node.op)]
        yield Change(
            f"swap around {symbol} in", node, f"{source.atom(node.right)} {symbol} {source.atom(node.left)}"
        )
        if symbol == "-":
            yield Change("- -> * in", node, f"{source.atom(node.left)} * {source.atom(node.right)}")


def brackets(node: ast.AST, source: Source) -> Iterator[Change]:
    """``(a - b) / c`` becomes ``a - b / c``."""
    if not isinstance(node, ast.BinOp) or type(node.op) not in _SIGNS:
        return
    symbol = _SIGNS[type(node.op)]
    for left, right in ((source.of, source.atom), (source.atom, source.of), (source.of, source.of)):
        yield Change("drop brackets in", node, f"{left(node.left)} {symbol} {right(node.right)}")


def neighbouring_functions(node: ast.AST, source: Source) -> Iterator[Change]:
    """``tanh`` becomes ``tan``, ``log`` becomes ``log2``."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in source.names:
        for other in _NEIGHBOURS.get(node.attr, ()):
            if node.value.id != "math" or other not in (
                "sum",
                "square",
                "abs",
                "add",
                "max",
                "multiply",
                "dot",
            ):
                yield Change(f"{node.attr} -> {other} in", node, f"{node.value.id}.{other}")


def early_results(node: ast.AST, source: Source) -> Iterator[Change]:
    """A variable on the way to the result is returned in its place."""
    if (
        not isinstance(node, ast.Return)
        or node.value is None
        or isinstance(node.value, (ast.Tuple, ast.Name))
    ):
        return
    parameters = {each.arg for each in getattr(getattr(source.tree, "args", None), "args", [])}
    for name in _bound_before(node, source):
        if name not in parameters:
            yield Change("return early", node.value, name)
    for each in ast.walk(node.value):
        if each is not node.value and isinstance(each, (ast.BinOp, ast.Call)):
            yield Change("return a part of", node.value, source.of(each))


def repeated_terms(node: ast.AST, source: Source) -> Iterator[Change]:
    """``a * b`` becomes ``a * a * b``; ``a - b`` becomes ``a - b - b``; ``a**2`` becomes ``abs(a)``."""
    if not isinstance(node, ast.BinOp):
        return
    left, right = source.atom(node.left), source.atom(node.right)
    if isinstance(node.op, ast.Mult):
        yield Change("double a factor of", node, f"{left} * {left} * {right}")
        yield Change("double a factor of", node, f"{left} * {right} * {right}")
    elif isinstance(node.op, ast.Div):
        yield Change("double a factor of", node, f"{left} / {right} / {right}")
        yield Change("double a factor of", node, f"{left} * {left} / {right}")
    elif isinstance(node.op, (ast.Add, ast.Sub)):
        symbol = _SIGNS[type(node.op)]
        yield Change("double a term of", node, f"{left} {symbol} {right} {symbol} {right}")
        yield Change("double a term of", node, f"{left} + {left} {symbol} {right}")
    elif isinstance(node.op, ast.Pow) and "np" in source.names:
        yield Change("abs for the power in", node, f"np.abs({left})")


def additional_factors(node: ast.AST, source: Source) -> Iterator[Change]:
    """A term is multiplied by a parameter."""
    parent = source.parents.get(node)
    is_term = isinstance(parent, ast.BinOp) and isinstance(parent.op, (ast.Add, ast.Sub))
    is_whole = isinstance(parent, ast.Return) and node is parent.value and not isinstance(node, ast.Tuple)
    is_whole |= isinstance(parent, ast.Assign) and node is parent.value and not isinstance(node, ast.Tuple)
    if not (is_term or is_whole) or not isinstance(node, ast.expr):
        return
    for name in [each.arg for each in getattr(getattr(source.tree, "args", None), "args", [])]:
        yield Change(f"times {name} in", node, f"{source.atom(node)} * {name}")


def reductions(node: ast.AST, source: Source) -> Iterator[Change]:
    """A product or a power is summed over all of its entries, or averaged."""
    if (
        "np" in source.names
        and isinstance(node, ast.BinOp)
        and isinstance(node.op, (ast.Mult, ast.Pow, ast.Sub))
    ):
        for name in ("sum", "mean"):
            yield Change(f"{name} of", node, f"np.{name}({source.of(node)})")


def _is_in_power(node: ast.AST, source: Source) -> bool:
    """Whether a node is part of a power: with other numbers in it, integers could grow without bound."""
    while node in source.parents:
        node = source.parents[node]
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
            return True
    return False


def _bound_before(node: ast.AST, source: Source) -> list[str]:
    """The parameters, and the variables that are assigned above a node, in the order of the text."""
    tree = source.tree
    if not isinstance(tree, ast.FunctionDef):
        return []
    line = getattr(node, "lineno", 0)
    found = [each.arg for each in tree.args.args]
    for each in _in_order(tree):
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store) and each.lineno < line:
            found.append(each.id)
    return [*dict.fromkeys(found)]


def _in_order(tree: ast.AST) -> list[ast.AST]:
    """The nodes with a place in the text, in its order; annotations and docstrings are left out."""
    skipped = {
        id(inner)
        for node in ast.walk(tree)
        for part in (getattr(node, "annotation", None), getattr(node, "returns", None))
        if part is not None
        for inner in ast.walk(part)
    }
    placed = [each for each in ast.walk(tree) if hasattr(each, "lineno") and id(each) not in skipped]
    return sorted(placed, key=lambda each: (each.lineno, each.col_offset))  # type: ignore[attr-defined]


def off_by_one(node: ast.AST, source: Source) -> Iterator[Change]:
    """A sum or difference that is divided without remainder, or bounds a range, is one larger or smaller."""
    parent = source.parents.get(node)
    is_divided = isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.FloorDiv) and node is parent.left
    is_bound = (
        isinstance(parent, ast.Call) and isinstance(parent.func, ast.Name) and parent.func.id == "range"
    )
    if isinstance(node, ast.expr) and node is not getattr(parent, "func", None) and (is_divided or is_bound):
        text = source.of(node) if isinstance(node, ast.BinOp) else source.atom(node)
        yield Change("one more than", node, f"{text} + 1")
        yield Change("one less than", node, f"{text} - 1")


def signs(node: ast.AST, source: Source) -> Iterator[Change]:
    """An argument of a call is negated, or replaced by its absolute value."""
    parent = source.parents.get(node)
    if (
        isinstance(parent, ast.Call)
        and node in parent.args
        and isinstance(node, (ast.Name, ast.BinOp, ast.Subscript))
    ):
        yield Change("negate", node, f"-{source.atom(node)}")
        yield Change("abs of", node, f"{'np.abs' if 'np' in source.names else 'abs'}({source.of(node)})")


OPERATORS: tuple[Operator, ...] = (
    signs, off_by_one, brackets, reversed_operands, neighbouring_functions, early_results, repeated_terms,
    exchanged_everywhere, exchanged_names, reductions, additional_factors,
)  # fmt: skip

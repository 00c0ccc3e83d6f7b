"""Mutation operators on calls: other functions, other arguments, other axes and dtypes."""

import ast
from collections.abc import Iterator

from gradkata.authoring.source import Change, Operator, Source

_TWINS = (
    ("min", "max"), ("minimum", "maximum"), ("amin", "amax"), ("fmin", "fmax"), ("argmin", "argmax"),
    ("any", "all"), ("sum", "mean"), ("cumsum", "cumprod"), ("floor", "ceil"), ("zeros", "ones"),
    ("zeros_like", "ones_like"), ("triu", "tril"), ("hstack", "vstack"), ("sin", "cos"),
    ("logical_and", "logical_or"),
)  # fmt: skip
_TWIN = {a: b for pair in _TWINS for a, b in (pair, pair[::-1])}
_BUILTIN_TWINS = ("min", "max", "any", "all")
_SIGMOIDS = ("sigmoid", "logistic", "expit")
_COMMUTE = {
    "min", "max", "minimum", "maximum", "fmin", "fmax", "add", "multiply", "logaddexp", "hypot", "gcd",
    "logical_and", "logical_or", "isclose", "allclose", "array_equal", "print", "isinstance",
}  # fmt: skip
_CLAMPS = ("min", "max", "minimum", "maximum", "fmin", "fmax")
_DROPPED = (
    "abs", "absolute", "fabs", "sqrt", "square", "log", "log2", "log10", "log1p", "exp", "expm1", "tanh",
    "floor", "ceil", "trunc", "round", "clip", "set", "unique", "sort", "sorted", "copy", *_SIGMOIDS,
)  # fmt: skip
_REDUCTIONS = ("sum", "mean", "max", "min", "amax", "amin", "prod", "any", "all", "std", "var")
_DTYPES = {
    "float64": "float32", "float32": "float64", "int64": "float64", "int32": "float64", "intp": "float64",
    "bool_": "int64", "float": "int", "int": "float", "bool": "int",
}  # fmt: skip


def other_functions(node: ast.AST, source: Source) -> Iterator[Change]:
    """``np.minimum`` becomes ``np.maximum``, ``any`` becomes ``all``; a tanh becomes the module's sigmoid."""
    if isinstance(node, ast.Attribute):
        twin = _TWIN.get(node.attr)
        if twin:
            yield Change(f"{node.attr} -> {twin} in", node, f"{source.of(node.value)}.{twin}")
        if node.attr == "tanh":
            for name in sorted(source.names):
                if _plain(name) in _SIGMOIDS and name != getattr(source.tree, "name", None):
                    yield Change(f"tanh -> {name} in", node, name)
    if isinstance(node, ast.Name) and isinstance(source.parents[node], ast.Call):
        if node.id in _BUILTIN_TWINS:
            yield Change(f"{node.id} -> {_TWIN[node.id]} in", node, _TWIN[node.id])
        if _plain(node.id) in _SIGMOIDS and "np" in source.names:
            yield Change(f"{node.id} -> np.tanh in", node, "np.tanh")


def swapped_arguments(node: ast.AST, source: Source) -> Iterator[Change]:
    """The first two arguments are swapped, unless their order does not matter."""
    if not isinstance(node, ast.Call) or len(node.args) < 2 or _name(node) in _COMMUTE:
        return
    one, other = node.args[:2]
    are_known = not isinstance(one, ast.Starred) and not isinstance(other, ast.Starred)
    if are_known and ast.dump(one) != ast.dump(other):
        yield Change("swap arguments in", node, source.swapped(node, one, other))


def dropped_calls(node: ast.AST, source: Source) -> Iterator[Change]:
    """``max(x, 0)`` becomes ``x`` or ``0``, ``abs(x)`` becomes ``x``, ``x.copy()`` becomes ``x``."""
    if not isinstance(node, ast.Call) or any(isinstance(each, ast.Starred) for each in node.args):
        return
    name = _plain(_name(node))
    if name in _CLAMPS and len(node.args) == 2 and not node.keywords:
        for kept in node.args:
            yield Change(f"only {ast.unparse(kept)[:24]} of", node, source.of(kept))
    elif name in _DROPPED and not isinstance(source.parents[node], ast.Expr):
        is_method = isinstance(node.func, ast.Attribute) and not _is_module(node.func.value, source)
        subject = node.func.value if is_method and isinstance(node.func, ast.Attribute) else None
        if subject or node.args:
            yield Change(f"drop {name} in", node, source.of(subject or node.args[0]))


def keywords(node: ast.AST, source: Source) -> Iterator[Change]:
    """A keyword argument is dropped.

    ``out`` is kept, since without it memory could stay uninitialised. Without ``kind="stable"`` the order of
    ties would depend on the machine: instead, ties are broken in the opposite order, the same everywhere.
    """
    if not isinstance(node, ast.Call):
        return
    for dropped in node.keywords:
        if dropped.arg in (None, "out", "axis", "keepdims"):
            continue
        if dropped.arg == "kind":
            if _name(node) == "argsort" and len(node.args) == 1 and "np" in source.names:
                key = source.of(node.args[0])
                text = f"np.lexsort((-np.arange(len({key})), {key}))"
                yield Change("break ties the other way in", node, text)
            continue
        left = [source.of(each) for each in (*node.args, *node.keywords) if each is not dropped]
        yield Change(f"drop {dropped.arg}= in", node, f"{source.of(node.func)}({', '.join(left)})")


def axes(node: ast.AST, source: Source) -> Iterator[Change]:
    """``axis`` takes its other values; ``keepdims`` is flipped, or added to a reduction along an axis."""
    if not isinstance(node, ast.Call):
        return
    given = {each.arg: each for each in node.keywords}
    if "axis" in given:
        value = ast.unparse(given["axis"].value)
        others = [other for other in ("0", "1", "None") if other != value and (other, value) != ("1", "-1")]
        for other in others:
            yield Change(f"axis={value} -> axis={other} in", given["axis"].value, other)
        if "keepdims" not in given and _name(node) in _REDUCTIONS:
            written = [source.of(each) for each in (*node.args, *node.keywords)]
            text = f"{source.of(node.func)}({', '.join([*written, 'keepdims=True'])})"
            yield Change("add keepdims=True in", node, text)
    if "keepdims" in given:
        value = ast.unparse(given["keepdims"].value)
        flipped = {"True": "False", "False": "True"}.get(value)
        if flipped:
            yield Change(f"keepdims={value} -> keepdims={flipped} in", given["keepdims"].value, flipped)


def dtypes(node: ast.AST, source: Source) -> Iterator[Change]:
    """A dtype that is passed as an argument becomes another one; conversions such as ``float(x)`` stay."""
    if not isinstance(node, (ast.Name, ast.Attribute)) or not isinstance(node.ctx, ast.Load):
        return
    name = node.id if isinstance(node, ast.Name) else node.attr
    parent = source.parents[node]
    is_given = isinstance(parent, ast.keyword) and parent.arg == "dtype"
    is_given |= isinstance(parent, ast.Call) and node in parent.args and _name(parent) != "map"
    if name in _DTYPES and is_given:
        other = _DTYPES[name] if isinstance(node, ast.Name) else f"{source.of(node.value)}.{_DTYPES[name]}"
        yield Change(f"{name} -> {_DTYPES[name]} in", node, other)


def _name(call: ast.Call) -> str:
    """The name of the called function, without its module or object."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _is_module(node: ast.expr, source: Source) -> bool:
    return isinstance(node, ast.Name) and node.id in source.names


def _plain(name: str) -> str:
    return name.strip("_")


OPERATORS: tuple[Operator, ...] = (
    other_functions, swapped_arguments, dropped_calls, keywords, axes, dtypes,
)  # fmt: skip

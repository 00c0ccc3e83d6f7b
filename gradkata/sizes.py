"""Sizes of arrays: a number, a name, or arithmetic over names such as ``h+d``, ``(n+2*p-f)//s+1`` or ``max(k-1,1)``.

A size is kept as its text, without spaces.  Its grammar is a part of Python's: names, numbers, ``+ - * //``,
``min(a,b)``, ``max(a,b)`` and parentheses.  ``?k`` is a size that the arguments do not fix.
"""

import ast
import operator
import re
from collections.abc import Callable, Mapping
from functools import cache

_OPERATIONS: dict[type[ast.operator], Callable[[int, int], int]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
}
_FUNCTIONS: dict[str, Callable[..., int]] = {"min": min, "max": max}
_PRODUCT = re.compile(r"(\d+)([A-Za-z_]\w*)")


class SizeError(ValueError):
    """A text that is not a size."""


def read(text: str) -> str:
    """A size without its spaces.

    Raises:
        SizeError: if ``text`` is not a size; the message names the wrong part.
    """
    size = re.sub(r"\s+", "", text)
    if is_free(size):
        if not size[1:].isidentifier():
            raise SizeError(f"{text.strip()!r} is not a free size: write a name after the question mark")
        return size
    _parsed(size)
    return size


def is_free(size: str) -> bool:
    """Whether a size is marked as one that the arguments do not fix."""
    return size.startswith("?")


def shown(size: str) -> str:
    """A size as students read it: without the mark of a free one."""
    return size.removeprefix("?")


@cache
def names(size: str) -> tuple[str, ...]:
    """The names in a size, in order of appearance, each once; none if it is free."""
    if is_free(size):
        return ()
    found = [
        node for node in ast.walk(_parsed(size)) if isinstance(node, ast.Name) and node.id not in _FUNCTIONS
    ]
    return tuple(dict.fromkeys(node.id for node in sorted(found, key=lambda node: node.col_offset)))


def evaluate(size: str, known: Mapping[str, int]) -> int | None:
    """The value of a size; None if it is free, if a name is not known, or if it divides by zero."""
    if size.isdecimal():  # most sizes are a number or a name
        return int(size)
    if size.isidentifier():
        return known.get(size)
    if any(name not in known for name in names(size)) or is_free(size):
        return None
    try:
        return _value(_parsed(size), known)
    except ZeroDivisionError:
        return None


def solve(size: str, length: int, known: Mapping[str, int]) -> dict[str, int]:
    """The value of the only unknown name for which a size equals ``length``; empty if it is not fixed by that.

    Sums and differences are solved, as ``d+1`` is; products and quotients are not.
    """
    unknown = [name for name in names(size) if name not in known]
    if len(unknown) != 1:
        return {}
    (name,) = unknown
    try:
        at = [_value(_parsed(size), {**known, name: value}) for value in range(3)]
    except ZeroDivisionError:
        return {}
    slope = at[1] - at[0]
    is_sum = slope in (-1, 1) and at[2] - at[1] == slope and _is_sum(size, name)
    return {name: (length - at[0]) * slope} if is_sum else {}


@cache
def _is_sum(size: str, name: str) -> bool:
    """Whether ``name`` is only added, subtracted and multiplied by other values: equal steps give equal steps."""
    inside = [each for each in ast.walk(_parsed(size)) if name in _walked_names(each)]
    return all(
        isinstance(each, ast.Name)
        or (
            isinstance(each, ast.BinOp)
            and not isinstance(each.op, ast.FloorDiv)
            and not (
                isinstance(each.op, ast.Mult)
                and name in _walked_names(each.left)
                and name in _walked_names(each.right)
            )
        )
        for each in inside
    )


def _walked_names(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


@cache
def _parsed(size: str) -> ast.expr:
    if product := _PRODUCT.search(size):
        number, name = product.groups()
        raise SizeError(f"{size!r} is not a size: write {number}*{name} for a product")
    try:
        tree = ast.parse(size, mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise SizeError(_wrong(size)) from None
    _check(tree, size)
    return tree


def _check(node: ast.expr, size: str) -> None:
    match node:
        case ast.Name(name) if name not in _FUNCTIONS:
            return
        case ast.Constant(value) if type(value) is int:
            return
        case ast.BinOp(left, operation, right) if type(operation) in _OPERATIONS:
            parts = [left, right]
        case ast.Call(ast.Name(function), [_, _, *_] as parts, []) if function in _FUNCTIONS:
            pass
        case _:
            raise SizeError(_wrong(size))
    for part in parts:
        _check(part, size)


def _wrong(size: str) -> str:
    return f"{size!r} is not a size: write a number, a name, or arithmetic such as h+d, n//2 or max(k-1,1)"


def _value(node: ast.expr, known: Mapping[str, int]) -> int:
    match node:
        case ast.Name(name):
            return known[name]
        case ast.Constant(int(value)):
            return value
        case ast.BinOp(left, operation, right):
            return _OPERATIONS[type(operation)](_value(left, known), _value(right, known))
        case ast.Call(ast.Name(function), parts, _):
            return _FUNCTIONS[function](*[_value(part, known) for part in parts])
    raise AssertionError(node)

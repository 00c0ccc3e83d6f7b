"""Recipes: long arrays as short NumPy expressions, which a bank stores and a report prints as they are.

A recipe such as ``np.arange(90) * 0.618 % 1 * 6 - 3`` uses only operations whose result IEEE 754 fixes, so that it
gives the same bits on every machine.  `evaluate` reads the syntax tree and computes what it knows; nothing else of
Python can be in a recipe.
"""

import ast
import operator
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

MOST_ENTRIES = 1 << 16
_OPERATIONS: dict[type[ast.operator], Any] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
_FUNCTIONS: dict[str, Any] = {"arange": np.arange, "cumsum": np.cumsum, "eye": np.eye}
_COMPARISONS: dict[type[ast.cmpop], Any] = {ast.Eq: operator.eq, ast.Lt: operator.lt, ast.GtE: operator.ge}


class RecipeError(ValueError):
    """A text that is not a recipe."""


def evaluate(text: str) -> Any:
    """The value of a recipe: an array, or a list of words.

    Raises:
        RecipeError: if the text uses anything but the few operations of recipes, or makes too large an array.
    """
    try:
        value = _value(ast.parse(text, mode="eval").body)
    except (SyntaxError, TypeError, ValueError, IndexError, RecursionError, MemoryError) as error:
        raise RecipeError(f"{text!r} is not a recipe: {error}") from error
    return np.ascontiguousarray(value) if isinstance(value, np.ndarray) else value


def recipes_of_parts(
    whole: Sequence[Any], recipes: Mapping[int, str], parts: Sequence[Any]
) -> dict[int, str]:
    """The recipes of values that are the first entries of others with a recipe, by position, as Python."""
    found = {}
    for position, recipe in recipes.items():
        cut = _cut_of(whole[position], parts[position])
        if cut is not None:
            found[position] = f"({recipe})[{cut}]" if cut else recipe
    return found


def _cut_of(whole: Any, part: Any) -> str | None:
    """The index by which one value is cut from another; empty if they are equal, None if it is not a part."""
    if isinstance(whole, list) and isinstance(part, list):
        if part != whole[: len(part)]:
            return None
        return "" if len(part) == len(whole) else f":{len(part)}"
    if not isinstance(whole, np.ndarray) or not isinstance(part, np.ndarray) or whole.ndim != part.ndim:
        return None
    begin = whole[tuple([slice(0, length) for length in part.shape])]
    if begin.shape != part.shape or begin.dtype != part.dtype or begin.tobytes() != part.tobytes():
        return None
    if part.shape == whole.shape:
        return ""
    return ", ".join([f":{n}" if n < full else ":" for n, full in zip(part.shape, whole.shape, strict=True)])


def _value(node: ast.expr) -> Any:
    match node:
        case ast.Constant(value) if value is None or type(value) in (int, float, str):
            return value
        case ast.UnaryOp(ast.USub(), operand):
            return -_value(operand)
        case ast.BinOp(left, operation, right) if type(operation) in _OPERATIONS:
            return _small(_OPERATIONS[type(operation)](_value(left), _value(right)))
        case ast.Compare(left, [comparison], [right]) if type(comparison) in _COMPARISONS:
            return _COMPARISONS[type(comparison)](_value(left), _value(right))
        case ast.Tuple(parts):
            return tuple([_value(part) for part in parts])
        case ast.List(parts):
            return [_value(part) for part in parts]
        case ast.Slice(None, stop, None):
            return slice(None if stop is None else _value(stop))
        case ast.Subscript(base, index):
            return _small(_value(base)[_value(index)])
        case ast.Call(ast.Attribute(ast.Name("np"), name), parts, keywords) if name in _FUNCTIONS:
            named = {each.arg: _value(each.value) for each in keywords if each.arg in ("axis",)}
            arguments = [_value(part) for part in parts]
            _limit(arguments)
            return _small(_FUNCTIONS[name](*arguments, **named))
        case ast.Call(ast.Attribute(base, "reshape"), parts, []):
            return _value(base).reshape(*[_value(part) for part in parts])
        case ast.Call(ast.Attribute(base, "split"), [], []):
            return str(_value(base)).split()
    raise RecipeError(f"`{ast.unparse(node)}` is not part of a recipe")


def _limit(arguments: list[Any]) -> None:
    """Refuse a size before NumPy allocates it."""
    for each in arguments:
        if isinstance(each, int) and each > MOST_ENTRIES:
            raise RecipeError(f"it has more than {MOST_ENTRIES} entries")


def _small(value: Any) -> Any:
    size = (
        value.size if isinstance(value, np.ndarray) else len(value) if isinstance(value, (list, str)) else 1
    )
    if size > MOST_ENTRIES:
        raise RecipeError(f"it has more than {MOST_ENTRIES} entries")
    return value

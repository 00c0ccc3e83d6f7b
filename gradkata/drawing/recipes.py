"""Recipes: long arrays as short NumPy expressions, which a bank stores and a report prints as they are.

A recipe such as ``np.arange(90) * 0.618 % 1 * 6 - 3`` uses only operations whose result IEEE 754 fixes, so that it
gives the same bits on every machine.  `evaluate` reads the syntax tree and computes what it knows; nothing else of
Python can be in a recipe.
"""

import ast
import operator
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

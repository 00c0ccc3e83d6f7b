"""The arguments of a call as a person gives them: as texts on a command line, or as objects of a notebook.

`read` reads a text: Python literals, `np.array(...)`, `inf`, `nan`, the recipes of `drawing.recipes`, and functions as
the calls `polynomial(...)`, `sines(...)` and so on that make them.  It reads the syntax tree and computes what it
knows; nothing is evaluated by Python.  `fitted` brings the values into the forms that a signature asks for, or says
what does not fit.
"""

import ast
import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from gradkata.comparing.acceptance import accept
from gradkata.comparing.advice import named, wanted
from gradkata.declaring import functions
from gradkata.drawing.recipes import MOST_ENTRIES, RecipeError, evaluate
from gradkata.isolation.inside.formulas import FAMILIES, FormulaError, count_of, size_of
from gradkata.isolation.inside.wire import Opaque
from gradkata.signature import Kind, Parameter, Signature, infer_sizes, shape_of

_NUMBERS = {"inf": math.inf, "nan": math.nan, "pi": math.pi, "e": math.e}
_MODULES = ("np", "numpy", "math")
_DTYPES: dict[str, Any] = {"float": float, "int": int, "bool": bool}
_FORMULAS: dict[str, Callable[..., Any]] = {
    "polynomial": functions.polynomial,
    "sines": functions.sines,
    "quadratic": functions.quadratic,
    "vector_sines": functions.vector_sines,
    "product": functions.product,
}
_WHY = re.compile(
    r"Its rows differ in length\.|Some of its entries are lists, others are not\.|One of its entries is .*?\.(?= |$)"
)
_HOW = (
    "Write a literal such as 0.5, [1, 2], 'ab' or True, np.array([1, 2]), inf, nan, "
    "or a recipe such as np.arange(6) % 3 / 2."
)
_HOW_FUNCTIONS = (
    "Write a function as one of these calls: polynomial([-2, 0, 1]) for x**2 - 2, sines([1], [2]) for np.sin(2*x), "
    "quadratic([[1, 0], [0, 1]]), vector_sines([1], [[1, 2]]), or product(...) of several."
)


class ArgumentError(ValueError):
    """An argument that cannot be used; if it was a text, the wrong part is ``text[start:end]``."""

    def __init__(self, message: str, text: str = "", start: int = 0, end: int = 0) -> None:
        super().__init__(message)
        self.text, self.start, self.end = text, start, end


def read(text: str) -> Any:
    """The value that a text describes.

    Raises:
        ArgumentError: if it is none; it knows the wrong part.
    """
    shown = text.strip()
    try:
        tree = ast.parse(shown, mode="eval")
    except SyntaxError as error:
        at = max((error.offset or 1) - 1, 0)
        raise ArgumentError(
            f"This is not a value of Python: {error.msg}. {_HOW}", shown, at, at + 1
        ) from None
    except (ValueError, RecursionError, MemoryError):
        raise ArgumentError(f"This is not a value of Python. {_HOW}", shown, 0, len(shown)) from None
    try:
        return _value(tree.body, shown)
    except RecursionError:
        raise ArgumentError("It is nested too deeply.", shown, 0, len(shown)) from None


def read_call(text: str) -> tuple[str, list[Any], dict[str, Any]] | None:
    """The name and the arguments of a call, as a report prints it; None if the text is no call.

    Raises:
        ArgumentError: if an argument is not a value.
    """
    try:
        node = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return None
    parts = [ast.get_source_segment(text.strip(), each) or "" for each in node.args]
    by_name = {
        each.arg: read(ast.get_source_segment(text.strip(), each.value) or "")
        for each in node.keywords
        if each.arg is not None
    }
    return node.func.id, [read(each) for each in parts], by_name


def _value(node: ast.expr, text: str) -> Any:
    match node:
        case ast.Constant(value) if value is None or type(value) in (bool, int, float, str):
            return value
        case ast.Name(name) if name in _NUMBERS:
            return _NUMBERS[name]
        case ast.Attribute(ast.Name(module), name) if module in _MODULES and name in _NUMBERS:
            return _NUMBERS[name]
        case ast.UnaryOp(ast.USub() | ast.UAdd() as sign, operand):
            value = _value(operand, text)
            if type(value) not in (int, float, np.ndarray):
                raise _wrong("A sign belongs to a number or an array.", node, text)
            return -value if isinstance(sign, ast.USub) else value
        case ast.List(parts):
            return [_value(each, text) for each in parts]
        case ast.Tuple(parts):
            return tuple([_value(each, text) for each in parts])
        case ast.Call(ast.Name("float"), [ast.Constant("inf" | "-inf" | "nan" as name)], []):
            return float(name)
        case ast.Call(ast.Attribute(ast.Name("np" | "numpy"), "array" | "zeros" | "ones" | "empty"), [_], _):
            return _array(node, text)
        case ast.Call(ast.Attribute(base, "reshape"), parts, []):
            shape = [_value(each, text) for each in parts]
            try:
                return np.reshape(_value(base, text), *([tuple(shape)] if len(shape) > 1 else shape))
            except (ValueError, TypeError):
                raise _wrong("The array cannot have this shape.", node, text) from None
        case ast.Call(ast.Name(name) | ast.Attribute(ast.Name("functions"), name), parts, []) if (
            name in _FORMULAS
        ):
            return _formula(name, [_value(each, text) for each in parts], node, text)
        case ast.Lambda():
            raise _wrong(f"A lambda cannot be read here. {_HOW_FUNCTIONS}", node, text)
    try:
        return evaluate(ast.get_source_segment(text, node) or "")
    except (RecipeError, ZeroDivisionError, OverflowError, LookupError, AttributeError):
        raise _wrong(f"This cannot be read as a value. {_HOW}", _smallest_wrong(node), text) from None


def _smallest_wrong(node: ast.expr) -> ast.AST:
    """The first name that no recipe has, or the whole expression."""
    inner = [each for each in ast.walk(node) if isinstance(each, ast.Name) and each.id not in _MODULES]
    return min(inner, key=lambda each: (each.lineno, each.col_offset), default=node)


def _array(node: ast.Call, text: str) -> Any:
    """The array that `np.array`, `np.zeros`, `np.ones` or an empty `np.empty` makes."""
    (inner,), keywords = node.args, node.keywords
    names = [ast.unparse(each.value).rpartition(".")[2].rstrip("_0123456789") for each in keywords]
    if any(each.arg != "dtype" for each in keywords) or any(name not in _DTYPES for name in names):
        raise _wrong("An array is read with `dtype=float`, `dtype=int`, `dtype=bool` or without.", node, text)
    value, dtypes = _value(inner, text), [_DTYPES[name] for name in names]
    function = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    try:
        if function != "array":
            if math.prod(value if type(value) is tuple else (value,)) > (function != "empty") * MOST_ENTRIES:
                raise _wrong(
                    f"It has more than {MOST_ENTRIES:,} entries, or entries without a value.", node, text
                )
            return (np.ones if function == "ones" else np.zeros)(value, *dtypes)
        made = np.array(value, *dtypes)
    except (ValueError, TypeError, OverflowError) as error:
        if isinstance(error, ArgumentError):
            raise
        raise _wrong("An array needs rows of one length, of numbers or of Booleans.", inner, text) from None
    if made.dtype.kind not in "bif":
        raise _wrong("An array holds numbers or Booleans here.", inner, text)
    return made


def _formula(name: str, values: list[Any], node: ast.expr, text: str) -> Any:
    try:
        return _FORMULAS[name](*values)
    except (FormulaError, TypeError, ValueError, IndexError):
        raise _wrong(f"This is not a function that is known. {_HOW_FUNCTIONS}", node, text) from None


def _wrong(message: str, node: ast.AST, text: str) -> ArgumentError:
    """The error for a part of a text.  Columns of the syntax tree count bytes; a place in several lines is not kept."""
    if "\n" in text:
        return ArgumentError(message, text)
    line = text.encode()
    start = len(line[: getattr(node, "col_offset", 0)].decode("utf-8", "replace"))
    end = len(line[: getattr(node, "end_col_offset", len(line))].decode("utf-8", "replace"))
    return ArgumentError(message, text, start, end)


def fitted(
    signature: Signature, values: Sequence[Any], by_name: Mapping[str, Any] | None = None
) -> tuple[Any, ...]:
    """The arguments of a call in the forms that its signature asks for.

    Args:
        signature: of the kata.
        values: the arguments in order.
        by_name: those that are given by their names.

    Raises:
        ArgumentError: if there are too few or too many, or one has another type or shape.
    """
    given = _in_order(signature, values, dict(by_name or {}))
    pairs = list(zip(signature.parameters, given, strict=False))
    found = tuple([_fit(parameter, value) for parameter, value in pairs])
    if sum(np.size(each) if isinstance(each, np.ndarray) else 1 for each in found) > MOST_ENTRIES:
        raise ArgumentError(f"The arguments have more than {MOST_ENTRIES:,} entries together.")
    sizes = infer_sizes(signature, found)
    for parameter, value in zip(signature.parameters, found, strict=False):
        _require_shape(parameter, value, sizes)
    return found


def _in_order(signature: Signature, values: Sequence[Any], by_name: dict[str, Any]) -> list[Any]:
    names = signature.names
    called = f"It is called as `{signature}`."
    if unknown := [name for name in by_name if name not in names]:
        raise ArgumentError(f"{signature.name} has no argument called `{unknown[0]}`. {called}")
    if twice := [name for name in names[: len(values)] if name in by_name]:
        raise ArgumentError(f"The argument `{twice[0]}` is given twice. {called}")
    found, pending = list(values), dict(by_name)
    for parameter in signature.parameters[len(values) :]:
        if parameter.name in pending:
            found.append(pending.pop(parameter.name))
        elif parameter.optional:
            if not pending:
                break
            found.append(parameter.default)
        else:
            break
    needed = [each.name for each in signature.parameters if not each.optional]
    if len(found) > len(names) or len(found) < len(needed) or pending:
        count = len(values) + len(by_name)
        takes = _count(len(needed)) if len(needed) == len(names) else f"{len(needed)} to {_count(len(names))}"
        raise ArgumentError(
            f"{signature.name} takes {takes}; {count} {'was' if count == 1 else 'were'} given. {called}"
        )
    return found


def _count(number: int) -> str:
    return f"{number} argument{'' if number == 1 else 's'}"


def _fit(parameter: Parameter, value: Any) -> Any:
    kind = parameter.kind
    if parameter.optional and value is None and parameter.default is None:
        return None
    if kind.takes:
        return _fit_function(parameter, value)
    known = tuple(int(size) if size.isdigit() else None for size in kind.shape)
    if kind.base != "b1" and type(value) is bool:
        raise _unfit(parameter, value)
    found, breach = accept(value, kind, known)
    if found is None:
        why = _WHY.search(breach.message) if breach else None
        raise _unfit(parameter, value, why[0] if why else "")
    if kind.base == "str":
        return found
    return found.item() if not kind.shape else np.ascontiguousarray(found)


def _fit_function(parameter: Parameter, value: Any) -> Any:
    kind = parameter.kind
    if type(value) is str:
        value = read(value)
    if type(value) not in FAMILIES:
        what = named(value) if not isinstance(value, Opaque) else "a function of your own"
        raise ArgumentError(f"`{parameter.name}` is a function; {what} cannot be sent. {_HOW_FUNCTIONS}")
    takes_vector = bool(kind.takes[0].shape)
    if count_of(value) != len(kind.takes) or (size_of(value) is not None) != takes_vector:
        takes = "a vector" if takes_vector else "two numbers" if len(kind.takes) == 2 else "a number"
        raise ArgumentError(
            f"`{parameter.name}` is a function of {takes}; {value!r} is not. {_HOW_FUNCTIONS}"
        )
    return value


def _unfit(parameter: Parameter, value: Any, why: str = "") -> ArgumentError:
    shape = tuple(int(size) if size.isdigit() else None for size in parameter.kind.shape)
    return ArgumentError(_sentence(parameter, shape, value, why))


def _sentence(parameter: Parameter, shape: Sequence[int | None], value: Any, why: str = "") -> str:
    return (
        f"`{parameter.name}` is {wanted(parameter.kind, shape)}, and {named(value)} was given. {why}".rstrip()
    )


def _require_shape(parameter: Parameter, value: Any, sizes: Mapping[str, int]) -> None:
    kind: Kind = parameter.kind
    if value is None or not kind.sizes:
        return
    shape = shape_of(kind if kind.shape else kind.takes[0], sizes)
    got = value.shape if isinstance(value, np.ndarray) else (size_of(value),)
    if any(size is not None and size != length for size, length in zip(shape, got, strict=True)):
        if kind.takes:
            raise ArgumentError(
                f"`{parameter.name}` takes a vector of length {shape[0]}, and this one of length {got[0]}."
            )
        raise ArgumentError(_sentence(parameter, shape, value))

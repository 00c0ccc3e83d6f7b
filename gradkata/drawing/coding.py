"""Convert inputs and answers to readable JSON, and back without loss."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from gradkata.comparing.digest import Digest
from gradkata.drawing.recipes import evaluate
from gradkata.isolation.inside.formulas import FAMILIES, plain, rebuilt

_SPECIAL = {"nan": np.nan, "inf": np.inf, "-inf": -np.inf}


@dataclass(frozen=True)
class Raises:
    """The right answer to a call that must raise: the name of a built-in exception, of which subclasses count too."""

    error: str


def to_json(value: Any) -> Any:
    """Plain data for a number, a string, an array of kind f8, i8 or b1, a function, or lists and tuples of them."""
    if isinstance(value, np.ndarray):
        kind = {"f": "f8", "i": "i8", "b": "b1"}[value.dtype.kind]
        data: dict[str, Any] = {kind: _plain(value.tolist())}
        return data | {"shape": list(value.shape)} if value.size == 0 else data
    if isinstance(value, np.generic):
        return to_json(value.item())
    if isinstance(value, Digest):
        sums = [_plain(list(each)) for each in (value.entries, value.sums, value.sizes)]
        return {"digest": value.kind, "shape": list(value.shape), "numbers": sums}
    if isinstance(value, tuple):
        return {"tuple": [to_json(each) for each in value]}
    if isinstance(value, list):
        return [to_json(each) for each in value]
    if isinstance(value, float) and not np.isfinite(value):
        return {"float": str(value)}
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if type(value) in FAMILIES:
        return {"function": plain(value)}
    if isinstance(value, Raises):
        return {"raises": value.error}
    raise TypeError(f"a {type(value).__name__} cannot be stored in a bank")


def from_json(data: Any) -> Any:
    """The value that `to_json` encoded; arrays are new, writable, and float64, int64 or bool."""
    if type(data) is list:
        return [from_json(each) for each in data]
    if type(data) is not dict:
        return data
    if "f8" in data:
        return _array(data, "f8", np.float64)
    if "i8" in data:
        return _array(data, "i8", np.int64)
    if "b1" in data:
        return _array(data, "b1", np.bool_)
    if "recipe" in data:
        return evaluate(data["recipe"])
    if "digest" in data:
        numbers = [tuple(map(float, each)) for each in data["numbers"]]
        return Digest(data["digest"], tuple(data["shape"]), *numbers)
    if "tuple" in data:
        return tuple([from_json(each) for each in data["tuple"]])
    if "function" in data:
        return rebuilt(_as_tuples(data["function"]))
    if "raises" in data:
        return Raises(data["raises"])
    return float(data["float"])


def weight(data: Any) -> tuple[int, str]:
    """The size of an example: the length of its JSON, then the text itself, so that the order is total."""
    import json

    text = json.dumps(
        to_json(data) if not isinstance(data, dict) else {k: to_json(v) for k, v in data.items()}
    )
    return len(text), text


def _array(data: dict[str, Any], key: str, dtype: Any) -> Any:
    if "shape" in data:
        return np.zeros(data["shape"], dtype)
    try:
        return np.array(data[key], dtype)
    except ValueError:
        return np.array(_special(data[key]), dtype)


def _as_tuples(data: Any) -> Any:
    return tuple(map(_as_tuples, data)) if isinstance(data, list) else data


def _plain(data: Any) -> Any:
    if isinstance(data, list):
        return [_plain(each) for each in data]
    return str(data) if isinstance(data, float) and not np.isfinite(data) else data


def _special(data: Any) -> Any:
    if isinstance(data, list):
        return [_special(each) for each in data]
    return _SPECIAL[data] if isinstance(data, str) else data

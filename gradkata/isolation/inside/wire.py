"""The format of all values that the grader and a student's process send each other.

None, numbers, strings, lists, tuples, NumPy scalars and arrays of plain dtypes, and the functions of `formulas`
can be sent.  A subclass of a list or tuple is sent as one, and a real number of another type that has a value as a
float64 is sent as that: `longdouble`, and exactly `fractions.Fraction` and `decimal.Decimal`.  Any other value arrives
as an :class:`Opaque`, which holds the name of its type.
The format keeps every bit of a number, which JSON would not do for NaN and dtypes, and it carries no code,
unlike pickle.

The encoded form of a value is called a frame.  It begins with a tag of one byte, and everything in it is
little-endian::

    N T F      None, True, False
    d c        a float, a complex number: one or two doubles
    i s        an int, a string: its length in bytes, then its bytes
    l t        a list, a tuple: its length in items, then the frames of the items
    A S        an array, a NumPy scalar: the code of its dtype, its number of axes, its shape, its data
    f          a formula: the frame of the tuple that is its content
    o          an opaque value: a name, written as a string is

A frame from a student's process is hostile input.  `decode` imports, evaluates and unpickles nothing: the only
types that it makes are the ones above.  It accepts only what `encode` could have written, so that a frame
with another form, a second encoding of a value or trailing bytes is an error.  It allocates nothing before
it has compared a length with the bytes that are there, it limits depth and number of items, and its
arrays are views of the frame.  Its memory is thus bounded by a small multiple of the frame.
"""

import struct
import sys
from dataclasses import dataclass
from math import inf
from typing import Any

import numpy as np

from gradkata.isolation.inside import formulas

MAX_DEPTH = 16
MAX_ITEMS = 200_000
MAX_BYTES = 64 << 20
MAX_INT_BYTES = 1024  # str() of a longer one may exceed CPython's limit of digits
MAX_NAME = 100
TOO_LARGE = " beyond the range of float64"
"""Added to the name of a number's type if it is too large to be sent as a float64."""

_DTYPE_NAMES = (
    "?", "i1", "<i2", "<i4", "<i8", "u1", "<u2", "<u4", "<u8", "<f2", "<f4", "<f8", "<c8", "<c16",
)  # fmt: skip
_DTYPES = tuple(np.dtype(code) for code in _DTYPE_NAMES)
_CODES = {dtype: code for code, dtype in enumerate(_DTYPES)} | {
    dtype.newbyteorder(">"): code for code, dtype in enumerate(_DTYPES)
}
_SCALARS = {np.dtype(char).type: _CODES[np.dtype(char)] for char in "?bhilqBHILQefdFD"}
_HEADS = tuple(struct.Struct(f"<cBB{ndim}q") for ndim in range(65))
_LENGTH = struct.Struct("<cI")
_DOUBLE = struct.Struct("<cd")
_PAIR = struct.Struct("<cdd")
_ARRAY, _SCALAR, _NONE, _TRUE, _FALSE, _INT, _FLOAT, _COMPLEX = b"ASNTFidc"
_STR, _LIST, _TUPLE, _FORMULA, _OPAQUE = b"sltfo"


class WireError(ValueError):
    """A frame that `encode` did not make, or a value beyond the limits; the message is a noun phrase."""


@dataclass(frozen=True)
class Opaque:
    """A placeholder for a value that cannot be sent: the name of its type, at most 100 characters."""

    type_name: str


def encode(value: object, limit: int = MAX_BYTES) -> bytes:
    """The frame of ``value``.

    Raises:
        WireError: if it is nested too deep, has too many items or takes more than ``limit`` bytes.

    """
    parts: list[bytes] = []
    _append(value, parts, 0, [limit])
    return b"".join(parts)


def _append(value: Any, parts: list[bytes], depth: int, left: list[int]) -> None:
    kind = type(value)
    if kind is np.ndarray:
        _append_array(value, parts, left)
    elif kind is float:
        parts.append(_DOUBLE.pack(b"d", value))
    elif kind is int:
        size = (value.bit_length() + 8) // 8
        if size > MAX_INT_BYTES:
            raise WireError(f"an int of more than {MAX_INT_BYTES} bytes")
        parts.append(_LENGTH.pack(b"i", size) + value.to_bytes(size, "little", signed=True))
    elif kind is str:
        _append_text(b"s", value, parts, left)
    elif kind is list or kind is tuple:
        _append_items(value, parts, depth, left)
    elif kind in _SCALARS:
        code = _SCALARS[kind]
        parts.append(_HEADS[0].pack(b"S", code, 0))
        parts.append(np.asarray(value).astype(_DTYPES[code], copy=False).tobytes())
    elif value is None or kind is bool:
        parts.append(b"N" if value is None else b"T" if value else b"F")
    elif kind is complex:
        parts.append(_PAIR.pack(b"c", value.real, value.imag))
    elif kind in formulas.FAMILIES:
        parts.append(b"f")
        _append(formulas.plain(value), parts, depth + 1, left)
    elif issubclass(kind, (list, tuple)):
        # Read as what it is underneath: its own methods may do anything.
        base = list if issubclass(kind, list) else tuple
        _append_items(base.__getitem__(value, slice(None)), parts, depth, left)
    else:
        _append_other(value, parts, left)


def _append_items(value: Any, parts: list[bytes], depth: int, left: list[int]) -> None:
    kind, size = type(value), len(value)
    if depth >= MAX_DEPTH:
        raise WireError(f"a {kind.__name__} nested more than {MAX_DEPTH} deep")
    if size + len(parts) > MAX_ITEMS:
        raise WireError(f"a {kind.__name__} of more than {MAX_ITEMS} items")
    parts.append(_LENGTH.pack(b"l" if kind is list else b"t", size))
    for item in value:
        if type(item) is str:
            _append_text(b"s", item, parts, left)
        else:
            _append(item, parts, depth + 1, left)


def _append_other(value: Any, parts: list[bytes], left: list[int]) -> None:
    """A real number of another type as a float64, and any other value as the name of its type."""
    name = value.type_name if type(value) is Opaque else type_name(value)
    if _is_exact(value):
        try:
            number = float(value)
            is_too_large = number in (inf, -inf) and value != number
        except (OverflowError, ValueError):  # a signalling NaN has no value
            number, is_too_large = 0.0, True
        if not is_too_large:
            parts.append(_DOUBLE.pack(b"d", number))
            return
        name += TOO_LARGE
    _append_text(b"o", str(name)[:MAX_NAME], parts, left)


def _is_exact(value: Any) -> bool:
    """Whether a value is a `longdouble`, or exactly a `Fraction` or `Decimal` of the standard library."""
    kind = type(value)
    if kind is np.longdouble:
        return True
    homes = (("fractions", "Fraction"), ("decimal", "Decimal"))
    return any(kind is getattr(sys.modules.get(home), name, None) for home, name in homes)


def _append_array(array: Any, parts: list[bytes], left: list[int]) -> None:
    dtype = array.dtype
    code = _CODES.get(dtype)
    if code is None and dtype.kind == "f":
        with np.errstate(all="ignore"):
            plain = array.astype(np.float64)
            if (np.isinf(plain) == np.isinf(array)).all():
                _append_array(plain, parts, left)
                return
        _append_text(b"o", f"numpy.ndarray of dtype {dtype!s:.60}{TOO_LARGE}", parts, left)
        return
    if code is None:
        _append_text(b"o", f"numpy.ndarray of dtype {dtype!s:.60}", parts, left)
        return
    left[0] -= array.nbytes
    if left[0] < 0:
        raise WireError(f"an array of {array.nbytes} bytes")
    parts.append(_HEADS[array.ndim].pack(b"A", code, array.ndim, *array.shape))
    sent = _DTYPES[code]
    parts.append(array.tobytes() if dtype == sent else array.astype(sent).tobytes())


def _append_text(tag: bytes, text: str, parts: list[bytes], left: list[int]) -> None:
    left[0] -= len(text)
    if left[0] < 0:
        raise WireError(f"a string of {len(text)} characters")
    data = text.encode("utf-8", "surrogatepass")
    parts.append(_LENGTH.pack(tag, len(data)) + data)


def type_name(value: object) -> str:
    """The name of the type of ``value``: ``generator``, ``numpy.ma.MaskedArray``, ``iou.Box``."""
    kind = type(value)
    try:
        module, name = str(kind.__module__), str(kind.__qualname__)
    except BaseException:  # a student's metaclass may raise anything
        return "object"
    module = module.removesuffix(".core") if module.startswith("numpy.") else module
    return (name if module == "builtins" else f"{module}.{name}")[:MAX_NAME]


def decode(frame: bytes, *, copy: bool = False) -> Any:
    """The value of ``frame``.

    Arrays are read-only views of the frame; with ``copy`` they are writable and own their memory.

    Raises:
        WireError: if the frame is not exactly one that :func:`encode` could have made.

    """
    frame = bytes(frame)
    try:
        value, end = _read(frame, 0, 0, [MAX_ITEMS])
    except WireError:
        raise
    except (IndexError, KeyError, OverflowError, ValueError, struct.error) as error:
        raise WireError("a frame that is cut short or malformed") from error
    if end != len(frame):
        raise WireError("a frame with bytes after its end")
    return copied(value) if copy else value


def _read(frame: bytes, at: int, depth: int, left: list[int]) -> tuple[Any, int]:
    left[0] -= 1
    if left[0] < 0:
        raise WireError(f"a frame of more than {MAX_ITEMS} items")
    tag = frame[at]
    if tag in (_ARRAY, _SCALAR):
        return _read_array(frame, at)
    if tag == _FLOAT:
        return _DOUBLE.unpack_from(frame, at)[1], at + 9
    if tag == _NONE:
        return None, at + 1
    if tag in (_TRUE, _FALSE):
        return tag == _TRUE, at + 1
    if tag == _COMPLEX:
        return complex(*_PAIR.unpack_from(frame, at)[1:]), at + 17
    if tag == _FORMULA and frame[at + 1] == _TUPLE:
        content, at = _read(frame, at + 1, depth + 1, left)
        return formulas.rebuilt(content), at
    length = _LENGTH.unpack_from(frame, at)[1]
    at += 5
    if tag in (_LIST, _TUPLE):
        if depth >= MAX_DEPTH or length > len(frame) - at:
            raise WireError("a frame nested too deep, or with fewer items than it claims")
        items = []
        for _ in range(length):
            if frame[at] == _STR:  # the usual item, read here because lists of words are long
                start = at + 5
                at = start + _LENGTH.unpack_from(frame, at)[1]
                left[0] -= 1
                if at > len(frame) or left[0] < 0:
                    raise WireError("a frame that is cut short, or with too many items")
                items.append(frame[start:at].decode("utf-8", "surrogatepass"))
                continue
            item, at = _read(frame, at, depth + 1, left)
            items.append(item)
        return (items if tag == _LIST else tuple(items)), at
    end = at + length
    if end > len(frame):
        raise WireError("a frame that is cut short")
    if tag == _INT:
        return _read_int(frame[at:end]), end
    text = frame[at:end].decode("utf-8", "surrogatepass")
    if tag == _STR:
        return text, end
    if tag == _OPAQUE and len(text) <= MAX_NAME:
        return Opaque(text), end
    raise WireError("a frame with an unknown tag")


def _read_int(data: bytes) -> int:
    value = int.from_bytes(data, "little", signed=True)
    if len(data) > MAX_INT_BYTES or len(data) != (value.bit_length() + 8) // 8:
        raise WireError("an int that is too long")
    return value


def _read_array(frame: bytes, at: int) -> tuple[Any, int]:
    tag, code, ndim = frame[at], frame[at + 1], frame[at + 2]
    dtype = _DTYPES[code]
    if tag == _SCALAR and ndim:
        raise WireError("a scalar with a shape")
    head = _HEADS[ndim]
    shape = head.unpack_from(frame, at)[3:]
    at += head.size
    size = extent = 1
    for length in shape:
        if length < 0:
            raise WireError("an array with a negative length")
        size *= length
        extent *= length or 1
    end = at + size * dtype.itemsize
    if end > len(frame) or extent * dtype.itemsize > 1 << 62:
        raise WireError("an array with more entries than its frame")
    if size == 0:
        return _sealed(np.empty(shape, dtype)), end
    array = np.ndarray(shape, dtype, frame, at)
    if code == 0 and frame[at:end].strip(b"\0\1"):
        raise WireError("a Boolean that is neither 0 nor 1")
    if tag == _SCALAR:
        return array[()], end
    return array, end


def _sealed(array: Any) -> Any:
    array.flags.writeable = False
    return array


def copied(value: Any) -> Any:
    """``value`` with every array writable and in memory of its own, and every list a new one."""
    if type(value) is np.ndarray:
        return value.copy()
    if type(value) is list:
        return [each if type(each) is str else copied(each) for each in value]
    if type(value) is tuple:
        return tuple([copied(each) for each in value])
    return value

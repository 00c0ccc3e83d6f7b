"""A long answer in short: some of its entries and four weighted sums of all of them.

The answers to very large inputs would fill a bank.  A digest keeps ``ENTRIES`` entries at even distances, and sums
with weights that repeat with the periods 1, 7, 11 and 13, so that a wrong, a missing and a moved entry change one.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

ENTRIES = 64
LONG = 128  # a longer answer is stored as its digest
_PERIODS = (1, 7, 11, 13)


@dataclass(frozen=True)
class Digest:
    """A long array in short.

    ``kind`` is "f8", "i8" or "b1"; ``sums`` are the weighted sums, and ``sizes`` those of absolute values, which say
    how much rounding may change the sums.
    """

    kind: str
    shape: tuple[int, ...]
    entries: tuple[float, ...]
    sums: tuple[float, ...]
    sizes: tuple[float, ...]


def digest_of(array: Any) -> Digest:
    """The digest of an array of kind f8, i8 or b1."""
    kind = {"f": "f8", "i": "i8", "b": "b1"}[array.dtype.kind]
    flat = array.ravel()
    sums, sizes = _sums(flat)
    return Digest(kind, array.shape, tuple(flat[_places(flat.size)].astype(float).tolist()), sums, sizes)


def matches(array: Any, digest: Digest, rtol: float, atol: float) -> bool:
    """Whether an array has the shape, the entries and the sums of a digest, floats within the tolerance."""
    if not isinstance(array, np.ndarray) or array.shape != digest.shape:
        return False
    flat = array.ravel()
    if digest.kind != "f8":
        rtol = atol = 0.0
    entries = np.array(digest.entries)
    found = flat[_places(flat.size)].astype(float)
    if not np.all((np.abs(found - entries) <= atol + rtol * np.abs(entries)) | _equal(found, entries)):
        return False
    sums, _ = _sums(flat)
    room = [flat.size * atol + 2 * rtol * size for size in digest.sizes]
    return all(
        one == other or abs(one - other) <= most or (one != one and other != other)
        for one, other, most in zip(sums, digest.sums, room, strict=True)
    )


def _equal(one: Any, other: Any) -> Any:
    return (one == other) | (np.isnan(one) & np.isnan(other))


def _places(size: int) -> Any:
    return np.arange(min(ENTRIES, size)) * (size - 1) // max(min(ENTRIES, size) - 1, 1)


def _sums(flat: Any) -> tuple[tuple[float, ...], tuple[float, ...]]:
    values = flat.astype(float)
    sums, sizes = [], []
    with np.errstate(all="ignore"):
        for period in _PERIODS:
            weighted = values * (np.arange(values.size) % period + 1)
            sums.append(float(weighted.sum()))
            sizes.append(float(np.abs(weighted).sum()))
    return tuple(sums), tuple(sizes)

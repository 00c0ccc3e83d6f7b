"""A long answer in short: some of its entries and four weighted sums of all of them.

The answers to large inputs would fill a bank.  A digest keeps the first, the middle, the last and other entries at even
distances, ``ENTRIES`` in all, and sums with weights that repeat with the periods 1, 7, 11 and 13, so that a wrong, a
missing and a moved entry change one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

ENTRIES = 16
LONG = 48  # a longer answer on the whole domain is stored as its digest
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
    entries = flat[_places(flat.size)].astype(float).tolist()
    # More digits than the tolerance needs would only make a bank longer.
    return Digest(kind, array.shape, _shortened(entries, 13), _shortened(sums, 15), _shortened(sizes, 3))


def _shortened(numbers: Sequence[float], digits: int) -> tuple[float, ...]:
    return tuple([float(f"{each:.{digits - 1}e}") for each in numbers])


def matches(array: Any, digest: Digest, rtol: float, atol: float) -> bool:
    """Whether an array has the shape, the entries and the sums of a digest, floats within the tolerance."""
    if not isinstance(array, np.ndarray) or array.shape != digest.shape:
        return False
    flat = array.ravel()
    if digest.kind != "f8":
        rtol, atol = 1e-15, 0.0  # whole numbers below 10^12 are compared exactly
    entries = np.array(digest.entries)
    found = flat[_places(flat.size)].astype(float)
    if not _near(found, entries, rtol, atol).all():
        return False
    sums, _ = _sums(flat)
    room = [flat.size * atol + 2 * rtol * size for size in digest.sizes]
    return all(
        one == other or abs(one - other) <= most or (one != one and other != other)
        for one, other, most in zip(sums, digest.sums, room, strict=True)
    )


def differ(one: Digest, other: Digest, rtol: float, atol: float) -> bool:
    """Whether two digests show that the arrays are different."""
    if one.shape != other.shape:
        return True
    a, b = np.array([*one.entries, *one.sums]), np.array([*other.entries, *other.sums])
    return not _near(a, b, rtol, atol).all()


def _near(one: Any, other: Any, rtol: float, atol: float) -> Any:
    with np.errstate(invalid="ignore"):  # infinity minus infinity
        near = np.abs(one - other) <= atol + rtol * np.abs(other)
    return (near & np.isfinite(other)) | (one == other) | (np.isnan(one) & np.isnan(other))


def _places(size: int) -> Any:
    count = min(ENTRIES, size)
    places = np.arange(count) * (size - 1) // max(count - 1, 1)
    if count > 2:
        places[count // 2] = size // 2
    return places


def _sums(flat: Any) -> tuple[tuple[float, ...], tuple[float, ...]]:
    values = flat.astype(float)
    sums, sizes = [], []
    with np.errstate(all="ignore"):
        for period in _PERIODS:
            weighted = values * (np.arange(values.size) % period + 1)
            sums.append(float(weighted.sum()))
            sizes.append(float(np.abs(weighted).sum()))
    return tuple(sums), tuple(sizes)

"""Numba, with its options in one place, loaded by the first call of a kernel and never by an import.

Numba costs more to import than a whole check may take, and a failing submission is taught with the
plain answer of the same file: so a decorated function is a stand-in until somebody calls it.
"""

from collections.abc import Callable
from typing import Any

# Floating-point liberties (LLVM's fast-math flags). Never `True`: that includes `nnan`, with which
# `isnan` is always False. Nothing for answers that jump (indices, argmax): plain kernels are
# bit-identical to NumPy there.
EXACT: frozenset[str] = frozenset()
FUSED = frozenset({"contract", "nsz"})  # a * b + c rounded once; for polynomials
SUMS = FUSED | {"reassoc"}  # a sum may be split over vector lanes: 5 times faster than in order

_OPTIONS: dict[str, Any] = {
    # 1 / 0 is inf, as in NumPy; Python's check for a zero divisor would keep loops from vectorising.
    "error_model": "numpy",
    # Compiling takes a second or so: once for each machine, not for each run.
    "cache": True,
}


def kernel(signature: str | None = None, *, flags: frozenset[str] = EXACT) -> Callable[..., Any]:
    """Decorate a function that Numba compiles when a kernel of its module is first called.

    Args:
        signature: Numba's, for functions called from Python: one version is compiled, and other
            arguments raise TypeError. None: compiled for whatever kernels pass to it.
        flags: EXACT, FUSED or SUMS.

    Kernels of one file may call each other; ones defined earlier if they have a signature. Import
    the module rather than the kernel (`_ngrams.count(...)`), to find the compiled one there. A kernel
    of another file may be called from a kernel too, but editing that file leaves the caller's cache
    stale, because Numba looks only at the file of the kernel itself.

    """

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        home = function.__globals__

        def stand_in(*arguments: Any) -> Any:
            _compile_all(home)
            return home[function.__name__](*arguments)

        stand_in.__name__ = function.__name__
        stand_in.__doc__ = function.__doc__
        stand_in.pending = (function, signature, flags)  # type: ignore[attr-defined]
        return stand_in

    return decorate


def _compile_all(names: dict[str, Any]) -> None:
    """Put Numba's dispatchers in the place of the stand-ins among a module's globals."""
    for name, value in list(names.items()):
        pending = getattr(value, "pending", None)
        if pending is None:
            continue
        function, signature, flags = pending
        home = function.__globals__
        if home is names:
            names[name] = _compile(function, signature, flags)
        else:
            _compile_all(home)
            names[name] = home[function.__name__]


def _compile(function: Callable[..., Any], signature: str | None, flags: frozenset[str]) -> Any:
    from numba import njit

    options = {**_OPTIONS, "fastmath": set(flags)}
    try:
        return njit(signature, **options)(function)
    except RuntimeError as error:  # a read-only installation without a home folder
        if "no locator available" not in str(error):
            raise
        return njit(signature, **{**options, "cache": False})(function)

"""Numba, with its options in one place; the first call of a kernel imports it, never an import.

Importing Numba takes longer than a whole check may take, and explaining a failure needs only the plain
answer in the same file. A decorated function is therefore a placeholder until it is called.
"""

import importlib
import sys
from collections.abc import Callable
from typing import Any

from gradkata.author_code import PREFIX

# LLVM's fast-math flags. Never `True`: that includes `nnan`, with which `isnan` is always False.
# No flags for discontinuous results (indices, argmax): there, kernels without them are bit-identical
# to NumPy.
EXACT: frozenset[str] = frozenset()
FUSED = frozenset({"contract", "nsz"})  # a * b + c rounded once; for polynomials
SUMS = FUSED | {"reassoc"}  # a sum may be split over vector lanes: 5 times faster than in order

_OPTIONS: dict[str, Any] = {
    # 1 / 0 is inf, as in NumPy; Python's check for a zero divisor would keep loops from vectorising.
    "error_model": "numpy",
    # Compiling takes about a second: once for each machine, not for each run.
    "cache": True,
}


def kernel(signature: str | None = None, *, flags: frozenset[str] = EXACT) -> Callable[..., Any]:
    """Decorate a function that Numba compiles when a kernel of its module is first called.

    Args:
        signature: a Numba signature, for functions called from Python: one version is compiled, and
            other arguments raise TypeError. None: compiled for the types that kernels pass to it.
        flags: EXACT, FUSED or SUMS.

    Kernels in the same file may call each other; a kernel with a signature may call only kernels that
    are defined before it. Import the module rather than the kernel (`_ngrams.count(...)`), so that the
    call finds the compiled function. A kernel may also call a kernel of another file, but editing that
    file leaves the caller's cache stale, because Numba checks only the file of the caller itself.

    """

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        home = function.__globals__

        def placeholder(*arguments: Any) -> Any:
            _compile_all(home)
            return home[function.__name__](*arguments)

        placeholder.__name__ = function.__name__
        placeholder.__doc__ = function.__doc__
        placeholder.pending = (function, signature, flags)  # type: ignore[attr-defined]
        return placeholder

    return decorate


def _compile_all(names: dict[str, Any]) -> None:
    """Replace the placeholders among a module's globals with Numba's dispatchers."""
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
    while True:
        try:
            return njit(signature, **options)(function)
        except RuntimeError as error:  # a read-only installation without a home folder
            if "no locator available" not in str(error):
                raise
            options["cache"] = False
        except ModuleNotFoundError as error:
            if not _is_found_under_new_name(str(error.name), function.__module__):
                raise


def _is_found_under_new_name(old: str, module: str) -> bool:
    """Whether ``old`` is the former name of a module of the collection that ``module`` is in; it then has both.

    Numba's cache names modules, and the name of a collection's package depends on the collection's folder.
    """
    top, _, rest = old.partition(".")
    if not top.startswith(PREFIX) or not module.startswith(PREFIX):
        return False
    name = ".".join(filter(None, [module.partition(".")[0], rest]))
    sys.modules[old] = importlib.import_module(name)
    return True

"""Reduce a student's interpreter to the standard library and NumPy, and find their places."""

import os
import sys
import warnings
from importlib.machinery import PathFinder
from types import ModuleType

import numpy as np


def interpreter() -> str:
    """The file of this Python; a virtual environment holds a link to it."""
    return os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable)


def standard_library() -> tuple[str, ...]:
    """The folders that hold the standard library's modules."""
    compiled = [path for path in sys.path if os.path.basename(path) in ("lib-dynload", "DLLs")]
    return (os.path.dirname(os.__file__), *compiled)


def packages() -> str:
    """The folder that NumPy is installed in."""
    return os.path.realpath(os.path.dirname(os.path.dirname(os.path.abspath(np.__file__))))


def root() -> str:
    """The folder that gradkata is installed in."""
    path = os.path.dirname(os.path.abspath(__file__))
    for _ in __package__.split("."):
        path = os.path.dirname(path)
    return os.path.realpath(path)


def _ignored(*arguments: object, **named: object) -> None:
    """Take the place of a function that must have no effect."""


def forget() -> None:
    """Keep the standard library and NumPy only, so that imports fail in the same way on every machine."""
    if sys.platform.startswith("linux"):
        from gradkata.isolation.inside import libc

        libc.wipe_environment()
    else:
        os.environ.clear()
    os.chdir(os.path.abspath(os.sep))
    sys.argv[:] = ["student"]
    sys.path[:] = standard_library()
    sys.path_importer_cache.clear()
    finders = ("BuiltinImporter", "FrozenImporter", "PathFinder")
    sys.meta_path[:] = [f for f in sys.meta_path if getattr(f, "__name__", "") in finders]
    # The folder itself cannot be listed later, but Python remembers its contents.
    PathFinder.find_spec("a_module_that_is_not_there")
    known = sys.stdlib_module_names | {"numpy"}
    for name in list(sys.modules):
        if name.partition(".")[0] not in known:
            del sys.modules[name]
    sys.modules["__main__"] = ModuleType("__main__")
    sys.settrace(None)
    sys.setprofile(None)
    # A debugger that was left in a file has nobody to talk to.
    sys.settrace = sys.breakpointhook = _ignored
    warnings.simplefilter("ignore")
    np.seterr(all="warn", under="ignore")

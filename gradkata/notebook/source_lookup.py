"""Finds the source of a function in a kernel: the cells that were run, or the function's file.

The function object in memory is never judged: students hand in text, so the same text is judged here.
"""

import builtins
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from types import FunctionType
from typing import Any, NamedTuple

from gradkata.catalog import Catalog, short_name
from gradkata.submissions.submission import Submission

_MAX_NAMED = 3


class NoSourceError(Exception):
    """The source of a function was not found; the message says where to write it."""


class FoundSource(NamedTuple):
    """The source to judge, and notes for its author."""

    submission: Submission
    notes: tuple[str, ...] = ()


def name_of(function: object) -> object:
    """The name of a function; of a lambda or another object without one, the name that it is bound to."""
    name = getattr(function, "__name__", None)
    if isinstance(name, str) and name.isidentifier():
        return name
    bound = vars(sys.modules["__main__"])
    return next(
        (each for each, value in list(bound.items()) if value is function and not each.startswith("_")), name
    )


def look_up(catalog: Catalog, name: str, function: object) -> FoundSource:
    """The source of the answer called ``name``; ``function`` is None if only its name is known.

    Raises:
        NoSourceError: if the function has no source.
    """
    module = function.__module__ if isinstance(_python_function(function), FunctionType) else "__main__"
    shell = _shell()
    if shell is None or module != "__main__":
        return _of_file(name, function, in_notebook=shell is not None)
    return _of_cells(catalog, name, function, shell)


def _shell() -> Any:
    """The IPython shell if this process has one; IPython is not imported to find out."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None else None


def _of_cells(catalog: Catalog, name: str, function: object, shell: Any) -> FoundSource:
    from gradkata.submissions.extract import extract
    from gradkata.submissions.files import UnreadableError

    document = {"cells": [{"cell_type": "code", "source": text} for text in _executed(shell)]}
    katas = {short_name(slug) for slug in catalog.slugs}
    try:
        found = extract(json.dumps(document).encode(), "This notebook", katas)
    except UnreadableError as error:
        raise NoSourceError(f"{error} Restart the kernel and run the cells that you need.") from None
    if name not in found.names():
        raise NoSourceError(
            f"No cell that you have run since the kernel started defines `{name}`. "
            "Write it into a cell, run that cell, and check again."
        )
    notes = list(found.notes)
    missing = [each for each in _globals_of(function) if each not in found.bound]
    if missing:
        shown = " and ".join(f"`{each}`" for each in missing[:_MAX_NAMED])
        notes.append(
            f"`{name}` uses {shown}, known to this kernel, but not defined in any cell that you have run. "
            "Only the cells are run here."
        )
    return FoundSource(replace(found.submission(name), filename=_notebook_name()), tuple(notes))


def _executed(shell: Any) -> Iterator[str]:
    """The text of each cell that was run; empty if it is not valid Python or was run again later."""
    import ast

    texts = list(shell.history_manager.input_hist_raw)[1:]
    last = {text: number for number, text in enumerate(texts)}
    for number, text in enumerate(texts):
        try:
            ast.parse(shell.transform_cell(text))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            yield ""
        else:
            yield text if last[text] == number else ""


def _globals_of(function: object) -> Iterator[str]:
    """The names that a function uses and its module defines, except for builtins."""
    function = _python_function(function)
    code, defined = getattr(function, "__code__", None), getattr(function, "__globals__", {})
    for each in getattr(code, "co_names", ()):
        if each in defined and not hasattr(builtins, each):
            yield each


def _python_function(function: object) -> Any:
    """The Python function behind a function that Numba has compiled; any other object as it is."""
    return getattr(function, "py_func", function)


def _notebook_name() -> str:
    """The notebook's file name, if Jupyter provides it; its suffix shows the sandbox that these are cells."""
    name = os.path.basename(os.environ.get("JPY_SESSION_NAME", ""))
    return name if name.endswith(".ipynb") and name.isprintable() else "notebook.ipynb"


def _of_file(name: str, function: object, *, in_notebook: bool) -> FoundSource:
    import inspect

    from gradkata.submissions.naming import defined

    function = _python_function(function.func if isinstance(function, partial) else function)
    try:
        lines, _ = inspect.findsource(function)  # type: ignore[arg-type]
        file = os.path.basename(inspect.getsourcefile(function) or "file.py")  # type: ignore[arg-type]
        source = "".join(lines).encode()
    except (OSError, TypeError, ValueError):
        raise NoSourceError(
            f"Python has no source of `{name}`. Write it into a file or a cell of a notebook, and check it there."
        ) from None
    if name not in defined(source):
        raise NoSourceError(f"{file} does not define `{name}`. Give the function the name of the kata.")
    notes = [f"`{name}` is in {file} and not in this notebook; the notebook alone contains no answer."]
    return FoundSource(Submission(source, file), tuple(notes * in_notebook))

"""From a function in a kernel to the source that is judged: the cells that were run, or the function's file.

A function is never read out of memory: what a student hands in is text, and what is judged here is the same.
"""

import builtins
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from gradkata.catalog import Catalog, short_name
from gradkata.submissions.submission import Submission

_MOST_NAMED = 3


class NoSourceError(Exception):
    """There is no source of a function; the message says where to put it."""


class FoundSource(NamedTuple):
    """What is judged, and what its author is told beside the verdict."""

    submission: Submission
    notes: tuple[str, ...] = ()


def look_up(catalog: Catalog, name: str, function: object) -> FoundSource:
    """The source of the answer called ``name``; ``function`` is None where only its name is known.

    Raises:
        NoSourceError: where the function is in memory alone.
    """
    module = getattr(function, "__module__", "__main__")
    shell = _shell()
    if shell is None or module != "__main__":
        return _of_file(catalog, name, function, in_notebook=shell is not None)
    return _of_cells(catalog, name, function, shell)


def _shell() -> Any:
    """IPython, where this is a session of it; it is not imported to find out."""
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
        raise NoSourceError(f"{error} Restart the kernel, and run the cells that you need.") from None
    if name not in found.names():
        raise NoSourceError(
            f"`{name}` is in no cell that you have run since the kernel started. "
            "Write it into a cell, run that cell, and check again."
        )
    notes = list(found.notes)
    missing = [each for each in _globals_of(function) if each not in found.bound]
    if missing:
        shown = " and ".join(f"`{each}`" for each in missing[:_MOST_NAMED])
        notes.append(
            f"`{name}` uses {shown}, which this kernel remembers and no cell that you have run defines. "
            "Only imports, definitions and constants in cells are taken."
        )
    return FoundSource(replace(found.submission(name), filename=_notebook_name()), tuple(notes))


def _executed(shell: Any) -> Iterator[str]:
    """The cells that were run, by number from 1; nothing for those that Python refused or that ran again later."""
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
    """The names that a function reads from its module and that are there, modules and builtins aside."""
    function = getattr(function, "py_func", function)  # as Numba calls what it has compiled
    code, there = getattr(function, "__code__", None), getattr(function, "__globals__", {})
    for each in getattr(code, "co_names", ()):
        if each in there and not hasattr(builtins, each):
            yield each


def _notebook_name() -> str:
    """The notebook's file name where Jupyter tells it; its suffix tells the sandbox that these are cells."""
    name = os.path.basename(os.environ.get("JPY_SESSION_NAME", ""))
    return name if name.endswith(".ipynb") and name.isprintable() else "notebook.ipynb"


def _of_file(catalog: Catalog, name: str, function: object, *, in_notebook: bool) -> FoundSource:
    import inspect

    from gradkata.submissions.statement_filter import Seen, sifted

    function = getattr(function, "py_func", function)
    try:
        lines, _ = inspect.findsource(function)  # type: ignore[arg-type]
        file = os.path.basename(inspect.getsourcefile(function) or "file.py")  # type: ignore[arg-type]
        kept = sifted("".join(lines), {short_name(slug) for slug in catalog.slugs}, Seen())
    except (OSError, TypeError, SyntaxError, ValueError, RecursionError):
        raise NoSourceError(
            f"Python has kept no source of `{name}`. Write it into a file, or a cell of a notebook, "
            "and check it there."
        ) from None
    if name not in kept.bound:
        raise NoSourceError(f"{file} defines no `{name}`. Call the function as the kata is called.")
    notes = [f"`{name}` is in {file} and not in this notebook, which holds no answer without it."]
    return FoundSource(Submission(kept.text, file), tuple(notes * in_notebook))

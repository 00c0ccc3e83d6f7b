"""Imports the files of a collection under names that no other package has.

Graders and solutions are modules of packages that exist in memory only: one for each collection, with
``solutions`` and ``graders`` inside it.  Relative imports therefore work in the same way in a wheel, in a checkout
and in a course's own folder, and a user's own module or folder called ``graders`` is never imported instead.
"""

import importlib
import re
import sys
from pathlib import Path
from types import ModuleType

from gradkata.author_code import PREFIX as PREFIX
from gradkata.author_code import GraderFaultError, Overrun, begin, end, place_in, too_much_memory
from gradkata.catalog import BUILT_IN, Collection

_PRIVATE = re.compile(rf"{PREFIX}(?:_[0-9a-f]{{12}})?\.")


def load_grader(collection: Collection, slug: str) -> ModuleType:
    """The module of a kata's grader, or of a helper of its chapter; never a student's code."""
    return _load(collection, "graders", slug)


def load_solution(collection: Collection, slug: str) -> ModuleType:
    """The module of a kata's right answers; Numba is imported only when a kernel is called."""
    return _load(collection, "solutions", slug)


def package_name(collection: Collection, folder: str) -> str:
    """The dotted name of the package that holds a collection's ``solutions`` or ``graders``."""
    # The name of the built-in one is fixed: Numba's cache contains it, and a checkout can be moved.
    if collection.root == BUILT_IN:
        return f"{PREFIX}.{folder}"
    import hashlib

    return f"{PREFIX}_{hashlib.sha256(bytes(collection.root)).hexdigest()[:12]}.{folder}"


def source_files(collection: Collection, slug: str) -> list[Path]:
    """The grader and the solution of a kata, and the helpers that they import, directly or through others."""
    import ast

    pending = [collection.grader(slug), collection.solution(slug)]
    found: dict[Path, None] = {}
    while pending:
        path = pending.pop(0)
        if path in found or not path.is_file():
            continue
        found[path] = None
        for node in ast.walk(ast.parse(path.read_text("utf-8-sig"), str(path))):
            if isinstance(node, ast.ImportFrom) and node.level:
                module = path.parents[node.level - 1].joinpath(*filter(None, (node.module or "").split(".")))
                pending += [
                    module.with_name(f"{module.name}.py"),
                    *(module / f"{n.name}.py" for n in node.names),
                ]
    return list(found)


def describe_error(error: BaseException) -> str:
    """An exception in one line, with the whole path and the line of the author's file that it comes from."""
    if isinstance(error, GraderFaultError):
        return str(error)  # a sentence that says all of this already
    text, place = str(error), place_in(error.__traceback__)
    if isinstance(error, SyntaxError) and error.filename:
        text = f"{error.msg} ({error.filename}, line {error.lineno})"
    elif place is not None:
        text = f"{text} ({place})".lstrip()
    own = _PRIVATE.sub("", text)
    return f"{type(error).__name__}: {own}"


def _load(collection: Collection, folder: str, slug: str) -> ModuleType:
    package = package_name(collection, folder)
    _package(package.rpartition(".")[0], [])
    for each in (
        "solutions",
        "graders",
    ):  # always both, so that an import does not depend on what came before
        _package(package_name(collection, each), [str(collection.root / each)])
    path = collection.root / folder / f"{slug}.py"
    if not path.is_file():
        raise FileNotFoundError(f"{path} is missing")
    piece = begin(f"the import of {path}")
    try:
        return importlib.import_module(f"{package}.{slug.replace('/', '.')}")
    except SystemExit as stop:
        raise ImportError(f"{path} ends the interpreter when it is imported") from stop
    except Overrun as stop:
        raise GraderFaultError(f"The import of {path} {stop}") from None
    except MemoryError as error:
        raise GraderFaultError(f"The import of {path} {too_much_memory(piece, error)}") from None
    finally:
        end(piece)


def _package(name: str, folders: list[str]) -> None:
    """Create a package that has no file of its own, and whose modules are in ``folders``."""
    if name not in sys.modules:
        package = ModuleType(name)
        package.__path__ = folders
        sys.modules[name] = package

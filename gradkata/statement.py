"""The statement of a kata, read from its stub without running it."""

import ast
from pathlib import Path
from typing import NamedTuple

from gradkata.catalog import repair_of


class UnreadableStubError(Exception):
    """The stub of an installed kata that is missing or damaged; the message says what to do."""


class Statement(NamedTuple):
    """The Markdown of a stub's docstring, and the signature and docstring of its function."""

    text: str
    signature: str
    gist: str


def read(stub: Path) -> Statement:
    """Return the statement of a stub.

    Raises:
        UnreadableStubError: if the installed stub is missing or is not valid Python.
    """
    try:
        module = ast.parse(stub.read_text("utf-8-sig"), stub.name)
    except (OSError, SyntaxError, ValueError) as error:
        raise UnreadableStubError(f"{stub} cannot be read ({error}). {repair_of(stub)}") from None
    function = next((f for f in module.body if isinstance(f, ast.FunctionDef)), None)
    if function is None:
        return Statement(ast.get_docstring(module) or "", "", "")
    head = f"def {function.name}({ast.unparse(function.args)})"
    if function.returns is not None:
        head += f" -> {ast.unparse(function.returns)}"
    return Statement(ast.get_docstring(module) or "", head + ":", ast.get_docstring(function) or "")


def title(stub: Path) -> str:
    """Return the first heading of the statement, or the function's name if there is none."""
    try:
        lines = read(stub).text.splitlines()
    except UnreadableStubError:
        lines = []
    for line in lines:
        if line.startswith("#"):
            return line.lstrip("#").strip()
    return stub.stem

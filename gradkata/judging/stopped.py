"""Where a call was when it was stopped: the line of the loop that did not end.

A loop is stopped in any of its lines, which differs from run to run.  A report must not differ, so that it names the
line in which a loop begins: the outermost `while` of the functions that were running, else the outermost `for`, else
the line of the outermost call.
"""

import ast
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gradkata.submissions.submission import Submission

_MOST_BYTES = 1 << 16  # of a file in which loops are looked for
_LONGEST = 100
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


class _Loop(NamedTuple):
    """The lines of a loop, and those of the function around it."""

    first: int
    last: int
    is_while: bool
    function: tuple[int, int]


def place_of(stack: Sequence[int], submission: Submission) -> str:
    """A sentence on the loop or line that was running, with the text of the line.

    Args:
        stack: the lines of the student's functions that were running, outermost first.
        submission: the file that they are lines of.
    """
    lines = _lines(submission.source)
    known = [line for line in stack if 0 < line <= len(lines)]
    if not known:
        return ""
    running = [loop for line in known for loop in _around(submission.source, line)]
    loop = next((each for each in running if each.is_while), running[0] if running else None)
    line = loop.first if loop else known[0]
    what = "in the loop that begins at" if loop else "at"
    return f"It was stopped {what}\n  {submission.place(line)}\n    {lines[line - 1].strip()[:_LONGEST]}"


def _around(source: bytes, line: int) -> list[_Loop]:
    """The loops around a line, outermost first, but for those around the function that it is in."""
    loops, functions = _structure(source)
    inside = [each for each in functions if each[0] <= line <= each[1]]
    function = max(inside, default=(0, 0))
    return sorted(
        (each for each in loops if each.first <= line <= each.last and each.function == function),
        key=lambda each: (each.first, -each.last),
    )


def _structure(source: bytes) -> tuple[list[_Loop], list[tuple[int, int]]]:
    """The loops and the functions of a file; none if it is long or cannot be parsed."""
    if len(source) > _MOST_BYTES:
        return [], []
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return [], []
    loops: list[_Loop] = []
    functions: list[tuple[int, int]] = []
    waiting: list[tuple[ast.AST, tuple[int, int]]] = [(tree, (0, 0))]
    while waiting:
        node, function = waiting.pop()
        if isinstance(node, _FUNCTIONS):
            function = (node.lineno, node.end_lineno or node.lineno)
            functions.append(function)
        loops += _loop(node, function)
        waiting += [(child, function) for child in ast.iter_child_nodes(node)]
    return loops, functions


def _loop(node: ast.AST, function: tuple[int, int]) -> Iterator[_Loop]:
    """The loop that a node is, if it is one; its `else` is not part of it."""
    if isinstance(node, ast.While | ast.For | ast.AsyncFor):
        last = node.body[-1].end_lineno or node.lineno
        yield _Loop(node.lineno, last, isinstance(node, ast.While), function)
    elif isinstance(node, _COMPREHENSIONS):
        yield _Loop(node.lineno, node.end_lineno or node.lineno, False, function)


def _lines(source: bytes) -> list[str]:
    text = source.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

"""Running code that may never end: every loop and every function ticks a clock that counts, not one of time."""

import ast
import sys
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import numpy as np

TICKS = 20_000
_LARGEST = 4 * 2**20  # bytes in one variable; looked at every fourth tick, for a loop can double it
_TICK = "__tick__"


class MutantStuck(Exception):  # noqa: N818 - a fact about the mutant, not an error of ours
    """A call went through too many loops, or gathered too much."""


def bounded(text: str, path: Path, function: str, watched: Collection[str]) -> Callable[..., Any]:
    """``function`` of the module ``text``, run in a namespace of its own when it is first called.

    Args:
        text: A module's source.
        path: The file that it stands for; nothing is read from it.
        function: The name of what is called.
        watched: The definitions at the top of the module whose loops and calls are counted.

    The function raises MutantStuck after 20,000 ticks, and whatever its code raises.

    """
    left = 0
    loaded: dict[str, Callable[..., Any]] = {}

    def tick() -> bool:
        nonlocal left
        left -= 1
        if left < 0:
            raise MutantStuck(f"{function} went through more than {TICKS} loops and calls")
        if left % 4 == 0 and any(_bytes(value) > _LARGEST for value in sys._getframe(1).f_locals.values()):
            raise MutantStuck(f"{function} gathered more than {_LARGEST} bytes in one variable")
        return True

    def run(*arguments: Any, **named: Any) -> Any:
        nonlocal left
        left = TICKS
        if not loaded:
            package = ".".join(path.parts[-3:-1])
            namespace = {"__name__": path.stem, "__file__": str(path), "__package__": package, _TICK: tick}
            exec(_compiled(text, path, watched), namespace)
            loaded[function] = namespace[function]
        return loaded[function](*arguments, **named)

    run.__name__ = function
    return run


def _compiled(text: str, path: Path, watched: Collection[str]) -> Any:
    import warnings

    tree = ast.parse(text)
    for statement in tree.body:
        if defined(statement) & set(watched):
            _add_ticks(statement)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # `x is 1`: a mutant may look silly
        return compile(ast.fix_missing_locations(tree), str(path), "exec", dont_inherit=True)


def defined(node: ast.stmt) -> set[str]:
    """The names that a statement at the top of a module defines."""
    if isinstance(node, ast.FunctionDef):
        return {node.name}
    if isinstance(node, (ast.Assign, ast.AnnAssign)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return {each.id for each in targets if isinstance(each, ast.Name)}
    return set()


def _add_ticks(definition: ast.stmt) -> None:
    """Put a tick at the head of every function, loop, comprehension and lambda."""
    for node in ast.walk(definition):
        if isinstance(node, (ast.FunctionDef, ast.For, ast.While)):
            node.body.insert(0, ast.Expr(_call()))
        elif isinstance(node, ast.comprehension):
            node.ifs.insert(0, _call())
        elif isinstance(node, ast.Lambda):
            node.body = ast.IfExp(_call(), node.body, ast.Constant(None))


def _call() -> ast.Call:
    return ast.Call(ast.Name(_TICK, ast.Load()), [], [])


def _bytes(value: object) -> int:
    if isinstance(value, np.ndarray):
        return value.nbytes
    if isinstance(value, int):
        return value.bit_length() // 8
    return 8 * len(value) if isinstance(value, (list, tuple, str, dict, set)) else 0

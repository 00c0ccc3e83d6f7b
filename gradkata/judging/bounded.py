"""Run code that may never end: its loops and calls are counted, not timed."""

import ast
import sys
from collections.abc import Callable, Collection
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

FREE = 200  # ticks that every call may use
TIMES = 10  # ticks that a mutant may use for each tick of the right answer
MOST = 20_000  # ticks if the right answer gives no measure
_LARGEST = 4 * 2**20  # bytes in one variable; checked every fourth tick, since a loop can double it
_TICK = "__tick__"


class MutantStuck(Exception):  # noqa: N818 - a fact about the mutant, not an error in gradkata
    """A call ran too many loops, or collected too much data."""


def bounded(
    text: str,
    path: Path,
    function: str,
    watched: Collection[str],
    usual: Callable[..., int] | None = None,
    package: str = "",
) -> Callable[..., Any]:
    """``function`` of the module ``text``, run in a namespace of its own when it is first called.

    Args:
        text: The source of a module.
        path: The file that the source belongs to; nothing is read from it.
        function: The name of the function to call.
        watched: The definitions at the top of the module whose loops and calls are counted.
        usual: How many ticks the right answer takes for the same arguments; called after 200 ticks only.
        package: The package from which relative imports of the module start.

    The function raises whatever its code raises, and MutantStuck after ten times the usual ticks.

    """
    left = 0
    asked: tuple[tuple[Any, ...], dict[str, Any]] | None = None

    def tick() -> bool:
        nonlocal left, asked
        left -= 1
        if left < 0 and asked is not None:
            (arguments, named), asked = asked, None
            left += _allowance(usual, arguments, named)
        if left < 0:
            raise MutantStuck(f"{function} runs far more loops and calls than it needs")
        if left % 4 == 0 and any(_bytes(value) > _LARGEST for value in sys._getframe(1).f_locals.values()):
            raise MutantStuck(f"{function} collected more than {_LARGEST} bytes in one variable")
        return True

    run = _when_called(text, path, function, watched, tick, package)

    def answer(*arguments: Any, **named: Any) -> Any:
        nonlocal left, asked
        left, asked = FREE, (arguments, named)
        return run(*arguments, **named)

    answer.__name__ = function
    return answer


def counted(
    text: str, path: Path, function: str, watched: Collection[str], package: str = ""
) -> Callable[..., int]:
    """A function that counts the ticks of ``function`` and drops its result; it must be known to end."""
    ticks = 0

    def tick() -> bool:
        nonlocal ticks
        ticks += 1
        if ticks > MOST:
            raise MutantStuck(f"{function} ran more than {MOST} loops and calls")
        return True

    run = _when_called(text, path, function, watched, tick, package)

    def count(*arguments: Any, **named: Any) -> int:
        nonlocal ticks
        ticks = 0
        run(*arguments, **named)
        return ticks

    return count


def _allowance(usual: Callable[..., int] | None, arguments: tuple[Any, ...], named: dict[str, Any]) -> int:
    if usual is None:
        return MOST
    try:
        return TIMES * usual(*arguments, **named)
    except Exception:  # arguments that only a mutant passes, or that it has changed
        return MOST


def _when_called(
    text: str, path: Path, function: str, watched: Collection[str], tick: Callable[[], bool], package: str
) -> Callable[..., Any]:
    """``function``, with its module run at the first call."""
    loaded: list[Callable[..., Any]] = []

    def run(*arguments: Any, **named: Any) -> Any:
        if not loaded:
            namespace: dict[str, Any] = {"__name__": path.stem, "__file__": str(path)}
            namespace |= {"__package__": package, _TICK: tick}
            exec(_compiled(text, path, frozenset(watched)), namespace)
            loaded.append(namespace[function])
        return loaded[0](*arguments, **named)

    return run


@lru_cache(maxsize=256)
def _compiled(text: str, path: Path, watched: frozenset[str]) -> Any:
    import warnings

    tree = ast.parse(text)
    for statement in tree.body:
        if defined(statement) & watched:
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
    """Insert a tick at the start of every function, loop, comprehension and lambda."""
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

"""Turn recorded strategies into Hypothesis strategies, and draw examples with them.

Graders declare their input with recorded strategies (`declaring.recording`), so that loading a grader does
not import Hypothesis.  This module imports it, inside its functions, and only two tasks need it: drawing a
bank (`draw_examples`), and shrinking a failure that enumeration does not find (`shrink`).

`strategy_of` translates a recorded strategy together with the strategies among its arguments.  References to
other draws (`arg`) have been replaced before: `recording.draw_all` draws the names of an example in the order
of their dependencies, and `_given` runs it inside one composite strategy.  Arrays are drawn entry by entry;
the default of Hypothesis, which fills most of an array with one value, reveals few mistakes.

Draws must be reproducible.  A bank must be the same when it is drawn again on another machine, and a student
must always see the same counterexample.  Therefore `_run` fixes the seed and switches off the database of
examples, deadlines and health checks.  Hypothesis also draws constants that it finds in the source files of
loaded modules; `hidden_source_files` hides these files.

A search ends after a number of draws, not after a time.  Hypothesis has no such limit for shrinking, so
`shrink` counts the draws and raises `EnoughError`, and it remembers the smallest failing example itself.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any

from gradkata.author_code import begin, end
from gradkata.declaring.recording import Recorded, draw_all, written
from gradkata.loader import describe_error

_LONGEST = 120


class DrawError(Exception):
    """Input that cannot be drawn; the message says for which name, how it is declared, and why not."""


class _UndrawableError(BaseException):
    """Carries a `DrawError` past Hypothesis, which would look for a smaller example that fails."""


class EnoughError(BaseException):
    """Ends a search at once.  Not an `Exception`, so that Hypothesis does not try to shrink it."""


def strategy_of(recorded: Any) -> Any:
    """The real strategy for a recorded one; a fixed value becomes ``just``."""
    from hypothesis import strategies as real
    from hypothesis.extra import numpy as real_numpy

    if not isinstance(recorded, Recorded):
        return real.just(recorded)
    args, kwargs = recorded.args, dict(recorded.kwargs)
    if recorded.name in ("map", "filter"):
        return getattr(strategy_of(args[0]), recorded.name)(args[1])
    if recorded.name == "flatmap":
        return strategy_of(args[0]).flatmap(lambda value: strategy_of(args[1](value)))
    if recorded.name == "composite":
        return _composite(args[0])(args[1:], kwargs)
    if recorded.name in ("integers", "booleans"):
        return _plain(recorded)
    if recorded.name == "arrays":
        elements = strategy_of(kwargs.pop("elements"))
        # Hypothesis fills arrays with one repeated value by default: inputs that kill few wrong answers.
        dtype = kwargs.pop("dtype", "f8")
        return real_numpy.arrays(dtype, *args, elements=elements, fill=real.nothing(), **kwargs)
    if recorded.name == "fixed_dictionaries":
        return real.fixed_dictionaries({key: strategy_of(part) for key, part in args[0].items()})
    if recorded.name in ("tuples", "one_of"):
        return getattr(real, recorded.name)(*map(strategy_of, args))
    built = [strategy_of(part) if isinstance(part, Recorded) else part for part in args]
    return getattr(real, recorded.name)(*built, **kwargs)


@cache
def _plain(recorded: Recorded) -> Any:
    """Built once and cached: these are drawn often, and their arguments are plain numbers."""
    from hypothesis import strategies as real

    return getattr(real, recorded.name)(*recorded.args, **dict(recorded.kwargs))


@cache
def _composite(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function that makes a real strategy from the arguments of a composite function."""
    from hypothesis import strategies as real

    @real.composite
    def drawn(draw: Callable[[Any], Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        return function(lambda part: draw(strategy_of(part)), *args, **kwargs)

    return drawn


def _given(declared: Mapping[str, Any], drawn: list[int], unfinished: list[str]) -> Any:
    """A strategy for whole examples.

    ``drawn`` counts them, including those that Hypothesis abandons; ``unfinished`` then holds the name at which it did.
    """
    from hypothesis import strategies as real
    from hypothesis.errors import HypothesisException, InvalidArgument

    @real.composite
    def example(draw: Callable[[Any], Any]) -> dict[str, Any]:
        drawn[0] += 1

        def one(name: str, part: Recorded) -> Any:
            piece = begin(_said(name, declared[name]))
            unfinished[:] = [name]
            try:
                value = draw(strategy_of(part))
            except Exception as error:
                if isinstance(error, HypothesisException) and not isinstance(error, InvalidArgument):
                    raise  # this is how Hypothesis abandons an example
                raise _UndrawableError(_undrawable(name, declared[name], error)) from error
            finally:
                end(piece)
            unfinished.clear()
            return value

        try:
            return draw_all(declared, one)
        except LookupError as error:  # a reference to a name that does not exist
            raise _UndrawableError(DrawError(str(error))) from error

    return example()


def _said(name: str, declared: Any) -> str:
    text = written(declared)
    return f"the draw `{name}={text if len(text) <= _LONGEST else text[: _LONGEST - 3] + '...'}`"


def _undrawable(name: str, declared: Any, error: Exception) -> DrawError:
    why = "the memory ran out" if isinstance(error, MemoryError) else describe_error(error)
    return DrawError(
        f"{_said(name, declared)} gives no value: {why.removeprefix('InvalidArgument: ').rstrip('.')}"
    )


def draw_examples(declared: Mapping[str, Any], count: int, seed: str) -> list[dict[str, Any]]:
    """``count`` examples, the same for the same seed, versions and declaration.

    Raises:
        DrawError: if a strategy cannot be built, raises an exception, or gives no value.
    """
    from hypothesis.errors import Unsatisfiable

    found: list[dict[str, Any]] = []
    unfinished: list[str] = []
    try:
        _run(_given(declared, [0], unfinished), found.append, count, seed, shrink=False)
    except _UndrawableError as error:
        raise error.args[0] from error.__cause__
    except Unsatisfiable:
        name = (unfinished or [*declared])[-1]
        raise DrawError(
            f"{_said(name, declared[name])} gives no value: its filters reject everything, or it has no values"
        ) from None
    return found


def shrink(
    declared: Mapping[str, Any],
    fails: Callable[[dict[str, Any]], bool],
    weight: Callable[[dict[str, Any]], Any],
    count: int,
    seed: str,
) -> dict[str, Any] | None:
    """The smallest failing example that Hypothesis finds in about ``count`` draws, or None."""
    best: list[dict[str, Any]] = []
    drawn = [0]

    def test(example: dict[str, Any]) -> None:
        # Most draws of the shrinking phase are abandoned before this point, and cost as much.
        if drawn[0] > count:
            raise EnoughError
        if fails(example):
            if not best or weight(example) <= weight(best[0]):
                best[:] = [example]
            raise AssertionError

    try:
        _run(_given(declared, drawn, []), test, count, seed, shrink=True)
    except (AssertionError, EnoughError):
        pass
    except _UndrawableError as error:
        raise error.args[0] from error.__cause__
    return best[0] if best else None


def _run(
    strategy: Any, test: Callable[[dict[str, Any]], None], count: int, seed: str, *, shrink: bool
) -> None:
    import zlib

    from hypothesis import HealthCheck, Phase, Verbosity, given, settings
    from hypothesis import seed as seeded

    phases = [Phase.generate, Phase.shrink] if shrink else [Phase.generate]

    @seeded(zlib.crc32(seed.encode()))
    @settings(
        max_examples=count,
        phases=phases,
        database=None,
        deadline=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
        print_blob=False,
    )
    @given(strategy)
    def run(example: dict[str, Any]) -> None:
        test(example)

    with hidden_source_files():
        run()


@contextmanager
def hidden_source_files() -> "Iterator[None]":
    """Hide the files of loaded modules from Hypothesis, which draws constants that it finds in them.

    Draws must depend neither on where this package is installed nor on what was judged before.
    """
    import os

    import hypothesis

    installed = (os.path.dirname(os.__file__), os.path.dirname(os.path.dirname(hypothesis.__file__)))
    hidden = []
    try:
        for module in list(sys.modules.values()):
            file = getattr(module, "__file__", None)
            # Debian's `sitecustomize` is a link out of the standard library: Hypothesis follows it.
            if file and (not file.startswith(installed) or os.path.islink(file)):
                with suppress(AttributeError):  # a module that allows no changes, as PyTorch has them
                    module.__file__ = None
                    hidden.append((module, file))
        yield
    finally:
        for module, file in hidden:
            module.__file__ = file

"""Record Hypothesis strategies instead of building them.

Authors write ``st.integers(0, 9).map(float)`` as they would with Hypothesis.  The result is a description of
what to draw: `drawing.real` turns it into the real strategy when examples are drawn, and `drawing.explore`
enumerates its values from the smallest up.  A submission that passes is judged without importing Hypothesis.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gradkata import sizes

NAMES = frozenset(
    {
        "arrays",
        "booleans",
        "fixed_dictionaries",
        "floats",
        "integers",
        "just",
        "lists",
        "none",
        "nothing",
        "one_of",
        "permutations",
        "sampled_from",
        "text",
        "tuples",
    }
)


@dataclass(frozen=True)
class Recorded:
    """A strategy that has been named but not built: its name in Hypothesis and its arguments."""

    name: str
    args: tuple[Any, ...] = ()
    kwargs: tuple[tuple[str, Any], ...] = ()

    def map(self, change: Callable[[Any], Any]) -> "Recorded":
        """The same values, each changed by a function."""
        return Recorded("map", (self, change))

    def filter(self, keep: Callable[[Any], Any]) -> "Recorded":
        """Only the values that ``keep`` accepts."""
        return Recorded("filter", (self, keep))

    def flatmap(self, then: Callable[[Any], "Recorded"]) -> "Recorded":
        """Values of the strategy that ``then`` makes of each value."""
        return Recorded("flatmap", (self, then))

    def __or__(self, other: "Recorded") -> "Recorded":
        return Recorded("one_of", (self, other))


@dataclass(frozen=True)
class Arg:
    """A reference to the value that another argument, size or extra draw has in the same example."""

    name: str


def reference(name: str) -> Any:
    """The value drawn for ``name``, or for a size such as ``h+d``, in the same example; authors write `arg`.

    >>> st.integers(0, reference("n"))
    Recorded(name='integers', args=(0, Arg(name='n')), kwargs=())
    """
    return Arg(sizes.read(name))


class _Vocabulary:
    """Looks like ``hypothesis.strategies``, but records the strategies that are requested."""

    def __getattr__(self, name: str) -> Callable[..., Recorded]:
        if name not in NAMES:
            raise AttributeError(f"`st.{name}` is not supported; there are {', '.join(sorted(NAMES))}")

        def record(*args: Any, **kwargs: Any) -> Recorded:
            return Recorded(name, args, tuple(kwargs.items()))

        return record

    def composite(self, function: Callable[..., Any]) -> Callable[..., Recorded]:
        """A strategy written as a function of ``draw``; its arguments may be `arg` references."""

        def record(*args: Any, **kwargs: Any) -> Recorded:
            return Recorded("composite", (function, *args), tuple(kwargs.items()))

        record.__name__, record.__doc__ = function.__name__, function.__doc__
        return record


st = _Vocabulary()


def draw_all(declared: Mapping[str, Any], draw: Callable[[str, Recorded], Any]) -> dict[str, Any]:
    """Draw every name of one example; a name that another refers to is drawn first.

    Args:
        declared: by name, a recorded strategy or a fixed value.
        draw: draws one recorded strategy without references, for the name that comes with it.
    """
    drawn: dict[str, Any] = {}

    def value(name: str) -> Any:
        if name not in declared and not name.isidentifier():
            return sizes.evaluate(name, {each: value(each) for each in sizes.names(name)})
        if name not in drawn:
            if name not in declared:
                raise LookupError(f"arg({name!r}) refers to an unknown name; there are {', '.join(declared)}")
            strategy = _substitute(declared[name], value)
            drawn[name] = draw(name, strategy) if isinstance(strategy, Recorded) else strategy
        return drawn[name]

    for name in declared:
        value(name)
    return {name: drawn[name] for name in declared}


def written(part: Any) -> str:
    """A recorded strategy as an author writes it; a function by its name.

    >>> written(st.integers(0, arg("n")).map(float))
    'st.integers(0, arg("n")).map(float)'
    """
    if isinstance(part, Arg):
        return f'arg("{part.name}")'
    if isinstance(part, Recorded):
        given, name = list(part.args), f"st.{part.name}"
        if part.name in ("map", "filter", "flatmap"):
            name = f"{written(given.pop(0))}.{part.name}"
        elif part.name == "composite":
            name = written(given.pop(0))
        listed = [*map(written, given), *(f"{key}={written(value)}" for key, value in part.kwargs)]
        return f"{name}({', '.join(listed)})"
    if type(part) in (list, tuple):
        listed = [written(each) for each in part]
        inside = ", ".join(listed) + ("," if type(part) is tuple and len(part) == 1 else "")
        return f"[{inside}]" if type(part) is list else f"({inside})"
    name = getattr(part, "__name__", "") if callable(part) else ""
    return str(name) or repr(part)


def references(parts: Iterable[Any]) -> Iterator[str]:
    """The names that draws refer to by `arg`; of arithmetic, its names."""
    for part in parts:
        if isinstance(part, Arg):
            yield from sizes.names(part.name)
        elif isinstance(part, Recorded):
            yield from references([*part.args, *(value for _, value in part.kwargs)])
        elif type(part) in (list, tuple):
            yield from references(part)


def _substitute(part: Any, value: Callable[[str], Any]) -> Any:
    if isinstance(part, Arg):
        return value(part.name)
    if isinstance(part, Recorded):
        args = tuple(_substitute(each, value) for each in part.args)
        return Recorded(part.name, args, tuple((k, _substitute(v, value)) for k, v in part.kwargs))
    if type(part) in (list, tuple):
        return type(part)(_substitute(each, value) for each in part)
    return part

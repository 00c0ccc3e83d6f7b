"""The inputs that a statement admits, declared once for each kata.

`Kata.domain` takes one declaration for every argument and size.  It is the source of the sentence in the statement
(`domain_text`), of the default draws (`usual_draws`), of the cases of a bank on the whole domain
(`drawing.schedule`), and of law 12.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from gradkata import sizes
from gradkata.declaring.recording import reference
from gradkata.signature import Kind, Signature, infer_sizes

LARGEST = 1e308


@dataclass(frozen=True)
class Size:
    """A size from ``low`` to ``high``."""

    low: int
    high: int

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            raise ValueError(f"arg.size({self.low}, {self.high}): give 0 <= low <= high")


@dataclass(frozen=True)
class Real:
    """Floats from ``low`` to ``high``, and the numbers in ``also``, such as -inf.

    With a ``grid`` all of them are its multiples: on a grid of 1/64 sums and products are exact.  ``least`` is the
    smallest absolute value.  A ``step`` is a grid for what is drawn only; other numbers are admitted.
    """

    low: float = -LARGEST
    high: float = LARGEST
    also: tuple[float, ...] = ()
    grid: float | None = None
    least: float = 0.0
    step: float | None = None

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"arg.real({self.low}, {self.high}): give low <= high")


@dataclass(frozen=True)
class Whole:
    """Whole numbers from ``low`` to ``high``; a bound may be arithmetic over integer arguments and sizes."""

    low: int | str
    high: int | str


@dataclass(frozen=True)
class Choice:
    """One of a few values."""

    values: tuple[Any, ...]


@dataclass(frozen=True)
class Built:
    """An array that ``build`` makes of an array of the same shape with entries in ``raw``.

    Args:
        text: what the array holds, for the statement: ``boxes [x1, y1, x2, y2] with x1 <= x2 and y1 <= y2``.
        holds: whether an array is one of these.
        recipe: the expression of a long one, from the expression of its raw entries and its shape; None if there is
            no short one.
        scales: the range of a factor that the whole array may be multiplied by.
    """

    raw: "Real | Whole"
    build: Callable[[Any], Any]
    text: str
    holds: Callable[[Any], bool]
    recipe: Callable[[str, tuple[int, ...]], str] | None = None
    scales: tuple[float, float] = (1.0, 1.0)


@dataclass(frozen=True)
class Words:
    """A list of ``low`` to ``high`` words or, with ``lists``, from lists[0] to lists[1] of such lists.

    ``near`` is an argument whose words the lists repeat in part.
    """

    low: int
    high: int
    lists: tuple[int, int] | None = None
    near: str | None = None


@dataclass(frozen=True)
class Drawn:
    """Values of a strategy for an argument of another form; only the strategy says what is admitted."""

    strategy: Any
    text: str


Declared: TypeAlias = Size | Real | Whole | Choice | Built | Words | Drawn


@dataclass(frozen=True)
class Domain:
    """What a kata admits: a declaration for each argument and size; ``where`` refuses single inputs."""

    signature: Signature
    declared: Mapping[str, Declared]
    where: Callable[..., bool] | None = None

    def admits(self, arguments: tuple[Any, ...]) -> bool:
        """Whether the arguments of a call lie in the domain."""
        return self.refused(arguments) is None

    def refused(self, arguments: tuple[Any, ...]) -> str | None:
        """The first size or argument outside of the domain, "" if only ``where`` refuses the call, None if none is."""
        known = infer_sizes(self.signature, arguments)
        known |= {
            parameter.name: int(value)
            for parameter, value in zip(self.signature.parameters, arguments, strict=False)
            if parameter.kind == Kind("i8")
        }
        for name, size in known.items():
            declared = self.declared.get(name)
            if isinstance(declared, Size) and not declared.low <= size <= declared.high:
                return name
        for parameter, value in zip(self.signature.parameters, arguments, strict=False):
            if not holds(self.declared[parameter.name], value, known):
                return parameter.name
        return None if self.where is None or self.where(*arguments) else ""


def declare(signature: Signature, declared: Mapping[str, Any], where: Callable[..., bool] | None) -> Domain:
    """The domain of a kata.

    Raises:
        ValueError: if an argument or a size is missing, unknown, or declared as something it cannot be.
    """
    names = [*signature.names, *signature.sizes]
    unknown = [name for name in declared if name not in names]
    missing = [name for name in names if name not in declared]
    if unknown:
        raise ValueError(f"`{signature}` has neither an argument nor a size called `{unknown[0]}`")
    if missing:
        raise ValueError(f"the domain of `{signature.name}` does not declare `{missing[0]}`")
    kinds = {each.name: each.kind for each in signature.parameters}
    for name, value in declared.items():
        fitting = _fitting(kinds.get(name))
        if not isinstance(value, fitting):
            raise ValueError(
                f"the domain of `{signature.name}` declares `{name}` by {value!r}. "
                f"Use {' or '.join(f'arg.{each.__name__.lower()}' for each in fitting)}."
            )
    return Domain(signature, dict(declared), where)


def _fitting(kind: Kind | None) -> tuple[type, ...]:
    """The declarations that an argument of a kind, or a size, may have."""
    if kind is None:
        return (Size,)
    if kind.base == "str":
        return (Words, Choice, Drawn)
    if kind.base == "i8":
        return (Whole, Size, Choice, Built, Drawn) if not kind.shape else (Whole, Choice, Built, Drawn)
    if kind.base == "f8":
        return (Real, Whole, Choice, Built, Drawn)
    return (Choice, Drawn)


def bounds(declared: "Whole | Size", known: Mapping[str, int]) -> tuple[int, int]:
    """The ends of a range of whole numbers, where its names have the values ``known``."""
    low, high = (
        sizes.evaluate(sizes.read(end), known) if isinstance(end, str) else end
        for end in (declared.low, declared.high)
    )
    if low is None or high is None:
        raise LookupError(f"the bounds of {declared} need a name that has no value")
    return low, high


def holds(declared: Declared, value: Any, known: Mapping[str, int]) -> bool:
    """Whether a declaration admits a value."""
    match declared:
        case Size(low, high):
            return bool(low <= value <= high)
        case Whole():
            low, high = bounds(declared, known)
            entries = np.asarray(value)
            return bool(((entries >= low) & (entries <= high) & (entries == np.floor(entries))).all())
        case Real(low, high, also, grid, least, _):
            entries = np.asarray(value, float)
            inside = (entries >= low) & (entries <= high) & (np.abs(entries) >= least)
            if grid:
                inside &= entries % grid == 0
            for each in also:
                inside |= (entries == each) | (np.isnan(entries) & math.isnan(each))
            return bool(inside.all())
        case Choice(values):
            if isinstance(value, np.ndarray):
                return all(each in values for each in value.ravel().tolist())
            return bool(value in values)
        case Built():
            return bool(declared.holds(value))
        case Words(low, high, lists):
            if lists is None:
                return low <= len(value) <= high
            return lists[0] <= len(value) <= lists[1] and all(low <= len(each) <= high for each in value)
        case Drawn():
            return True


class _Arguments:
    """`arg`: ``arg("n")`` refers to the value of another name; its methods declare what a domain admits."""

    def __call__(self, name: str) -> Any:
        """The value that is drawn for ``name``, or for a size such as ``h+d``, in the same example."""
        return reference(name)

    @staticmethod
    def size(low: int, high: int) -> Size:
        """A size, or an integer argument that is a size, from ``low`` to ``high``."""
        return Size(low, high)

    @staticmethod
    def real(
        low: float = -LARGEST,
        high: float = LARGEST,
        *,
        also: tuple[float, ...] = (),
        grid: float | None = None,
        least: float = 0.0,
        step: float | None = None,
    ) -> Real:
        """Numbers from ``low`` to ``high``, and those in ``also``; any finite number without bounds.

        With a ``grid`` they are its multiples: on a power of 2 sums are exact, so that rounding never decides.  None
        is nearer to 0 than ``least``.  With a ``step`` only what is drawn is a multiple, for exact ties.
        """
        return Real(float(low), float(high), tuple(also), grid, least, step)

    @staticmethod
    def whole(low: int | str, high: int | str) -> Whole:
        """Whole numbers; a bound may be arithmetic over integer arguments and sizes: ``arg.whole(1, "n+2*p")``."""
        return Whole(low, high)

    @staticmethod
    def choice(*values: Any) -> Choice:
        """One of a few values."""
        return Choice(values)

    @staticmethod
    def words(low: int, high: int, *, lists: tuple[int, int] | None = None, near: str | None = None) -> Words:
        """A list of ``low`` to ``high`` words, or several such lists that share words with the argument ``near``."""
        return Words(low, high, lists, near)

    @staticmethod
    def drawn(strategy: Any, text: str) -> Drawn:
        """What a strategy draws; ``text`` says in the statement what it is: ``a list of edges (i, j)``."""
        return Drawn(strategy, text)


arg = _Arguments()

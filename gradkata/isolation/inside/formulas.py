"""Functions that are data: arguments that a student's function can call.

A formula holds numbers only.  It can therefore be written to a bank, sent to the sandbox, and shown as a lambda
that can be pasted.  The grader and the sandbox run the code below, and the lambda computes the same terms in the
same order.

`Polynomial` and `Sines` take one number or two, and arrays entry by entry.  `Quadratic` and `VectorSines` take a
vector.  `Product` multiplies formulas of one kind.

`plain` gives the content of a formula as nested tuples, and `rebuilt` makes it again.  What a student's process
sends is hostile: every formula checks its whole content when it is made.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np

MOST_NUMBERS = 5000
MOST_POWER = 32
_NAMES = ("x", "y")


class FormulaError(ValueError):
    """Content that is not that of a formula."""


@dataclass(frozen=True, repr=False)
class Polynomial:
    """A polynomial in one number or two; ``terms`` holds pairs of a coefficient and the power of each number."""

    inputs: int
    terms: tuple[tuple[float, tuple[int, ...]], ...]

    def __post_init__(self) -> None:
        _require(type(self.inputs) is int and self.inputs in (1, 2), "a polynomial takes one number or two")
        _require(_is_tuple(self.terms, MOST_NUMBERS // 3), "the terms of a polynomial are a tuple")
        for term in self.terms:
            _require(_is_tuple(term) and len(term) == 2 and _is_number(term[0]), "a term begins with a float")
            powers = term[1]
            _require(_is_tuple(powers) and len(powers) == self.inputs, "a term has a power for each number")
            _require(all(type(p) is int and 0 <= p <= MOST_POWER for p in powers), "a power is from 0 to 32")

    def __call__(self, *numbers: Any) -> Any:
        """The value at one number or two, or at each entry of arrays."""
        numbers = _numbers(numbers, self.inputs)
        total: Any = 0.0
        for position, (coefficient, powers) in enumerate(self.terms):
            term: Any = coefficient
            for number, power in zip(numbers, powers, strict=True):
                if power:
                    term = term * (number**power if power > 1 else number)
            total = total + term if position else term
        return _like(total, numbers)

    def __repr__(self) -> str:
        return shown(self)

    @property
    def expression(self) -> str:
        """The formula in Python, in ``x`` and ``y``."""
        return _joined(
            [
                _scaled(c, [n if p == 1 else f"{n}**{p}" for n, p in zip(_NAMES, powers, strict=False) if p])
                for c, powers in self.terms
            ]
        )


@dataclass(frozen=True, repr=False)
class Sines:
    """A sum of sines of one number or two; ``terms`` holds an amplitude, the frequency of each number, and a phase."""

    inputs: int
    terms: tuple[tuple[float, tuple[float, ...], float], ...]

    def __post_init__(self) -> None:
        _require(type(self.inputs) is int and self.inputs in (1, 2), "sines take one number or two")
        _require(_is_tuple(self.terms, MOST_NUMBERS // 4), "the terms of sines are a tuple")
        for term in self.terms:
            _require(_is_tuple(term) and len(term) == 3, "a term has an amplitude, frequencies and a phase")
            _require(_is_number(term[0]) and _is_number(term[2]), "an amplitude and a phase are floats")
            _require(_is_vector(term[1], self.inputs), "a term has a frequency for each number")

    def __call__(self, *numbers: Any) -> Any:
        """The value at one number or two, or at each entry of arrays."""
        numbers = _numbers(numbers, self.inputs)
        total: Any = 0.0
        for position, (amplitude, frequencies, phase) in enumerate(self.terms):
            angle: Any = None
            for number, frequency in zip(numbers, frequencies, strict=True):
                if frequency:
                    angle = frequency * number if angle is None else angle + frequency * number
            angle = phase if angle is None else angle + phase
            term = amplitude * np.sin(angle)
            total = total + term if position else term
        return _like(total, numbers)

    def __repr__(self) -> str:
        return shown(self)

    @property
    def expression(self) -> str:
        """The formula in Python, in ``x`` and ``y``."""
        terms = []
        for amplitude, frequencies, phase in self.terms:
            parts = [_scaled(f, [name]) for name, f in zip(_NAMES, frequencies, strict=False) if f]
            angle = _joined([*parts, repr(phase)] if phase or not parts else parts)
            terms.append(_scaled(amplitude, [f"np.sin({angle})"]))
        return _joined(terms)


@dataclass(frozen=True, repr=False)
class Quadratic:
    """``x @ A @ x + b @ x + c``: a quadratic form of a vector, given by its rows, a vector and a number."""

    matrix: tuple[tuple[float, ...], ...]
    vector: tuple[float, ...]
    constant: float

    def __post_init__(self) -> None:
        _require(_is_tuple(self.vector) and _is_vector(self.vector, len(self.vector)), "b holds floats")
        _require(_is_matrix(self.matrix, len(self.vector), len(self.vector)), "A is square and as long as b")
        _require(_is_number(self.constant), "c is a float")

    @property
    def size(self) -> int:
        """The length of the vector that it takes."""
        return len(self.vector)

    @cached_property
    def _arrays(self) -> tuple[Any, Any]:
        return np.array(self.matrix, float).reshape(self.size, self.size), np.array(self.vector, float)

    def __call__(self, *vectors: Any) -> Any:
        """The value at a vector of shape (d,)."""
        x = _vector(vectors, self.size)
        matrix, vector = self._arrays
        terms: list[Any] = []
        if matrix.any():
            terms.append(x @ x if _is_identity(matrix) else x @ matrix @ x)
        if vector.any():
            terms.append(vector @ x)
        if self.constant or not terms:
            terms.append(np.float64(self.constant))
        return sum(terms[1:], start=terms[0])

    def __repr__(self) -> str:
        return shown(self)

    @property
    def expression(self) -> str:
        """The formula in Python, in ``x``."""
        matrix, vector = self._arrays
        terms = []
        if matrix.any():
            terms.append("x @ x" if _is_identity(matrix) else f"x @ {_array(self.matrix)} @ x")
        if vector.any():
            terms.append(f"{_array(self.vector)} @ x")
        return _joined([*terms, repr(self.constant)] if self.constant or not terms else terms)


@dataclass(frozen=True, repr=False)
class VectorSines:
    """``a @ np.sin(W @ x + p)``: sines along several directions of a vector, the rows of ``W``."""

    amplitudes: tuple[float, ...]
    directions: tuple[tuple[float, ...], ...]
    phases: tuple[float, ...]

    def __post_init__(self) -> None:
        _require(_is_tuple(self.amplitudes) and len(self.amplitudes) > 0, "there is at least one sine")
        _require(_is_tuple(self.directions) and len(self.directions) > 0, "there is at least one direction")
        _require(_is_tuple(self.directions[0]), "the directions are tuples")
        rows = len(self.amplitudes)
        _require(_is_matrix(self.directions, rows, len(self.directions[0])), "each sine has a direction")
        _require(_is_vector(self.amplitudes, rows) and _is_vector(self.phases, rows), "each sine has a phase")

    @property
    def size(self) -> int:
        """The length of the vector that it takes."""
        return len(self.directions[0])

    @cached_property
    def _arrays(self) -> tuple[Any, Any, Any]:
        directions = np.array(self.directions, float).reshape(len(self.amplitudes), self.size)
        return np.array(self.amplitudes), directions, np.array(self.phases)

    def __call__(self, *vectors: Any) -> Any:
        """The value at a vector of shape (d,)."""
        x = _vector(vectors, self.size)
        amplitudes, directions, phases = self._arrays
        return amplitudes @ np.sin(directions @ x + phases)

    def __repr__(self) -> str:
        return shown(self)

    @property
    def expression(self) -> str:
        """The formula in Python, in ``x``."""
        inside = f"{_array(self.directions)} @ x"
        if any(self.phases):
            inside += f" + {_array(self.phases)}"
        return f"{_array(self.amplitudes)} @ np.sin({inside})"


@dataclass(frozen=True, repr=False)
class Product:
    """A product of two to four other formulas that take the same arguments."""

    factors: tuple["Polynomial | Sines | Quadratic | VectorSines", ...]

    def __post_init__(self) -> None:
        _require(_is_tuple(self.factors) and 2 <= len(self.factors) <= 4, "a product has two to four factors")
        _require(all(type(each) in _FACTORS for each in self.factors), "a factor is another formula")
        kinds = {(count_of(each), size_of(each)) for each in self.factors}
        _require(len(kinds) == 1, "all factors take the same arguments")

    def __call__(self, *arguments: Any) -> Any:
        """The product of the values of all factors."""
        first, *others = self.factors
        value = first(*arguments)
        for each in others:
            value = value * each(*arguments)
        return value

    def __repr__(self) -> str:
        return shown(self)

    @property
    def expression(self) -> str:
        """The formula in Python, in ``x`` and ``y``."""
        return " * ".join(f"({each.expression})" for each in self.factors)


Formula: TypeAlias = Polynomial | Sines | Quadratic | VectorSines | Product
_FACTORS: tuple[type, ...] = (Polynomial, Sines, Quadratic, VectorSines)
FAMILIES: tuple[type, ...] = (*_FACTORS, Product)
"""All types of formulas."""


def count_of(formula: Formula) -> int:
    """How many arguments a formula takes."""
    if type(formula) is Product:
        return count_of(formula.factors[0])
    return formula.inputs if isinstance(formula, Polynomial | Sines) else 1


def size_of(formula: Formula) -> int | None:
    """The length of the vector that a formula takes; None if it takes numbers."""
    if type(formula) is Product:
        return size_of(formula.factors[0])
    return formula.size if isinstance(formula, Quadratic | VectorSines) else None


def shown(formula: Formula) -> str:
    """A formula as a lambda that can be pasted."""
    names = ", ".join(_NAMES[: count_of(formula)])
    return f"lambda {names}: {formula.expression}"


def plain(formula: Formula) -> tuple[Any, ...]:
    """The content of a formula: the name of its family, then tuples, floats and integers."""
    match formula:
        case Polynomial(inputs, terms):
            return "polynomial", inputs, terms
        case Sines(inputs, terms):
            return "sines", inputs, terms
        case Quadratic(matrix, vector, constant):
            return "quadratic", matrix, vector, constant
        case VectorSines(amplitudes, directions, phases):
            return "vector sines", amplitudes, directions, phases
    return "product", *map(plain, formula.factors)


def rebuilt(content: Any) -> Formula:
    """The formula with a certain content, as `plain` gives it.

    Raises:
        FormulaError: if it is not the content of a formula.
    """
    if not _is_tuple(content) or not content or type(content[0]) is not str or content[0] not in _FAMILIES:
        raise FormulaError("content that is not that of a formula")
    if content[0] == "product" and any(_is_tuple(part) and part[:1] == ("product",) for part in content[1:]):
        raise FormulaError("a product inside a product")
    try:
        return _FAMILIES[content[0]](*content[1:])
    except TypeError:
        raise FormulaError("content with another number of parts") from None


def _product(*factors: Any) -> Product:
    return Product(tuple([rebuilt(each) for each in factors]))  # type: ignore[misc]


_FAMILIES: dict[str, Callable[..., Formula]] = {
    "polynomial": Polynomial,
    "sines": Sines,
    "quadratic": Quadratic,
    "vector sines": VectorSines,
    "product": _product,
}


def _require(is_right: bool, rule: str) -> None:
    if not is_right:
        raise FormulaError(f"not a formula: {rule}")


def _is_tuple(value: Any, most: int = MOST_NUMBERS) -> bool:
    return type(value) is tuple and len(value) <= most


def _is_number(value: Any) -> bool:
    return type(value) is float and math.isfinite(value)


def _is_vector(value: Any, length: int) -> bool:
    return _is_tuple(value) and len(value) == length and all(map(_is_number, value))


def _is_matrix(value: Any, rows: int, columns: int) -> bool:
    fits = _is_tuple(value) and len(value) == rows and rows * columns <= MOST_NUMBERS
    return fits and all(_is_vector(row, columns) for row in value)


def _numbers(given: tuple[Any, ...], count: int) -> tuple[Any, ...]:
    """The arguments of a call, with lists as arrays."""
    if len(given) != count:
        wanted = "1 number" if count == 1 else f"{count} numbers"
        raise TypeError(f"this function takes {wanted}, but {len(given)} were given")
    return tuple([np.asarray(each) if isinstance(each, list | tuple) else each for each in given])


def _vector(given: tuple[Any, ...], size: int) -> Any:
    if len(given) != 1:
        raise TypeError(
            f"this function takes one array of shape ({size},), but {len(given)} values were given"
        )
    array = np.asarray(given[0])
    if array.shape != (size,):
        raise ValueError(f"this function takes an array of shape ({size},), not one of shape {array.shape}")
    return array


def _like(total: Any, numbers: tuple[Any, ...]) -> Any:
    """A constant has one value for each entry of its arguments as well."""
    shape = np.broadcast_shapes(*[np.shape(each) for each in numbers])
    return np.full(shape, total) if shape and np.shape(total) != shape else total


def _is_identity(matrix: Any) -> bool:
    return bool((matrix == np.eye(len(matrix))).all())


def _scaled(coefficient: float, factors: list[str]) -> str:
    if not factors:
        return repr(coefficient)
    if abs(coefficient) == 1.0:
        return ("-" if coefficient < 0 else "") + "*".join(factors)
    return "*".join([repr(coefficient), *factors])


def _joined(terms: list[str]) -> str:
    first, *others = terms or ["0.0"]
    return first + "".join(f" - {each[1:]}" if each[0] == "-" else f" + {each}" for each in others)


def _array(values: tuple[Any, ...]) -> str:
    """Nested tuples as an array in Python."""

    def text(part: Any) -> str:
        return f"[{', '.join(map(text, part))}]" if type(part) is tuple else repr(part)

    return f"np.array({text(values)})"

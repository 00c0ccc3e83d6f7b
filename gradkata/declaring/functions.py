"""Functions as arguments of a kata: they are data, so that they can be kept in a bank, sent, and shown.

An argument declared as ``f: () -> ()``, ``f: (),() -> ()`` or ``f: (d) -> ()`` is drawn by `of_number`,
`of_two_numbers` or `of_vector` unless the author says otherwise.  Single functions are made by `polynomial`,
`sines`, `quadratic`, `vector_sines` and `product`::

    from gradkata import Kata, functions

    kata = Kata("newton_step(f: () -> (), x: ()) -> ()")
    kata.example("One step on x**2 - 2.", f=functions.polynomial([-2, 0, 1]), x=1.0, expected=1.5)
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from gradkata.declaring.recording import reference, st
from gradkata.isolation.inside.formulas import (
    Formula,
    Polynomial,
    Product,
    Quadratic,
    Sines,
    VectorSines,
)
from gradkata.signature import Kind

__all__ = [
    "of_number",
    "of_two_numbers",
    "of_vector",
    "polynomial",
    "product",
    "quadratic",
    "sines",
    "vector_sines",
]


def polynomial(coefficients: Any) -> Formula:
    """A polynomial: ``coefficients[i]`` multiplies ``x**i``, or ``coefficients[i][j]`` multiplies ``x**i * y**j``."""
    array = np.array(coefficients, float)
    if array.ndim not in (1, 2):
        raise ValueError("the coefficients of a polynomial are an array of one or two dimensions")
    powers = np.argwhere(array)[::-1].tolist()
    return Polynomial(array.ndim, tuple([(float(array[tuple(p)]), tuple(p)) for p in powers]))


def sines(amplitudes: Any, frequencies: Any, phases: Any = None) -> Formula:
    """A sum of ``a * np.sin(w*x + p)``; with frequencies of shape (k,2) of ``a * np.sin(w*x + v*y + p)``."""
    array = np.array(frequencies, float)
    rows = array[:, None] if array.ndim == 1 else array
    shifts = np.zeros(len(rows)) if phases is None else phases
    terms = zip(_floats(amplitudes), map(_floats, rows), _floats(shifts), strict=True)
    return Sines(rows.shape[1], tuple(terms))


def quadratic(matrix: Any, vector: Any = None, constant: float = 0.0) -> Formula:
    """``x @ matrix @ x + vector @ x + constant`` of a vector; shapes (d,d),(d),()."""
    rows = np.array(matrix, float)
    return Quadratic(
        tuple(map(_floats, rows)), _floats(np.zeros(len(rows)) if vector is None else vector), float(constant)
    )


def vector_sines(amplitudes: Any, directions: Any, phases: Any = None) -> Formula:
    """``amplitudes @ np.sin(directions @ x + phases)`` of a vector; shapes (k),(k,d),(k)."""
    shifts = np.zeros(len(directions)) if phases is None else phases
    return VectorSines(_floats(amplitudes), tuple(map(_floats, directions)), _floats(shifts))


def product(*factors: Formula) -> Formula:
    """The product of two to four functions of the same arguments."""
    return Product(factors)  # type: ignore[arg-type]


def of_number() -> Any:
    """Draw a function of one number; the simplest first: ``x``, ``x**2``, ``x**3``."""
    curves = st.one_of(_polynomials(1), _sines(1))
    simple = [polynomial(c) for c in ([0, 1], [0, 0, 1], [0, 0, 0, 1], [1, 2], [0, -1, 0.5])]
    return st.one_of(st.sampled_from([*simple, sines([1], [1])]), curves, _products(curves))


def of_two_numbers() -> Any:
    """Draw a function of two numbers; the simplest first: ``x``, ``y``, ``x*y``."""
    tables: list[Any] = [
        [[0], [1]],
        [[0, 1]],
        [[0, 0], [0, 1]],
        [[0, 0], [0, 0], [0, 1]],
        [[0, 0, 1], [2, 0, 0]],
    ]
    surfaces = st.one_of(_polynomials(2), _sines(2))
    simple = [polynomial(table) for table in tables]
    return st.one_of(st.sampled_from([*simple, sines([1], [[1, 2]])]), surfaces, _products(surfaces))


def of_vector(size: Any) -> Any:
    """Draw a function of a vector of a size, such as ``arg("d")``; the simplest first: the sum of all entries."""
    return _of_vector(size)


def in_words(kind: Kind) -> str:
    """What a function of a kind takes, for the statement."""
    if len(kind.takes) == 2:
        return "a function of two numbers"
    return (
        "a function of a vector"
        if kind.takes[0].shape
        else "a function of a number, or of an array entry by entry"
    )


def usual(kind: Kind) -> Any:
    """What is drawn for an argument of a kind of function that the author does not declare."""
    if len(kind.takes) == 2:
        return of_two_numbers()
    if not kind.takes[0].shape:
        return of_number()
    (size,) = kind.takes[0].shape
    return of_vector(int(size) if size.isdigit() else reference(size))


def _polynomials(inputs: int) -> Any:
    powers = st.tuples(*[st.integers(0, 5 - 2 * inputs + 1)] * inputs)
    terms = st.lists(st.tuples(_NONZERO, powers), min_size=1, max_size=4)
    return terms.map(lambda drawn: Polynomial(inputs, _in_order(drawn)))


def _in_order(drawn: Sequence[tuple[float, tuple[int, ...]]]) -> tuple[tuple[float, tuple[int, ...]], ...]:
    """The terms with the highest powers first; of several with the same powers, the last."""
    found = {powers: coefficient for coefficient, powers in drawn}
    order = sorted(found, key=lambda powers: (sum(powers), powers), reverse=True)
    return tuple([(found[powers], powers) for powers in order])


def _sines(inputs: int) -> Any:
    term = st.tuples(_NONZERO, st.tuples(*[_NONZERO] * inputs), _HALVES)
    return st.lists(term, min_size=1, max_size=2).map(lambda drawn: Sines(inputs, tuple(drawn)))


def _products(factors: Any) -> Any:
    return st.tuples(factors, factors).map(Product)


@st.composite
def _of_vector(draw: Callable[[Any], Any], size: int) -> Any:
    return draw(_functions_of_vector(size))


@lru_cache(maxsize=64)
def _functions_of_vector(size: int) -> Any:
    curved = st.one_of(_quadratics(size), _waves(size))
    return st.one_of(st.sampled_from(_simple(size)), curved, _products(curved))


def _simple(size: int) -> list[Formula]:
    ones, ramp = np.ones(size), np.arange(1.0, size + 1)
    return [
        quadratic(np.zeros((size, size)), ones),
        quadratic(np.zeros((size, size)), ramp),
        quadratic(np.eye(size)),
        quadratic(np.tri(size), ramp, 1.0),
        vector_sines([1.0], [ramp]),
    ]


def _quadratics(size: int) -> Any:
    matrices, vectors = (st.arrays(shape, elements=_HALVES) for shape in ((size, size), size))
    return st.tuples(matrices, vectors, _HALVES).map(lambda drawn: quadratic(*drawn))


def _waves(size: int) -> Any:
    def of_count(count: int) -> Any:
        shapes = ((count,), (count, size), (count,))
        arrays = [st.arrays(shape, elements=_NONZERO) for shape in shapes]
        return st.tuples(*arrays).map(lambda drawn: vector_sines(*drawn))

    return st.integers(1, 2).flatmap(of_count)


def _half(value: int) -> float:
    return value / 2


def _floats(values: Any) -> tuple[float, ...]:
    return tuple(np.array(values, float).tolist())


_HALVES = st.integers(-6, 6).map(_half)
_NONZERO = _HALVES.filter(bool)

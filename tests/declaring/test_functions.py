"""Functions as arguments: the same values in every form, and draws from the simplest up."""

import itertools

import numpy as np
import pytest

from gradkata import Kata, arg, functions
from gradkata.comparing.wording import show
from gradkata.drawing.coding import from_json, to_json
from gradkata.drawing.explore import examples
from gradkata.drawing.real import draw_examples
from gradkata.isolation.inside.formulas import FormulaError, count_of, size_of
from gradkata.isolation.inside.wire import decode, encode

STRATEGIES = {
    "a number": functions.of_number(),
    "two numbers": functions.of_two_numbers(),
    "a vector": functions.of_vector(3),
    "no entries": functions.of_vector(0),
}


def drawn(name):
    """Enumerated and random functions of one kind."""
    declared = {"f": STRATEGIES[name]}
    return [each["f"] for each in [*examples(declared, 80), *draw_examples(declared, 80, "functions")]]


def points(function):
    """Two arguments of a function."""
    size = size_of(function)
    if size is not None:
        return [(np.linspace(-1.25, 2.0, size),), (np.full(size, 3.0),)]
    return [(0.5, -1.25)[: count_of(function)], (-3.0, 2.0)[: count_of(function)]]


@pytest.mark.parametrize("name", STRATEGIES)
def test_a_function_is_the_same_in_the_bank_in_the_sandbox_and_when_it_is_pasted(name):
    for function in drawn(name):
        assert function == from_json(to_json(function)) == decode(encode(function))
        pasted = eval(repr(function), {"np": np})
        for given in points(function):
            np.testing.assert_allclose(pasted(*given), function(*given), rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("a number", ["x", "x**2", "x**3", "2.0*x + 1.0"]),
        ("two numbers", ["x", "y", "x*y", "x**2*y"]),
        ("a vector", ["np.array([1.0, 1.0, 1.0]) @ x", "np.array([1.0, 2.0, 3.0]) @ x", "x @ x"]),
    ],
)
def test_the_simplest_functions_are_enumerated_first(name, first):
    found = [each["f"] for each in itertools.islice(examples({"f": STRATEGIES[name]}, 40), len(first))]

    assert first == [function.expression for function in found]


@pytest.mark.parametrize("name", STRATEGIES)
def test_many_different_functions_are_drawn(name):
    assert len(set(drawn(name))) > 50


@pytest.mark.parametrize("name", ["a number", "two numbers"])
def test_a_function_of_numbers_takes_arrays_and_lists_entry_by_entry(name):
    for function in drawn(name):
        count = count_of(function)
        arrays = [np.array([[0.5, -1.0], [2.0, 3.0]]), np.array([[1.0, 4.0], [-2.0, 0.25]])][:count]
        each = [function(*entries) for entries in zip(*[array.ravel() for array in arrays], strict=True)]

        np.testing.assert_allclose(function(*arrays).ravel(), each, rtol=1e-12, atol=1e-12)
        np.testing.assert_array_equal(function(*[array.tolist() for array in arrays]), function(*arrays))


@pytest.mark.parametrize(
    ("function", "text"),
    [
        (functions.polynomial([1, -3, 2]), "lambda x: 2.0*x**2 - 3.0*x + 1.0"),
        (functions.polynomial([0]), "lambda x: 0.0"),
        (functions.polynomial([-0.5, 0, -1]), "lambda x: -x**2 - 0.5"),
        (functions.polynomial([[0, 1], [0, -2]]), "lambda x, y: -2.0*x*y + y"),
        (functions.sines([2, -1], [1, 3], [0, 0.5]), "lambda x: 2.0*np.sin(x) - np.sin(3.0*x + 0.5)"),
        (functions.quadratic(np.eye(2), [0, 1], 3), "lambda x: x @ x + np.array([0.0, 1.0]) @ x + 3.0"),
        (functions.quadratic([[1, 2], [0, 1]]), "lambda x: x @ np.array([[1.0, 2.0], [0.0, 1.0]]) @ x"),
        (functions.vector_sines([2], [[1, 3]]), "lambda x: np.array([2.0]) @ np.sin(np.array([[1.0, 3.0]]) @ x)"),
        (
            functions.product(functions.polynomial([1, 1]), functions.sines([1], [1])),
            "lambda x: (x + 1.0) * (np.sin(x))",
        ),
    ],
)  # fmt: skip
def test_a_function_prints_as_an_expression(function, text):
    assert text == repr(function) == show(function, 200)
    assert f"[{text}]" == show([function], 200)


@pytest.mark.parametrize(
    ("function", "given", "message"),
    [
        (functions.polynomial([1]), (1.0, 2.0), "takes 1 number, but 2 were given"),
        (functions.polynomial([[1]]), (1.0,), "takes 2 numbers, but 1 were given"),
        (
            functions.quadratic(np.eye(2)),
            (np.ones(3),),
            r"takes an array of shape \(2,\), not one of shape \(3,\)",
        ),
        (
            functions.quadratic(np.eye(2)),
            (1.0, 2.0),
            r"takes one array of shape \(2,\), but 2 values were given",
        ),
    ],
)
def test_a_wrong_call_says_what_the_function_takes(function, given, message):
    with pytest.raises((TypeError, ValueError), match=message):
        function(*given)


def test_a_function_of_too_many_numbers_or_of_infinities_cannot_be_made():
    for make in (
        lambda: functions.quadratic(np.ones((80, 80))),
        lambda: functions.polynomial([np.nan]),
        lambda: functions.quadratic(np.ones((2, 3))),
        lambda: functions.product(functions.polynomial([1]), functions.polynomial([[1]])),
    ):
        with pytest.raises(FormulaError, match="not a formula"):
            make()


def test_a_declared_function_is_drawn_by_its_kind_and_size():
    kata = Kata("g(f: (n) -> (), h: (),() -> (), k: () -> (), x: (n), z: (2)) -> ()")
    kata.agreement(points=1)

    for example in itertools.islice(examples(kata.properties[0].draws, 50), 20):
        assert (example["n"], 2, 1) == (size_of(example["f"]), count_of(example["h"]), count_of(example["k"]))


def test_the_size_of_a_drawn_function_can_be_that_of_another_argument():
    (first, *_) = examples({"n": 2, "f": functions.of_vector(arg("n"))}, 5)

    assert 2 == size_of(first["f"])

"""Arguments that a person writes: what is read, the place of a mistake, and what does not fit a signature."""

import math

import numpy as np
import pytest

from gradkata.declaring import functions
from gradkata.isolation.inside.wire import Opaque
from gradkata.judging.given_arguments import ArgumentError, fitted, read, read_call
from gradkata.signature import parse

IOU = parse("iou(a: (4), b: (4)) -> ()")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5", 5),
        (" -2.5e-3", -0.0025),
        ("True", True),
        ("None", None),
        ("'ab'", "ab"),
        ("[[1, 2], [3, 4]]", [[1, 2], [3, 4]]),
        ("-inf", -math.inf),
        ("np.inf", math.inf),
        ("float('-inf')", -math.inf),
        ("np.pi", math.pi),
        ("1 / 4", 0.25),
        ("[['a', 'b'], ['c']]", [["a", "b"], ["c"]]),
        ("polynomial([-2, 0, 1])", functions.polynomial([-2, 0, 1])),
        ("functions.product(sines([1], [2]), polynomial([0, 1]))",
         functions.product(functions.sines([1], [2]), functions.polynomial([0, 1]))),
    ],
)  # fmt: skip
def test_a_value_of_python_is_read(text, value):
    found = read(text)

    assert (type(found), found) == (type(value), value)


def test_nan_is_read():
    assert all(math.isnan(each) for each in read("[nan, np.nan, float('nan')]"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("np.array([1, 2])", np.array([1, 2])),
        ("-np.array([0.5, inf])", -np.array([0.5, math.inf])),
        ("np.array([1, 2], dtype=float)", np.array([1.0, 2.0])),
        ("np.array([1, 2], dtype=np.float64)", np.array([1.0, 2.0])),
        ("np.array([True, False])", np.array([True, False])),
        ("np.arange(6) % 3 / 2", np.arange(6) % 3 / 2),
        ("np.arange(6).reshape(2, 3) - 3", np.arange(6).reshape(2, 3) - 3),
        ("np.eye(2)", np.eye(2)),
        ("np.array([]).reshape(0, 4)", np.zeros((0, 4))),
        ("np.array([1, 2, 3, 4]).reshape((2, 2))", np.array([[1, 2], [3, 4]])),
        ("np.empty((0, 4))", np.zeros((0, 4))),
        ("np.zeros((2, 3), dtype=int)", np.zeros((2, 3), int)),
        ("np.ones(3)", np.ones(3)),
    ],
)
def test_an_array_and_a_recipe_are_read(text, value):
    found = read(text)

    assert (found.dtype, found.shape) == (value.dtype, value.shape)
    assert np.array_equal(found, value)


@pytest.mark.parametrize(
    ("text", "wrong", "words"),
    [
        ("[1, 2", "[", "never closed"),
        ("[1, foo, 3]", "foo", "cannot be read as a value"),
        ("__import__('os').system('ls')", "__import__", "cannot be read as a value"),
        ("open('f')", "open", "cannot be read as a value"),
        ("np.load('f')", "np.load('f')", "cannot be read as a value"),
        ("[x for x in 'ab']", "x", "cannot be read as a value"),
        ("['é', foo]", "foo", "cannot be read as a value"),
        ("lambda x: x**2", "lambda x: x**2", "A lambda cannot be read here"),
        ("np.array([[1], [1, 2]])", "[[1], [1, 2]]", "rows of one length"),
        ("np.array(['a'])", "['a']", "numbers or Booleans"),
        ("np.array([1], copy=False)", "np.array([1], copy=False)", "dtype=float"),
        ("np.arange(1000000)", "np.arange(1000000)", "cannot be read as a value"),
        ("np.zeros(10**9)", "10**9", "cannot be read as a value"),
        ("np.zeros((1000, 1000))", "np.zeros((1000, 1000))", "more than 65,536 entries"),
        ("np.empty(2)", "np.empty(2)", "entries without a value"),
        ("np.zeros('a')", "'a'", "rows of one length"),
        ("np.arange(6).reshape(4)", "np.arange(6).reshape(4)", "cannot have this shape"),
        ("polynomial('a')", "polynomial('a')", "not a function that is known"),
        ("-'a'", "-'a'", "A sign belongs to a number"),
        ("1 / 0", "1 / 0", "cannot be read as a value"),
        ("", "", "not a value of Python"),
        ("(" * 300, "", "not a value of Python"),
        ("-" * 5000 + "1", "", ""),
    ],
)
def test_the_wrong_part_of_a_text_is_marked(text, wrong, words):
    with pytest.raises(ArgumentError) as refused:
        read(text)

    error = refused.value
    assert words in str(error)
    assert not wrong or error.text[error.start : error.end] == wrong


def test_a_call_of_a_report_is_read():
    name, values, by_name = read_call("iou([0, 0, 1, 1],\n    b=np.array([1., 2.]))")

    assert (name, values) == ("iou", [[0, 0, 1, 1]])
    assert by_name["b"].tolist() == [1.0, 2.0]


@pytest.mark.parametrize("text", ["iou", "detection/iou", "np.array([1])", "iou("])
def test_what_is_no_call_of_a_kata_is_none(text):
    assert read_call(text) is None


def test_values_get_the_types_of_the_signature():
    signature = parse("f(x: (n), k: i8, on: b1, h: (), words: [str], m: i8(n)) -> ()")

    x, k, on, h, words, m = fitted(signature, [(1, 2), np.int32(3), True, 1, ["a"], [2.0, 1.0]])

    assert (x.dtype, x.tolist()) == (np.float64, [1.0, 2.0])
    assert (m.dtype, m.tolist()) == (np.int64, [2, 1])
    assert [(type(each), each) for each in (k, on, h)] == [(int, 3), (bool, True), (float, 1.0)]
    assert words == ["a"]


def test_arguments_are_given_by_name_and_defaults_are_left_out():
    signature = parse("f(x: (), rate: () = 0.5, steps: i8 = 2) -> ()")

    assert fitted(signature, [1]) == (1.0,)
    assert fitted(signature, [], {"x": 1}) == (1.0,)
    assert fitted(signature, [1], {"steps": 3}) == (1.0, 0.5, 3)


@pytest.mark.parametrize(
    ("signature", "values", "by_name", "sentence"),
    [
        ("f(x: ()) -> ()", [], {}, "f takes 1 argument; 0 were given."),
        ("f(x: ()) -> ()", [1, 2], {}, "f takes 1 argument; 2 were given."),
        ("f(x: (), y: () = 1) -> ()", [], {}, "f takes 1 to 2 arguments; 0 were given."),
        ("f(x: (), y: ()) -> ()", [1], {"x": 2}, "The argument `x` is given twice."),
        ("f(x: (), y: ()) -> ()", [1], {"z": 2}, "f has no argument called `z`."),
        ("f(x: ()) -> ()", [[1, 2]], {}, "`x` is a number, and a list of 2 entries was given."),
        ("f(x: ()) -> ()", [True], {}, "`x` is a number, and a Boolean was given."),
        ("f(x: ()) -> ()", ["a"], {}, "`x` is a number, and a string was given."),
        ("f(k: i8) -> ()", [0.5], {}, "`k` is an integer, and a float was given."),
        ("f(on: b1) -> ()", [0.5], {}, "`on` is True or False, and a float was given."),
        ("f(w: [str]) -> ()", ["ab"], {}, "`w` is a list of strings, and a string was given."),
        ("f(x: (n,4)) -> ()", [[1, 2]], {}, "of shape (n, 4), and a list of 2 entries was given."),
        ("f(x: (n)) -> ()", [[[1], [1, 2]]], {}, "Its rows differ in length."),
        ("f(x: (n)) -> ()", [[1, "a"]], {}, "One of its entries is a string."),
        ("f(x: (n), y: (n)) -> ()", [[1], [1, 2]], {}, "of shape (n,) = (1,), and an array of shape (2,)"),
        ("f(x: (n), k: (n-1)) -> ()", [[1], [1, 2]], {}, "`k` is an array of floats of shape (n-1,) = (0,)"),
        ("f(g: () -> ()) -> ()", [Opaque("function")], {}, "a function of your own cannot be sent"),
        ("f(g: () -> ()) -> ()", [3], {}, "`g` is a function; an integer cannot be sent."),
        ("f(g: () -> ()) -> ()", [functions.quadratic([[1]])], {}, "`g` is a function of a number;"),
        ("f(g: (d) -> (), x: (d)) -> ()", [functions.quadratic([[1]]), [1, 2]], {}, "of shape (d,) = (1,)"),
        ("f(x: (d), g: (d) -> ()) -> ()", [[1, 2], functions.quadratic([[1]])], {}, "`g` takes a vector of length 2"),
        ("f(x: (n)) -> ()", [np.zeros(70_000)], {}, "more than 65,536 entries"),
    ],
)  # fmt: skip
def test_what_does_not_fit_the_signature_is_refused(signature, values, by_name, sentence):
    with pytest.raises(ArgumentError) as refused:
        fitted(parse(signature), values, by_name)

    assert sentence in str(refused.value)


def test_a_function_can_be_given_as_a_text():
    signature = parse("newton(f: () -> (), x: ()) -> ()")

    assert fitted(signature, ["polynomial([-2, 0, 1])", 1])[0] == functions.polynomial([-2, 0, 1])

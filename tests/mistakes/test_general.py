"""The mistakes of every subject: which fit a signature, and that each is wrong in its own way."""

import inspect

import numpy as np
import pytest

from gradkata import Kata, mistakes
from gradkata.declaring.kata import general_mistakes
from gradkata.signature import parse

VECTOR = "f(x: (n)) -> (n)"


def made(text, right=lambda *arguments: arguments[0]):
    return {mistake.name: mistake for mistake in mistakes.general(parse(text), right)}


@pytest.mark.parametrize(
    "text",
    [
        VECTOR,
        "iou(a: (4), b: (4)) -> ()",
        "nms(boxes: (n,4), scores: (n), score_threshold: (), iou_threshold: ()) -> i8(?k)",
        "lstm_step(a: (h), c: (h), x: (d), W: (4,h,h+d), b: (4,h)) -> (h), (h)",
        "merge(words: [str]) -> [str]",
        "is_right(x: ()) -> b1",
        "derive(f: () -> (), x: ()) -> ()",
    ],
)
def test_every_mistake_has_its_own_name_and_a_diagnosis(text):
    found = [*mistakes.general(parse(text), lambda *arguments: arguments[0])]

    assert len({mistake.name for mistake in found}) == len(found)
    assert all(mistake.message.endswith((".", "?")) and len(mistake.message) < 200 for mistake in found)
    assert all(callable(mistake.function) for mistake in found)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("has_the_wrong_sign", [-3.25, -1.0, -2.0]),
        ("is_twice_as_large", [6.5, 2.0, 4.0]),
        ("is_half_as_large", [1.625, 0.5, 1.0]),
        ("is_n_times_too_large", [9.75, 3.0, 6.0]),
        ("is_divided_by_n", [3.25 / 3, 1 / 3, 2 / 3]),
        ("truncates_the_result", [3.0, 1.0, 2.0]),
        ("rounds_to_1_decimals", [3.2, 1.0, 2.0]),
        ("is_in_reverse_order", [2.0, 1.0, 3.25]),
        ("is_sorted", [1.0, 2.0, 3.25]),
        ("is_sorted_in_descending_order", [3.25, 2.0, 1.0]),
        ("is_shifted_by_one", [2.0, 3.25, 1.0]),
        ("leaves_the_first_entry_0", [0.0, 1.0, 2.0]),
        ("leaves_the_last_entry_0", [3.25, 1.0, 0.0]),
        ("leaves_out_the_first_entry", [1.0, 2.0]),
        ("leaves_out_the_last_entry", [3.25, 1.0]),
        ("processes_2_entries_only", [3.25, 1.0, 0.0]),
    ],
)
def test_a_mistake_in_a_vector_is_what_its_name_says(name, expected):
    answer = made(VECTOR)[name].function(np.array([3.25, 1.0, 2.0]))

    np.testing.assert_allclose(answer, expected, rtol=1e-15)


def test_float32_keeps_seven_digits_and_returns_float64():
    third = np.array([1 / 3])
    for name in ("computes_in_float32", "returns_float32", "takes_float32_arguments"):
        answer = made(VECTOR)[name].function(third)
        assert answer.dtype == np.float64
        assert 1e-9 < abs(answer[0] - 1 / 3) < 1e-7


def test_rows_and_columns_are_exchanged_where_there_are_some():
    table = made("f(A: (n,m)) -> (n,m)")["is_transposed"].function(np.ones((2, 3)))

    assert table.shape == (3, 2)
    assert "is_transposed" not in made(VECTOR)


def test_arguments_of_one_kind_are_exchanged():
    wrong = made("f(x: (n), a: (), b: ()) -> ()", lambda x, a, b: a - b)

    assert wrong["exchanges_a_and_b"].function(np.ones(1), 2.0, 5.0) == 3.0
    assert not any("x_and" in name for name in wrong)


def test_a_changed_argument_leaves_the_values_right():
    x = np.array([1.0, 2.0])
    answer = made(VECTOR, lambda x: x + 1)["changes_x"].function(x)

    np.testing.assert_array_equal(answer, [2.0, 3.0])
    assert x.tolist() != [1.0, 2.0]


def test_a_zero_is_taken_for_a_missing_value():
    wrong = made("step(w: (d), lr: ()) -> (d)", lambda w, lr: w * lr)["takes_0.01_for_a_lr_of_0"].function

    assert wrong(np.array([100.0]), 0.0).tolist() == [1.0]
    assert wrong(np.array([100.0]), 0.5).tolist() == [50.0]


def test_difference_quotients_are_named_by_their_steps():
    def slope(quotient, x):
        return quotient(np.square, x)

    found = {wrong.__name__: wrong for wrong in mistakes.by_differences(slope)}

    assert "takes_central_differences_of_1e_minus_5" in found
    forward = found["takes_forward_differences_of_1e_minus_3"](np.array([1.0]))
    np.testing.assert_allclose(forward, [2.001], rtol=1e-9)
    assert "forward differences with a step of 1e-3" in inspect.getdoc(
        found["takes_forward_differences_of_1e_minus_3"]
    )


def test_a_kata_leaves_mistakes_out_and_words_them():
    kata = Kata("half(x: ()) -> ()")
    kata.mistakes(without=["is_twice_as_large"], say={"has_the_wrong_sign": "You go the other way."})
    found = {mistake.name: mistake.message for mistake in general_mistakes(kata, lambda x: x / 2)}

    assert "is_twice_as_large" not in found
    assert found["has_the_wrong_sign"] == "You go the other way."


def test_a_name_that_no_mistake_has_is_refused():
    with pytest.raises(
        ValueError, match="no mistake called `climbs` fits its signature; there are returns_nothing"
    ):
        Kata("half(x: ()) -> ()").mistakes(without=["climbs"])


def test_a_kata_inherits_the_misconceptions_of_the_one_it_builds_on():
    counting, doubling = Kata("count(x: ()) -> ()"), Kata("double(x: ()) -> ()")

    @counting.misconception
    def forgets_one(x):
        """You begin at 1."""
        return x - 1

    @counting.misconception
    def has_no_effect(x):
        """You count in another order."""
        return x

    doubling.inherit(counting, lambda count: lambda x: 2 * count(x), without=["has_no_effect"])

    (inherited,) = doubling.misconceptions
    assert (inherited.name, inherited.message) == ("forgets_one", "You begin at 1.")
    assert inherited.function(5.0) == 8.0

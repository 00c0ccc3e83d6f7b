"""The standard wrong answers: which exist for a signature, and that each is wrong in its own way."""

import numpy as np
import pytest

from gradkata.authoring.standard import TRIVIAL, standard_wrong_answers
from gradkata.signature import parse

ALWAYS = {"zeros", "ones", "constant", "echo", "random", "stub", "none", "as_list_of_one"}
FLOATS = {"off_by_a_factor", "nan"}
NUMBERS = {"negated", "wrong_dtype", "extra_axis"}
EXPECTED = {
    "iou(a: (4), b: (4)) -> ()": ALWAYS | FLOATS | NUMBERS | {"swapped_arguments", "mutates"},
    "nms(boxes: (n,4), scores: (n), score_threshold: (), iou_threshold: ()) -> i8(?k)": ALWAYS
    | NUMBERS
    | {"empty", "off_by_one", "swapped_arguments", "swapped_axes", "reversed", "mutates"},
    "bleu(candidate: [str], references: [[str]], max_n: i8 = 4) -> ()": ALWAYS
    | FLOATS
    | NUMBERS
    | {"mutates"},
    "lstm_step(a: (h), c: (h), x: (d), W: (4,h,h+d), b: (4,h)) -> (h), (h)": ALWAYS
    | FLOATS
    | NUMBERS
    | {"swapped_arguments", "swapped_axes", "reversed", "swapped_results", "mutates"},
    "merge(words: [str]) -> [str]": ALWAYS | {"empty", "reversed", "mutates"},
}


def answers(text, truth):
    return standard_wrong_answers(parse(text), truth)


def right(*arguments):
    return arguments[0]


@pytest.mark.parametrize("text", EXPECTED)
def test_only_answers_that_make_sense_for_a_signature_are_made(text):
    assert EXPECTED[text] == set(answers(text, right))


def test_trivial_answers_do_not_look_at_the_truth():
    def forbidden(*arguments):
        raise AssertionError("asked")

    for text in EXPECTED:
        for name in TRIVIAL & set(answers(text, forbidden)) - {"stub"}:
            answers(text, forbidden)[name](np.ones((2, 4)), np.ones(2), np.ones(3), np.ones((4, 2, 5)))


def test_filled_answers_have_the_right_shapes_and_kinds():
    a, c, x, W, b = np.ones(2), np.ones(2), np.ones(3), np.ones((4, 2, 5)), np.ones((4, 2))
    made = answers("lstm_step(a: (h), c: (h), x: (d), W: (4,h,h+d), b: (4,h)) -> (h), (h)", right)
    for name in ("zeros", "ones", "constant", "random"):
        assert [(2,), (2,)] == [each.shape for each in made[name](a, c, x, W, b)]
    assert 0.0 == answers("f(a: (4)) -> ()", right)["zeros"](np.ones(4))
    indices = answers("f(a: (n)) -> i8(?k)", right)
    assert (np.dtype(np.int64), (1,)) == (indices["ones"](a).dtype, indices["ones"](a).shape)
    assert (np.dtype(np.int64), (0,)) == (indices["empty"](a).dtype, indices["empty"](a).shape)
    assert ["the"] == answers("f(a: [str]) -> [str]", right)["constant"](["x"])
    assert [] == answers("f(a: [str]) -> [str]", right)["zeros"](["x"])


def test_echo_takes_the_argument_of_the_results_kind_and_each_only_once():
    a, c = np.ones(2), np.zeros(2)
    assert answers("f(x: (n,4), a: (n)) -> (?m)", right)["echo"](np.ones((2, 4)), a) is a
    first, second = answers("f(a: (h), c: (h)) -> (h), (h)", right)["echo"](a, c)
    assert first is a
    assert second is c
    assert "first" == answers("f(a: str, b: [str]) -> ()", right)["echo"]("first", [])


def test_random_answers_differ_from_call_to_call_and_not_from_run_to_run():
    one, other = (answers("f(a: (n)) -> ()", right)["random"] for _ in range(2))
    drawn = [one(np.ones(2)) for _ in range(5)]
    assert len(set(drawn)) == 5
    assert drawn == [other(np.ones(2)) for _ in range(5)]


def test_the_stub_raises_and_none_returns_none():
    made = answers("f(a: (n)) -> ()", right)
    with pytest.raises(NotImplementedError):
        made["stub"](np.ones(2))
    assert made["none"](np.ones(2)) is None


def test_spoiled_answers_are_spoiled_in_one_way():
    made = answers("f(a: (n)) -> (n)", right)
    a = np.array([1.0, 2.0, 3.0])
    np.testing.assert_array_equal([2.0, 4.0, 6.0], made["off_by_a_factor"](a))
    np.testing.assert_array_equal([-1.0, -2.0, -3.0], made["negated"](a))
    np.testing.assert_array_equal([3.0, 2.0, 1.0], made["reversed"](a))
    assert np.isnan(made["nan"](a)).all()
    assert (1, 3) == made["extra_axis"](a).shape
    assert complex == made["wrong_dtype"](a).dtype
    assert [a] == made["as_list_of_one"](a)
    indices = answers("f(a: i8(n)) -> i8(n)", right)
    np.testing.assert_array_equal([1, 2], indices["off_by_one"](np.array([0, 1])))
    assert np.float64 == indices["wrong_dtype"](np.array([0, 1])).dtype
    assert answers("f(a: b1) -> b1", right)["negated"](True) is False
    assert 1.0 == answers("f(a: b1) -> b1", right)["wrong_dtype"](True)


def test_several_results_are_swapped_and_spoiled_together():
    made = answers("f(a: (n), b: ()) -> (n), ()", lambda a, b: (a, b))
    array, number = made["off_by_a_factor"](np.ones(2), 3.0)
    np.testing.assert_array_equal([2.0, 2.0], array)
    assert 6.0 == number
    assert 3.0 == made["swapped_results"](np.ones(2), 3.0)[0]


def test_axes_are_swapped_in_the_result_or_else_in_the_arguments():
    A = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    assert (3, 2) == answers("f(A: (n,d)) -> (n,d)", right)["swapped_axes"](A).shape
    sums = answers("f(A: (n,d)) -> (n)", lambda A: A.sum(axis=1))["swapped_axes"](A)
    np.testing.assert_array_equal([1.0 + 4.0 + 2.0, 5.0 + 3.0 + 6.0], sums)


def test_the_first_two_arguments_of_equal_kind_are_swapped():
    made = answers("f(x: (n), a: (), b: (), c: () = 1.0) -> ()", lambda x, a, b, c=1.0: a - b)
    assert 3.0 == made["swapped_arguments"](np.ones(1), 2.0, 5.0)
    assert 3.0 == made["swapped_arguments"](np.ones(1), 2.0, 5.0, 7.0)
    late = answers("f(x: (n), a: (), c: () = 1.0) -> ()", lambda x, a, c=1.0: a - c)
    assert 1.0 == late["swapped_arguments"](np.ones(1), 2.0), "an argument that is left out stays where it is"


def test_a_mutating_answer_is_right_and_changes_what_it_was_given():
    made = answers("f(n: (), a: (n)) -> (n)", lambda n, a: a)["mutates"]
    for values in ([1.0, 2.0], [0.0, 0.0], [1e300]):
        a = np.array(values)
        np.testing.assert_array_equal(values, made(1.0, a))
        assert values != a.tolist()
    words = ["a", "b"]
    assert ["a", "b"] == answers("f(words: [str]) -> [str]", right)["mutates"](words)
    assert ["a", "b", "a"] == words


def test_a_read_only_argument_leaves_the_next_one_to_be_changed():
    frozen, free = np.ones(2), np.ones(2)
    frozen.flags.writeable = False
    answers("f(a: (n), b: (n)) -> ()", lambda a, b: 1.0)["mutates"](frozen, free)
    assert ([1.0, 1.0], [0.0, 0.0]) == (frozen.tolist(), free.tolist())

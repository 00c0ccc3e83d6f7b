"""The controls: which exist for a signature, and that each is wrong in its own way."""

import numpy as np
import pytest

from gradkata.mistakes.controls import TRIVIAL, controls
from gradkata.signature import parse

ALWAYS = {"zeros", "ones", "constant", "echo", "random", "stub", "none", "as_list_of_one"}
EXPECTED = {
    "iou(a: (4), b: (4)) -> ()": ALWAYS | {"nan", "wrong_dtype"},
    "nms(boxes: (n,4), scores: (n), score_threshold: (), iou_threshold: ()) -> i8(?k)": ALWAYS
    | {"empty", "wrong_dtype", "reads_by_columns"},
    "bleu(candidate: [str], references: [[str]], max_n: i8 = 4) -> ()": ALWAYS | {"nan", "wrong_dtype"},
    "lstm_step(a: (h), c: (h), x: (d), W: (4,h,h+d), b: (4,h)) -> (h), (h)": ALWAYS
    | {"nan", "wrong_dtype", "reads_by_columns"},
    "merge(words: [str]) -> [str]": ALWAYS | {"empty"},
}


def answers(text, truth):
    return controls(parse(text), truth)


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
    assert np.isnan(made["nan"](a)).all()
    assert complex == made["wrong_dtype"](a).dtype
    assert [a] == made["as_list_of_one"](a)
    indices = answers("f(a: i8(n)) -> i8(n)", right)
    assert np.float64 == indices["wrong_dtype"](np.array([0, 1])).dtype
    assert 1.0 == answers("f(a: b1) -> b1", right)["wrong_dtype"](True)


def test_a_matrix_is_read_by_columns():
    A = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    sums = answers("f(A: (n,d)) -> (n)", lambda A: A.sum(axis=1))["reads_by_columns"](A)
    np.testing.assert_array_equal([1.0 + 4.0 + 2.0, 5.0 + 3.0 + 6.0], sums)

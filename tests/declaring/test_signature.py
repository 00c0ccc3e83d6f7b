"""The signature grammar."""

import numpy as np
import pytest

from gradkata.signature import Kind, SignatureError, infer_sizes, parse, parse_kind, shape_of

SIGNATURES = [
    "iou(a: (4), b: (4)) -> ()",
    "nms(boxes: (n,4), scores: (n), score_threshold: (), iou_threshold: ()) -> i8(k)",
    "bleu(candidate: [str], references: [[str]], max_n: i8 = 4) -> ()",
    "lstm_step(a: (h), c: (h), x: (d), W: (4,h,h+d), b: (4,h)) -> (h), (h)",
    "gradient_check(f: f, x: (d), exact: b1 = True) -> b1(d), str",
    "beam_search(log_start: (V), log_next: (T-1,V,V), width: i8) -> i8(B,T), (B)",
]


@pytest.mark.parametrize("text", SIGNATURES)
def test_a_signature_reads_back_as_it_was_written(text):
    assert str(parse(text)) == text


def test_defaults_are_read():
    assert parse(SIGNATURES[2]).parameters[2].default == 4
    assert parse("f(x: () = 0.5) -> ()").parameters[0].default == 0.5
    assert parse(SIGNATURES[4]).parameters[2].default is True


def test_kinds_are_distinguished():
    assert parse_kind("(n,4)") == Kind("f8", ("n", "4"))
    assert parse_kind("i8") == Kind("i8")
    assert parse_kind("[[str]]") == Kind("str", depth=2)


@pytest.mark.parametrize(
    "text",
    ["iou", "f(x) -> ()", "f(x: (n)) ->", "f(x: (n), x: (n)) -> ()", "f(x: q) -> ()", "f(x: [str) -> ()",
     "f(x: (n*2)) -> ()", "f(x: () = y) -> ()"],
)  # fmt: skip
def test_what_does_not_follow_the_grammar_is_refused(text):
    with pytest.raises(SignatureError):
        parse(text)


def test_sizes_are_read_from_the_arguments():
    signature = parse(SIGNATURES[3])
    arguments = [np.zeros(2), np.zeros(2), np.zeros(3), np.zeros((4, 2, 5)), np.zeros((4, 2))]

    assert infer_sizes(signature, arguments) == {"h": 2, "d": 3}


def test_shapes_are_computed_and_free_sizes_stay_open():
    assert shape_of(Kind("f8", ("4", "h", "h+d")), {"h": 2, "d": 3}) == (4, 2, 5)
    assert shape_of(Kind("i8", ("k",)), {"n": 2}) == (None,)
    assert shape_of(Kind("f8", ("T-1", "V")), {"T": 4, "V": 2}) == (3, 2)

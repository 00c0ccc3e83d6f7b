"""The signature grammar."""

import numpy as np
import pytest

from gradkata import functions
from gradkata.signature import Kind, SignatureError, infer_sizes, parse, parse_kind, shape_of

SIGNATURES = [
    "iou(a: (4), b: (4)) -> ()",
    "nms(boxes: (n,4), scores: (n), score_threshold: (), iou_threshold: ()) -> i8(?k)",
    "bleu(candidate: [str], references: [[str]], max_n: i8 = 4) -> ()",
    "lstm_step(a: (h), c: (h), x: (d), W: (4,h,h+d), b: (4,h)) -> (h), (h)",
    "gradient_check(f: (d) -> (), x: (d), exact: b1 = True) -> b1(d), str",
    "max_pool2d(x: (h,w), f: i8, s: i8) -> ((h-f)//s+1,(w-f)//s+1)",
    "partial_derivatives(f: (),() -> (), x: (), y: ()) -> (), ()",
    "newton_step(g: (),() -> (), f: () -> (), x: ()) -> ()",
    "power_rule(c: (k)) -> (max(k-1,1))",
    "beam_search(log_start: (V), log_next: (T-1,V,V), width: i8) -> i8(?B,T), (?B)",
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
     "f(x: (n**2)) -> ()", "f(x: (n/2)) -> ()", "f(x: (max(n))) -> ()", "f(x: (min)) -> ()", "f(x: (1.5)) -> ()",
     "f(x: (-n)) -> ()", "f(x: (a.b)) -> ()", "f(x: ((n)) -> ()", "f(x: (n) y) -> ()", "f(x: () = y) -> ()"],
)  # fmt: skip
def test_what_does_not_follow_the_grammar_is_refused(text):
    with pytest.raises(SignatureError):
        parse(text)


def test_a_function_has_the_kinds_that_it_takes():
    vector, number = Kind("f8", ("d",)), Kind("f8")

    assert parse_kind("(d) -> ()") == Kind("f", takes=(vector,))
    assert parse_kind("(),() -> ()") == Kind("f", takes=(number, number))


@pytest.mark.parametrize(
    "kind",
    [
        "f",
        "(n,d) -> ()",
        "(),(),() -> ()",
        "() -> (2)",
        "i8 -> ()",
        "(d),() -> ()",
        "() -> () -> ()",
        "-> ()",
    ],
)
def test_other_functions_are_refused(kind):
    with pytest.raises(SignatureError):
        parse(f"g(x: (), f: {kind}) -> ()")


def test_a_function_is_neither_a_result_nor_has_a_default():
    with pytest.raises(SignatureError, match="only arguments can be functions"):
        parse("derivative(f: (d) -> ()) -> () -> ()")
    with pytest.raises(SignatureError, match="'f' has a default"):
        parse("g(f: () -> () = 1) -> ()")


def test_the_size_of_a_vector_is_read_from_a_function_as_well():
    signature = parse("minimum(f: (d+1) -> ()) -> (d)")

    assert signature.sizes == ("d",)
    assert infer_sizes(signature, [functions.quadratic(np.eye(4))]) == {"d": 3}


def test_a_free_size_of_a_function_is_refused():
    with pytest.raises(SignatureError, match="free size"):
        parse("g(f: (?d) -> ()) -> ()")


def test_sizes_are_read_from_the_arguments():
    signature = parse(SIGNATURES[3])
    arguments = [np.zeros(2), np.zeros(2), np.zeros(3), np.zeros((4, 2, 5)), np.zeros((4, 2))]

    assert infer_sizes(signature, arguments) == {"h": 2, "d": 3}


def test_shapes_are_computed_and_free_sizes_stay_open():
    assert shape_of(Kind("f8", ("4", "h", "h+d")), {"h": 2, "d": 3}) == (4, 2, 5)
    assert shape_of(Kind("i8", ("?k",)), {"k": 2}) == (None,)
    assert shape_of(Kind("f8", ("T-1", "V")), {"T": 4, "V": 2}) == (3, 2)


def test_a_size_of_a_result_that_no_argument_fixes_must_be_marked():
    with pytest.raises(SignatureError, match=r"size 'm' of the result.*write \?m"):
        parse("f(x: (n)) -> (m)")
    assert parse("f(x: (n)) -> (?m)").results[0].shape == ("?m",)


def test_a_free_size_of_an_argument_is_refused():
    with pytest.raises(SignatureError, match="argument 'x' has a free size"):
        parse("f(x: (?n)) -> ()")


def test_a_product_without_its_sign_is_refused_with_what_to_write():
    with pytest.raises(SignatureError, match=r"write 2\*p"):
        parse("zero_pad2d(x: (h,w), p: i8) -> (h+2p,w+2p)")


def test_an_integer_argument_can_be_a_size():
    signature = parse("max_pool2d(x: (h,w), f: i8, s: i8) -> ((h-f)//s+1,(w-f)//s+1)")

    sizes = infer_sizes(signature, [np.zeros((5, 8)), 2, 3])

    assert ("h", "w") == signature.sizes
    assert (2, 3) == shape_of(signature.results[0], sizes)


def test_an_integer_argument_that_is_no_size_is_not_among_them():
    signature = parse("top(x: (n), k: i8) -> (n)")

    assert {"n": 3} == infer_sizes(signature, [np.zeros(3), 7])


@pytest.mark.parametrize(
    ("text", "shapes", "expected"),
    [
        ("f(beta: (d+1)) -> (d)", [(5,)], {"d": 4}),
        ("f(b: (h+d), x: (d)) -> (h)", [(5,), (2,)], {"d": 2, "h": 3}),
        ("f(a: (T-1), b: (9-n)) -> (T,n)", [(3,), (7,)], {"T": 4, "n": 2}),
        ("f(a: (p+q), b: (q+r), c: (r+1)) -> (p,q,r)", [(6,), (5,), (3,)], {"r": 2, "q": 3, "p": 3}),
    ],
)
def test_a_size_that_only_occurs_in_a_sum_is_solved_for(text, shapes, expected):
    assert expected == infer_sizes(parse(text), [np.zeros(shape) for shape in shapes])


@pytest.mark.parametrize("size", ["n//2", "n*n", "n*(n-1)*(n-2)+n", "max(n,1)", "2*n", "n-n", "n+m"])
def test_a_size_that_is_not_fixed_by_a_length_stays_open(size):
    assert {} == infer_sizes(parse(f"f(x: ({size})) -> ()"), [np.zeros(4)])


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("f(x: (n), y: q) -> ()", "             ^"),
        ("f(x: (n), y: (2p)) -> ()", "              ^^"),
        ("f(x: [str) -> ()", "     ^"),
        ("f(x: (n)", " ^"),
        ("f(x: (n), x: (n)) -> ()", "          ^"),
        ("f(x: (n)) -> (n), (n,m)", "                     ^"),
        ("f(x: (n)) ->", "            ^"),
        ("f(x: (n))", "         ^"),
        ("f(x: () = y) -> ()", "          ^"),
        ("f(lambda: ()) -> ()", "  ^^^^^^"),
        ("f(f: ()) -> ()", "  ^"),
        ("f(g: (),(n) -> ()) -> ()", "     ^^^^^^^^^^^^"),
    ],
)
def test_an_error_knows_the_wrong_part(text, marks):
    with pytest.raises(SignatureError) as caught:
        parse(text)

    assert marks == " " * caught.value.start + "^" * (caught.value.end - caught.value.start)

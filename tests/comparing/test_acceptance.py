"""Which types and shapes are accepted, which break the contract, and which message a student gets."""

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from gradkata.comparing.acceptance import accept, accept_all
from gradkata.signature import parse_kind


@dataclass(frozen=True)
class Opaque:
    """What a decoder leaves of a value that cannot cross."""

    type_name: str


def accepted(value, kind, shape=()):
    """The normalised value, where nothing is wrong."""
    normalised, fault = accept(value, parse_kind(kind), shape)
    assert fault is None, fault
    return normalised


def soft(value, kind, shape=()):
    """The message, where the contract is broken and the value can be compared all the same."""
    normalised, fault = accept(value, parse_kind(kind), shape)
    assert normalised is not None
    assert fault.outcome == "wrong-type"
    return normalised, fault.message


def hard(value, kind, shape=(), outcome="wrong-type"):
    """The message on a value that cannot be compared."""
    normalised, fault = accept(value, parse_kind(kind), shape)
    assert normalised is None
    assert fault.outcome == outcome
    assert "\n" not in fault.message
    return fault.message


def same_array(expected, got):
    assert got.dtype == expected.dtype
    assert got.shape == expected.shape
    np.testing.assert_array_equal(got, expected)


NUMBERS = [
    2.0,
    2,
    np.float64(2),
    np.float32(2),
    np.float16(2),
    np.int8(2),
    np.uint64(2),
    np.array(2.0),
    np.array(2),
]


@pytest.mark.parametrize("value", NUMBERS, ids=repr)
def test_a_number_in_any_form_is_accepted_if_a_float_is_expected(value):
    same_array(np.array(2.0), accepted(value, "()"))


FORMS = [
    np.array([1.0, 2.0, 3.0]),
    np.array([1, 2, 3]),
    np.array([1, 2, 3], np.float32),
    np.array([1, 2, 3], np.float16),
    np.array([1, 2, 3], np.uint8),
    np.array([1, 2, 3], ">f8"),
    [1.0, 2.0, 3.0],
    (1, 2, 3),
    [1, 2.0, np.float32(3)],
    [np.array(1.0), 2, 3],
    np.array([1.0, 0, 2, 0, 3])[::2],
]


@pytest.mark.parametrize("value", FORMS, ids=repr)
def test_arrays_of_any_width_lists_and_tuples_are_accepted_if_an_array_is_expected(value):
    same_array(np.array([1.0, 2.0, 3.0]), accepted(value, "(n)", (3,)))


@pytest.mark.parametrize(
    "value", [[[1, 2], [3, 4]], ([1, 2], (3, 4)), [np.array([1, 2]), np.array([3.0, 4.0])]]
)
def test_nested_lists_and_lists_of_rows_are_accepted_if_a_matrix_is_expected(value):
    same_array(np.array([[1.0, 2.0], [3.0, 4.0]]), accepted(value, "(n,d)", (2, 2)))


def test_nan_and_infinity_are_numbers():
    same_array(np.array([np.nan, np.inf]), accepted([np.nan, np.inf], "(n)", (2,)))


@pytest.mark.parametrize("value", [True, np.True_, np.array(True)])
def test_a_boolean_is_not_a_number(value):
    assert "True and False are not numbers" in hard(value, "()")


@pytest.mark.parametrize("value", [[True, 1.0], [1.0, np.False_], np.array([True, False])])
def test_a_boolean_among_numbers_is_found(value):
    assert "True and False are not numbers" in hard(value, "(n)", (2,))


@pytest.mark.parametrize("value", [1j, 1 + 0j, np.complex64(1), np.array(1j)])
def test_a_complex_number_is_not_a_float(value):
    assert "complex number is not a float" in hard(value, "()")


def test_none_is_taken_for_a_missing_return():
    assert hard(None, "()") == "It returned None: is a `return` missing? A number is expected."
    assert "is a `return` missing?" in hard(None, "i8(k)", (None,))
    assert "is a `return` missing?" in hard(None, "[str]")


OPAQUE = {
    "generator": "computes nothing until it is iterated over",
    "numpy.ma.MaskedArray": "can hide entries",
    "numpy.ndarray of dtype object": "do its rows differ in length",
    "numpy.ndarray of dtype float128": "dtype float64, int64 or bool",
    "dict": "only the values",
    "set": "has no order",
    "function": "parentheses of a call missing",
    "iou.Box": "the plain Python or NumPy value",
    "decimal.Decimal": "float()",
}


@pytest.mark.parametrize("name", OPAQUE)
@pytest.mark.parametrize(("kind", "shape"), [("()", ()), ("i8(k)", (None,)), ("b1", ())])
def test_a_value_that_cannot_be_sent_is_named_with_advice(name, kind, shape):
    message = hard(Opaque(name), kind, shape)
    assert OPAQUE[name] in message
    assert name.removeprefix("numpy.ndarray of ") in message


def test_the_name_of_a_type_cannot_carry_control_or_bidirectional_characters():
    message = hard(Opaque("x\x1b[2J\n\u202eevil" + "y" * 5000), "()")
    assert message.isprintable()
    assert len(message) < 250


def test_an_entry_that_is_not_a_number_is_named():
    assert "One of its entries is None. Is a value missing there?" in hard([1.0, None], "(n)", (2,))
    assert "One of its entries is a string." in hard(["1", 2], "(n)", (2,))
    assert "One of its entries is a generator." in hard([1, Opaque("generator")], "(n)", (2,))


def test_a_string_is_not_a_number():
    assert "It returned a string; a number is expected." in hard("0.5", "()")


def test_an_integer_too_large_for_a_float_is_refused():
    assert "too large for a float" in hard(10**400, "()")


@pytest.mark.parametrize(
    "value", [[1, 0], (1, 0), np.array([1, 0]), np.array([1, 0], np.uint16), [np.int32(1), 0]]
)
def test_lists_and_integer_arrays_of_any_width_are_accepted_as_indices(value):
    same_array(np.array([1, 0]), accepted(value, "i8(k)", (None,)))


@pytest.mark.parametrize("value", [[], (), np.array([], int), np.zeros(0, np.uint8)])
def test_an_empty_list_or_integer_array_is_accepted_as_indices(value):
    same_array(np.array([], np.int64), accepted(value, "i8(k)", (None,)))


def test_an_empty_list_means_no_rows_of_any_width():
    same_array(np.zeros((0, 4)), accepted([], "(k,4)", (None, 4)))


def test_an_empty_float_array_breaks_the_contract_and_can_be_compared():
    normalised, message = soft(np.array([]), "i8(k)", (None,))
    same_array(np.array([], np.int64), normalised)
    assert "`np.array([])` has dtype float64" in message
    assert "dtype=int" in message


@pytest.mark.parametrize("value", [[2.0, 1.0], np.array([2.0, 1.0]), [2, 1.0], np.array([2, 1], np.float32)])
def test_whole_numbers_in_floats_break_the_contract_and_can_be_compared(value):
    normalised, message = soft(value, "i8(k)", (None,))
    same_array(np.array([2, 1]), normalised)
    assert "convert them to int" in message


@pytest.mark.parametrize("value", [[0.5], [np.nan], np.array([np.inf]), [1e300], np.array([2.0**63])])
def test_floats_that_are_not_an_int64_are_refused_as_indices(value):
    assert "a whole number that an int64 can hold" in hard(value, "i8(k)", (None,))


@pytest.mark.parametrize("value", [[2**63], np.array([2**63], np.uint64), [np.uint64(2**63)], [-(2**63) - 1]])
def test_integers_beyond_int64_are_refused(value):
    assert "too large for an int64" in hard(value, "i8(k)", (None,))


def test_a_huge_integer_next_to_a_float_is_refused():
    assert hard([10**400, 1.0], "i8(k)", (None,))


def test_booleans_are_not_indices():
    assert "True and False are not integers" in hard([True, False], "i8(k)", (None,))


@pytest.mark.parametrize("value", [True, np.True_, np.array(True)])
def test_booleans_in_any_form_are_accepted_if_a_boolean_is_expected(value):
    same_array(np.array(True), accepted(value, "b1"))


def test_a_list_of_booleans_is_accepted():
    same_array(np.array([True, False]), accepted([True, np.False_], "b1(n)", (2,)))


def test_zero_and_one_for_a_boolean_break_the_contract_and_can_be_compared():
    normalised, message = soft([0, 1], "b1(n)", (2,))
    same_array(np.array([False, True]), normalised)
    assert "0 and 1 are integers" in message


@pytest.mark.parametrize("value", [2, 1.0, "True", 1j, [10**30]])
def test_other_numbers_are_not_booleans(value):
    assert hard(value, "b1")


def test_words_are_accepted_in_lists_and_tuples():
    assert accepted("a", "str") == "a"
    assert accepted(("a", "b"), "[str]") == ["a", "b"]
    assert accepted((["a"], ()), "[[str]]") == [["a"], []]


@pytest.mark.parametrize(
    ("value", "kind", "advice"),
    [
        ("a b", "[str]", "split into words"),
        (["a"], "str", "still have to be joined"),
        (["a", 1], "[str]", "an integer"),
        (["a", None], "[str]", "None"),
        (Opaque("numpy.ndarray of dtype <U1"), "[str]", "Convert it to a list"),
        (Opaque("numpy.str_"), "str", "str()"),
        ([["a"], "b"], "[[str]]", "the entries of its lists"),
    ],
)
def test_a_value_other_than_a_list_of_words_is_refused_with_advice(value, kind, advice):
    assert advice in hard(value, kind)


@pytest.mark.parametrize(
    ("value", "kind", "shape", "advice"),
    [
        (np.array([0.5]), "()", (), "Return its only entry"),
        ((0.5,), "()", (), "a comma at the end of the `return`"),
        (np.zeros(3), "()", (), "still have to be combined into one number"),
        (0.5, "(n)", (3,), "over one axis too many"),
        (np.zeros((3, 1)), "(n)", (3,), "an axis of length 1 too many"),
        (np.zeros((3, 3)), "(n)", (3,), "broadcast to (n, n)"),
        (np.zeros((2, 3)), "(n,d)", (3, 2), "Its axes are swapped."),
        (np.zeros(2), "(n)", (3,), "Axis 0 has length 2 instead of 3."),
        (np.zeros((4, 3)), "i8(k,2)", (None, 2), "Axis 1 has length 3 instead of 2."),
        (np.zeros((4, 3), int), "i8(k,2)", (None, 2), "Axis 1 has length 3 instead of 2."),
        (np.zeros((2, 2, 2)), "(n,d)", (2, 2), "3 axes instead of 2"),
        ([[1, 2], [3]], "(n,d)", (2, 2), "Its rows differ in length."),
        ([1, [2]], "(n)", (2,), "Some of its entries are lists"),
        ([np.zeros(2), np.zeros(3)], "(n,d)", (2, 2), "Its rows differ in shape."),
    ],
)
def test_a_wrong_shape_is_explained(value, kind, shape, advice):
    assert advice in hard(value, kind, shape, "wrong-shape")


def test_a_wrong_shape_is_shown_with_names_and_sizes():
    expected = (
        "an array of shape (2,) and dtype float64; an array of floats of shape (n,) = (3,) is expected."
    )
    assert expected in hard(np.zeros(2), "(n)", (3,), "wrong-shape")
    expected = "It returned an integer; an array of integers of shape (k,) is expected."
    assert hard(3, "i8(k)", (None,), "wrong-shape").startswith(expected)


@pytest.mark.parametrize("length", [0, 1, 7])
def test_a_free_size_takes_any_length(length):
    same_array(np.arange(length), accepted(np.arange(length), "i8(k)", (None,)))


VECTORS = [parse_kind("(h)"), parse_kind("(h)")]


@pytest.mark.parametrize("container", [tuple, list])
def test_several_results_come_as_a_tuple_or_a_list(container):
    values, fault = accept_all(container([np.zeros(2), [1, 2]]), VECTORS, [(2,), (2,)])
    assert fault is None
    same_array(np.array([1.0, 2.0]), values[1])


def test_one_result_is_wrapped_alone():
    values, fault = accept_all([1, 2], VECTORS[:1], [(2,)])
    assert fault is None
    assert len(values) == 1


def test_several_results_in_one_array_break_the_contract_and_can_be_compared():
    values, fault = accept_all(np.eye(2), VECTORS, [(2,), (2,)])
    assert fault.outcome == "wrong-type"
    assert "2 results are expected: return them as a tuple" in fault.message
    same_array(np.array([0.0, 1.0]), values[1])


@pytest.mark.parametrize(
    ("value", "outcome", "text"),
    [
        (None, "wrong-type", "is a `return` missing?"),
        (np.zeros(3), "wrong-type", "2 results are expected"),
        (Opaque("dict"), "wrong-type", "2 results are expected"),
        ((np.zeros(2),), "wrong-shape", "a tuple of length 1; 2 results"),
        ((np.zeros(2), np.zeros(3)), "wrong-shape", "Result 2 of 2: It is an array of shape (3,)"),
        ((np.zeros(2), None), "wrong-type", "Result 2 of 2"),
    ],
)
def test_results_of_another_number_or_shape_are_refused(value, outcome, text):
    values, fault = accept_all(value, VECTORS, [(2,), (2,)])
    assert values is None
    assert fault.outcome == outcome
    assert text in fault.message


def test_a_hard_fault_of_a_later_result_outweighs_a_soft_one():
    kinds = [parse_kind("i8"), parse_kind("()")]
    values, fault = accept_all((1.0, "x"), kinds, [(), ()])
    assert values is None
    assert "Result 2" in fault.message


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.complex_numbers()
    | st.text(max_size=5)
    | st.sampled_from([Opaque("generator"), Opaque("\x1b"), np.float32(1), np.uint64(2**63), 10**400])
    | hnp.arrays(
        st.sampled_from(["f8", "f4", "f2", "i8", "u1", "u8", "?", "c16"]),
        hnp.array_shapes(min_dims=0, min_side=0, max_side=3),
    ),
    lambda inner: st.lists(inner, max_size=4) | st.lists(inner, max_size=4).map(tuple),
    max_leaves=8,
)
ASKED = [
    ("()", ()),
    ("(n)", (2,)),
    ("(n,d)", (2, 2)),
    ("i8", ()),
    ("i8(k)", (None,)),
    ("i8(k,2)", (None, 2)),
    ("b1", ()),
    ("b1(n)", (2,)),
    ("str", ()),
    ("[str]", ()),
    ("[[str]]", ()),
]


@given(value=PLAIN, asked=st.sampled_from(ASKED))
@example(value=[[]], asked=("(n)", (2,)))
@example(value=[np.zeros((0, 2))], asked=("i8(k)", (None,)))
def test_any_value_is_normalised_or_refused_with_one_printable_sentence(value, asked):
    kind, shape = parse_kind(asked[0]), asked[1]
    normalised, fault = accept(value, kind, shape)
    assert normalised is not None or fault is not None
    if fault is not None:
        assert fault.outcome in ("wrong-type", "wrong-shape")
        assert fault.message.isprintable()
        assert len(fault.message) < 400
    if normalised is not None and kind.base != "str":
        assert normalised.dtype == {"f8": np.float64, "i8": np.int64, "b1": np.bool_}[kind.base]
        assert normalised.ndim == len(shape)
        assert all(wanted in (None, size) for size, wanted in zip(normalised.shape, shape, strict=True))


@given(value=st.lists(st.floats(width=32), min_size=1, max_size=5))
def test_lists_arrays_and_narrower_floats_of_the_same_values_are_normalised_in_the_same_way(value):
    forms = [value, tuple(value), np.array(value), np.array(value, np.float32), list(np.array(value))]
    for form in forms:
        same_array(np.array(value), accepted(form, "(n)", (len(value),)))

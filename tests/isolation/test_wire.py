"""Values that are sent between the processes arrive unchanged, and hostile frames do no harm."""

import contextlib
import math
import random
import struct
import tracemalloc
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from gradkata.isolation.inside import wire
from gradkata.isolation.inside.formulas import Polynomial, Product, Quadratic, Sines, VectorSines
from gradkata.isolation.inside.wire import Opaque, WireError, decode, encode

DTYPES = ["?", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16"]
MUTATIONS = 100_000

FORMULAS = [
    Polynomial(1, ((2.0, (2,)), (-0.0, (1,)), (1.0, (0,)))),
    Polynomial(2, ((0.5, (2, 1)),)),
    Sines(2, ((1.5, (0.25, -3.0), 0.0),)),
    Quadratic(((1.0, 2.0), (0.5, 1e300)), (0.0, 1.0), -2.5),
    Quadratic((), (), 0.0),
    VectorSines((1.0, 2.0), ((0.5,), (3.0,)), (0.0, 1.0)),
    Product((Polynomial(1, ()), Sines(1, ((1.0, (2.0,), 0.5),)))),
]

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**200), 2**200)
    | st.floats()
    | st.complex_numbers()
    | st.text(st.characters())  # lone surrogates as well
    | st.sampled_from(FORMULAS)
    | st.sampled_from([np.dtype(code).type(1) for code in DTYPES])
)
arrays = st.sampled_from(DTYPES).flatmap(
    lambda code: hnp.arrays(
        np.dtype(code).newbyteorder("<"), hnp.array_shapes(min_dims=0, min_side=0, max_dims=4)
    )
)
values = st.recursive(
    scalars | arrays,
    lambda inner: st.lists(inner, max_size=4) | st.lists(inner, max_size=4).map(tuple),
    max_leaves=20,
)


def assert_same(expected: Any, actual: Any) -> None:
    """Equal in type, shape, dtype and every bit."""
    assert type(expected) is type(actual)
    if isinstance(expected, list | tuple):
        assert len(expected) == len(actual)
        for one, other in zip(expected, actual, strict=True):
            assert_same(one, other)
    elif isinstance(expected, np.ndarray | np.generic):
        assert (expected.shape, expected.dtype) == (actual.shape, actual.dtype)
        assert expected.tobytes() == actual.tobytes()
    elif isinstance(expected, float | complex):
        assert bits(expected) == bits(actual)
    else:
        assert expected == actual


def bits(number: complex) -> bytes:
    return struct.pack("<dd", number.real, number.imag)


@settings(max_examples=400, deadline=None, database=None)
@given(values)
def test_values_arrive_bit_for_bit(value: Any) -> None:
    assert_same(value, decode(encode(value)))
    assert_same(value, decode(encode(value), copy=True))


@settings(max_examples=200, deadline=None, database=None)
@given(values)
def test_a_value_has_one_frame(value: Any) -> None:
    frame = encode(value)
    assert frame == encode(decode(frame))


@pytest.mark.parametrize("code", DTYPES)
def test_a_numpy_scalar_stays_apart_from_arrays_and_python_numbers(code: str) -> None:
    scalar = np.dtype(code).type(1)
    assert_same(scalar, decode(encode(scalar)))
    assert_same(np.array(scalar), decode(encode(np.array(scalar))))


@pytest.mark.parametrize("code", DTYPES)
def test_a_big_endian_array_arrives_with_its_values(code: str) -> None:
    array = np.arange(6).reshape(2, 3).astype(np.dtype(code).newbyteorder(">"))
    assert_same(array.astype(code), decode(encode(array)))


@pytest.mark.parametrize("view", [lambda a: a.T, lambda a: a[::2], lambda a: a[:, ::-1], np.asfortranarray])
def test_an_array_that_is_not_contiguous_arrives_with_its_values(view: Any) -> None:
    array = view(np.arange(12.0).reshape(3, 4))
    np.testing.assert_array_equal(array, decode(encode(array)), strict=True)


@pytest.mark.parametrize("number", [-0.0, math.nan, -math.nan, math.inf, 5e-324])
def test_special_numbers_keep_their_bits(number: float) -> None:
    assert_same(number, decode(encode(number)))
    assert_same(np.float64(number), decode(encode(np.float64(number))))
    assert_same(np.array([number]), decode(encode(np.array([number]))))


def test_the_payload_of_a_nan_survives() -> None:
    array = np.array([0x7FF8_0000_DEAD_BEEF], np.uint64).view(np.float64)
    assert array.tobytes() == decode(encode(array)).tobytes()


def test_a_string_with_a_lone_surrogate_survives() -> None:
    assert decode(encode("a\ud800\udfffb")) == "a\ud800\udfffb"


def test_a_decoded_array_is_a_read_only_view() -> None:
    array = decode(encode(np.ones(3)))
    assert not array.flags.writeable
    with pytest.raises(ValueError, match="read-only"):
        array[0] = 2


@pytest.mark.parametrize("array", [np.ones((2, 3)), np.array(1.0), np.empty((0, 3))])
def test_a_copied_array_is_writable_and_owns_its_memory(array: Any) -> None:
    copy = decode(encode(array), copy=True)
    assert copy.flags.writeable
    assert copy.flags.owndata
    assert not decode(encode(array)).flags.writeable


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_function_that_is_data_is_sent_as_its_content(formula: Any) -> None:
    frame = encode([formula])

    assert decode(frame) == [formula]
    assert encode(decode(frame)) == frame


CONTENTS = [
    ("eval", 1, ()),
    ("polynomial", 3, ()),
    ("polynomial", 1),
    ("polynomial", 1, ((1, (2,)),)),
    ("polynomial", 1, ((1.0, (-1,)),)),
    ("polynomial", 1, ((1.0, (33,)),)),
    ("polynomial", 1, ((1.0, (2, 2)),)),
    ("polynomial", 1, [(1.0, (2,))]),
    ("polynomial", 1, ((1.0, (0,)),) * 2000),
    ("sines", 1, ((1.0, (math.inf,), 0.0),)),
    ("sines", True, ()),
    ("quadratic", ((1.0, 2.0),), (1.0,), 0.0),
    ("quadratic", ((1.0,),), (math.nan,), 0.0),
    ("vector sines", (), (), ()),
    ("vector sines", (1.0,), (np.ones(2),), (0.0,)),
    ("product", ("polynomial", 1, ())),
    ("product", ("polynomial", 1, ()), ("polynomial", 2, ())),
    ("product", ("polynomial", 1, ()), ("product", ("polynomial", 1, ()), ("polynomial", 1, ()))),
    ("product", 1.0, 2.0),
    (),
    7,
]


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: str(content)[:40])
def test_content_that_is_not_that_of_a_function_is_refused(content: object) -> None:
    with pytest.raises(WireError):
        decode(b"f" + encode(content))


def test_a_function_inside_the_content_of_a_function_is_refused() -> None:
    inner = encode(FORMULAS[0])

    with pytest.raises(WireError):
        decode(b"f" * 10_000 + inner)
    with pytest.raises(WireError):
        decode(b"f" + struct.pack("<cI", b"t", 3) + encode("product") + inner + inner)


class Number(float):
    pass


class Array(np.ndarray):
    pass


class Meta(type):
    @property
    def __module__(cls) -> str:  # type: ignore[override]
        raise KeyboardInterrupt


class Hostile(metaclass=Meta):
    pass


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ((i for i in ()), "generator"),
        ({}, "dict"),
        (b"", "bytes"),
        (range(3), "range"),
        (len, "builtin_function_or_method"),
        (np.tanh, "numpy.ufunc"),
        (np.ma.zeros(2), "numpy.ma.MaskedArray"),
        (np.array([None]), "numpy.ndarray of dtype object"),
        (np.array(["a"]), "numpy.ndarray of dtype <U1"),
        (np.zeros(2, "f8,i4"), "numpy.ndarray of dtype [('f0', '<f8'), ('f1', '<i4')]"),
        (np.str_("a"), "numpy.str_"),
        (np.datetime64(0, "s"), "numpy.datetime64"),
        (np.zeros(2).view(Array), f"{__name__}.Array"),
        (Number(1), f"{__name__}.Number"),
        (Hostile(), "object"),
        (type("x" * 300, (), {})(), f"{__name__}.{'x' * 300}"[:100]),
    ],
)
def test_anything_else_arrives_as_the_name_of_its_type(value: object, name: str) -> None:
    assert decode(encode([value])) == [Opaque(name)]


class State(NamedTuple):
    w: float
    m: list[float]


class Sneaky(list):  # type: ignore[type-arg]
    """A list whose own methods never end, raise or lie."""

    def __iter__(self) -> Any:
        return iter(int, 1)

    def __len__(self) -> int:
        return 10**9

    def __getitem__(self, index: Any) -> Any:
        raise KeyboardInterrupt

    __class__ = property(lambda self: int)  # type: ignore[assignment]


class Pair(tuple):
    def __iter__(self) -> Any:
        return self

    def __next__(self) -> int:
        return 1


@pytest.mark.parametrize(
    ("value", "arrived"),
    [
        (State(1.5, [2.0]), (1.5, [2.0])),
        (Sneaky([1.5, Sneaky([2])]), [1.5, [2]]),
        (Pair((1, Pair())), (1, ())),
        ([Fraction(1, 4), (Decimal("0.25"),)], [0.25, (0.25,)]),
        (Decimal("NaN"), math.nan),
        (Decimal("-Infinity"), -math.inf),
        (np.longdouble("0.1"), float(np.longdouble("0.1"))),
        (np.longdouble("inf"), math.inf),
        (np.array([[1, np.inf]], np.longdouble), np.array([[1, np.inf]])),
        (np.array(0.25, np.longdouble), np.array(0.25)),
    ],
)
def test_a_sequence_or_real_number_of_another_type_arrives_as_a_plain_one(value: Any, arrived: Any) -> None:
    assert_same(arrived, decode(encode(value)))


class Own(Fraction):
    pass


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (Fraction(10**400), "fractions.Fraction beyond the range of float64"),
        (Decimal("1e400"), "decimal.Decimal beyond the range of float64"),
        (Decimal("sNaN"), "decimal.Decimal beyond the range of float64"),
        (Own(1, 4), f"{__name__}.Own"),
        (type("Decimal", (float,), {"__module__": "decimal"})(1), "decimal.Decimal"),
    ],
)
def test_a_real_number_without_a_value_as_a_float_arrives_as_the_name_of_its_type(
    value: Any, name: str
) -> None:
    assert decode(encode([value])) == [Opaque(name)]


@pytest.mark.skipif(
    np.finfo(np.longdouble).max <= np.finfo(float).max, reason="they have the same range here"
)
@pytest.mark.parametrize("large", [np.longdouble("1e400"), np.array([1, "-1e400"], np.longdouble)])
def test_a_long_double_that_is_too_large_arrives_as_the_name_of_its_type(large: Any) -> None:
    assert decode(encode(large)).type_name.endswith(wire.TOO_LARGE)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (2 ** (8 * wire.MAX_INT_BYTES), "an int of more than 1024 bytes"),
        ([0] * (wire.MAX_ITEMS + 1), "a list of more than 200000 items"),
        ([[[0] * 1000] * 300], "a list of more than 200000 items"),
        (np.broadcast_to(1.0, 2**31), "an array of 17179869184 bytes"),
        ([np.zeros(1 << 22)] * 3, "an array of 33554432 bytes"),
        ("x" * (wire.MAX_BYTES + 1), "a string of 67108865 characters"),
    ],
)
def test_a_value_beyond_the_limits_is_refused_with_a_message(value: object, words: str) -> None:
    with pytest.raises(WireError, match=words):
        encode(value)


def test_a_list_that_contains_itself_is_refused() -> None:
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(WireError, match="a list nested more than 16 deep"):
        encode(endless)


def array_frame(*shape: int, code: int = 11, data: bytes = b"", tag: bytes = b"A") -> bytes:
    return struct.pack(f"<cBB{len(shape)}q", tag, code, len(shape), *shape) + data


@pytest.mark.parametrize(
    "frame",
    [
        b"",
        b"?",
        b"NN",
        b"d1234567",
        b"c" + bytes(15),
        b"s\xff\xff\xff\xff",
        b"s\x01\x00\x00\x00\xff",
        b"l\x02\x00\x00\x00N",
        b"l\xff\xff\xff\xffN",
        b"l\x01\x00\x00\x00" * 17 + b"N",
        b"i\x02\x00\x00\x00\x01\x00",  # 1, in two bytes
        b"i\x00\x00\x00\x00",
        b"f\x04\x00\x00\x00eval",
        b"o\x65\x00\x00\x00" + b"x" * 101,
        array_frame(2, data=bytes(8)),
        array_frame(-1),
        array_frame(2**62, 2**62),
        array_frame(0, 2**62),
        array_frame(0, 2**40, 2**40),
        array_frame(2**31, 2**33, data=bytes(64)),
        array_frame(1, code=14, data=bytes(8)),
        array_frame(1, code=0, data=b"\x02"),
        array_frame(1, tag=b"S", data=bytes(8)),
        array_frame(*[1] * 65, data=bytes(8)),
        b"A\x0b\xff",
    ],
)
def test_bytes_that_are_not_a_frame_are_refused(frame: bytes) -> None:
    with pytest.raises(WireError):
        decode(frame)


def test_no_part_of_a_frame_is_a_frame() -> None:
    frame = encode([1.5, "word", np.ones((2, 2)), np.float32(2), (True, None, 7), FORMULAS[0], 2j])
    for end in range(len(frame)):
        with pytest.raises(WireError):
            decode(frame[:end])


def mutated(frame: bytes, draw: random.Random) -> bytes:
    """``frame`` after a few bytes were changed, removed, repeated or put in."""
    data = bytearray(frame)
    for _ in range(draw.choice([1, 1, 2, 4])):
        at = draw.randrange(len(data) + 1)
        match draw.randrange(5):
            case 0 if data:
                data[at % len(data)] = draw.choice([0, 1, 127, 128, 255, draw.randrange(256)])
            case 1:
                del data[at : at + draw.randrange(1, 9)]
            case 2:
                data[at:at] = draw.choice([b"\xff" * 8, b"\x00" * 8, bytes([draw.randrange(256)])])
            case 3:
                data[at:at] = data[at : at + 16]
            case 4:
                data[at : at + 4] = struct.pack("<I", draw.choice([2**31, 2**32 - 1, 2**16]))
    return bytes(data)


def test_a_hundred_thousand_mutated_frames_are_decoded_or_refused_in_bounded_memory() -> None:
    draw = random.Random(20261121)
    seeds = [
        encode([np.ones((3, 4)), np.float64(2), [["the", "cat"], ["sat"]], 4]),
        encode([np.arange(5), (True, None, -1), "a\ud800", 2j, FORMULAS[-1], Opaque("dict")]),
        encode([[[[[[np.zeros((0, 4), np.float32)]]]]], np.array(True), 2**100]),
    ]
    longest = refused = 0
    tracemalloc.start()
    try:
        for index in range(MUTATIONS):
            frame = mutated(seeds[index % len(seeds)], draw)
            longest = max(longest, len(frame))
            try:
                assert encode(decode(frame)) == frame
            except WireError:
                refused += 1
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert MUTATIONS // 4 < refused < MUTATIONS
    assert peak < 1_000_000, f"frames of at most {longest} bytes took {peak} bytes"


@settings(max_examples=500, deadline=None, database=None)
@given(st.binary(max_size=300))
def test_random_bytes_are_decoded_or_refused(frame: bytes) -> None:
    with contextlib.suppress(WireError):
        assert encode(decode(frame)) == frame


@pytest.mark.parametrize("item", [b"N", b"l\0\0\0\0", b"S\x00\x00\x01", array_frame(0)])
def test_memory_is_at_most_a_small_multiple_of_the_frame(item: bytes) -> None:
    count = 150_000
    frame = b"l" + struct.pack("<I", count) + item * count
    tracemalloc.start()
    try:
        decode(frame)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 40 * len(frame)

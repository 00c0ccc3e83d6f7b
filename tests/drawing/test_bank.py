"""Banks as files."""

import json

import numpy as np
import pytest

from gradkata import functions
from gradkata.drawing.bank import Bank, BankError, Call, Case, digest_of, load, save
from gradkata.drawing.coding import Raises, from_json, to_json, weight

VALUES = [
    1,
    -2.5,
    True,
    None,
    "é",
    ["a", ["b"]],
    (1.0, 2),
    np.array([[1.5, -0.0], [np.inf, np.nan]]),
    np.array(3.0),
    np.array([1, 2]),
    np.array([True, False]),
    np.zeros((0, 4)),
    float("-inf"),
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_survives_the_way_to_json_and_back(value):
    back = from_json(json.loads(json.dumps(to_json(value))))

    assert type(back) is type(value)
    if isinstance(value, np.ndarray):
        assert back.dtype == value.dtype
        assert back.shape == value.shape
        assert back.tobytes() == value.tobytes()
    else:
        assert repr(back) == repr(value)


def test_a_function_is_stored_as_its_content():
    content = {"function": ["quadratic", [[2.0]], [1.0], -1.5]}
    function = functions.quadratic([[2]], [1], -1.5)

    assert content == json.loads(json.dumps(to_json(function)))
    assert function == from_json(content)


def test_a_call_that_must_raise_is_stored_with_the_exception():
    assert Raises("ValueError") == from_json(to_json(Raises("ValueError")))


def test_what_cannot_be_stored_in_a_bank_is_refused():
    with pytest.raises(TypeError, match="complex"):
        to_json(1j)


def test_weight_puts_shorter_examples_first():
    assert weight({"x": np.zeros(1)}) < weight({"x": np.zeros(2)})


def a_bank():
    calls = (Call((np.array([1.0, 2.0]), 3), 0.5), Call((np.zeros(0), 1), np.nan))
    cases = (Case("agrees", (0,)), Case("is_even", (0, 1), {"x": 2}))
    return Bank("chapter/f", "public", calls, cases, {"f.py": "abc"})


def test_a_bank_survives_its_file(tmp_path):
    path = tmp_path / "f.bank.json"

    save(a_bank(), path)
    bank = load(path)

    assert digest_of(bank) == bank.digest == digest_of(a_bank())
    assert [case.calls for case in bank.cases] == [(0,), (0, 1)]
    assert bank.cases[1].inputs == {"x": 2}
    assert [path.name for path in tmp_path.iterdir()] == ["f.bank.json"]


def test_another_answer_gives_another_digest():
    other = Bank("chapter/f", "public", (Call((1,), 0.25),), (), {})

    assert digest_of(other) != digest_of(a_bank())


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": 2}', '{"format": 1, "kata": "f"}'])
def test_a_broken_bank_is_named_with_the_remedy(tmp_path, text):
    path = tmp_path / "f.bank.json"
    path.write_text(text)

    with pytest.raises(BankError, match=r"f\.bank\.json"):
        load(path)


def test_a_missing_bank_is_named_with_the_remedy(tmp_path):
    with pytest.raises(BankError, match="kata lint --write"):
        load(tmp_path / "f.bank.json")

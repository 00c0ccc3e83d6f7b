"""A failure is shown on the smallest input that fails, found within a number of calls."""

import sys

import numpy as np
import pytest
from small_katas import half, halves

from gradkata import Kata, arg, same, st
from gradkata.isolation.sandbox import SandboxError
from gradkata.judging import shrinking
from gradkata.judging.answers import Answer, observe
from gradkata.judging.shrinking import MOST_DRAWN, MOST_EXAMPLES, MOST_LATER, smallest


class Asked:
    """A function as a submission, with a record of its calls."""

    def __init__(self, kata, function):
        self.kata, self.function, self.calls = kata, function, []

    def __call__(self, batch):
        for arguments in batch:
            self.calls.append(arguments)
            if isinstance(self.function, Answer):
                yield self.function
            else:
                yield observe(self.function, self.kata.signature, arguments)


def prop_of(kata, name):
    return next(prop for prop in kata.properties if prop.name == name)


def shrunk(kata, truth, function, name="agrees_on_ordinary_input", *, thorough=True, known=()):
    """The smallest failure of a function, and the calls that were made to find it."""
    asked = function if isinstance(function, Asked) else Asked(kata, function)
    found = smallest(kata, prop_of(kata, name), truth, asked, thorough=thorough, known=known)
    return found, asked.calls


@pytest.fixture
def without_hypothesis(monkeypatch):
    """Makes a test fail if it searches with Hypothesis."""

    def refused(*anything):
        raise AssertionError("Hypothesis was asked")

    monkeypatch.setattr(shrinking, "_search", refused)


@pytest.mark.usefixtures("without_hypothesis")
@pytest.mark.parametrize(
    ("wrong_where", "smallest_input"),
    [
        (lambda x: True, 0),
        (lambda x: x > 0, 1),
        (lambda x: x < 0, -1),
        (lambda x: abs(x) >= 5, 5),
        (lambda x: x < -6, -7),
    ],
    ids=["everywhere", "positive", "negative", "large", "very negative"],
)
def test_the_smallest_input_that_fails_is_shown(wrong_where, smallest_input):
    found, calls = shrunk(halves(), half, lambda x: x / 2 + wrong_where(x))

    assert ("wrong", (smallest_input,)) == (found.outcome, found.arguments)
    assert (smallest_input / 2 + 1, smallest_input / 2) == (found.got, found.expected)
    assert len(calls) < 40


@pytest.mark.usefixtures("without_hypothesis")
def test_an_array_is_small_in_length_before_it_is_small_in_its_entries():
    kata = Kata("total(x: (n)) -> ()", n=st.integers(0, 4))
    kata.agreement(points=9)

    found, _ = shrunk(kata, np.sum, lambda x: x[:-1].sum())

    assert [0.5] == [abs(value) for value in found.arguments[0].tolist()]


@pytest.mark.usefixtures("without_hypothesis")
def test_an_exception_is_shown_on_the_smallest_input_that_raises_it():
    found, _ = shrunk(halves(), half, lambda x: x / 2 if x < 3 else [][x])

    assert ("raised", (3,)) == (found.outcome, found.arguments)
    assert "IndexError" in found.message


@pytest.mark.usefixtures("without_hypothesis")
def test_the_smallest_failure_may_be_another_than_the_one_that_was_known():
    found, _ = shrunk(halves(), half, lambda x: 1 / 0 if x == 9 else x / 2 + (x == 2))

    assert ("wrong", (2,)) == (found.outcome, found.arguments)


def doubling():
    """A property of two calls."""
    kata = halves()

    @kata.property(points=0)
    def doubles(half, x):
        """Twice the number has twice the half."""
        same(half(2 * x), 2 * half(x))

    return kata


@pytest.mark.usefixtures("without_hypothesis")
def test_a_property_is_shrunk_by_what_was_drawn_for_it():
    found, _ = shrunk(doubling(), half, lambda x: x / 2 if x != 6 else 0.0, "doubles")

    assert {"x": 3} == found.inputs
    assert [(6,), (3,)] == [found.earlier[0].arguments, found.arguments]
    assert (0.0, 1.5) == (found.earlier[0].answer.value, found.got)
    assert found.relation.endswith("Here 0.0 should be equal to 3.0.")


def wide():
    """Too many inputs to enumerate."""
    kata = Kata("half(x: i8) -> ()", x=st.integers(-(10**6), 10**6))
    kata.agreement(points=10)
    return kata


def far_off(x):
    return x / 2 + (abs(x) > 5000)


def test_enumeration_stops_at_its_bound_in_calls():
    found, calls = shrunk(wide(), half, far_off, thorough=False)

    assert found is None
    assert MOST_LATER == len(calls)


def test_hypothesis_finds_and_shrinks_a_failure_that_enumeration_does_not_find():
    found, calls = shrunk(wide(), half, far_off)

    assert [5001] == [abs(value) for value in found.arguments]
    # One more call repeats the smallest input.
    assert MOST_EXAMPLES < len(calls) <= MOST_EXAMPLES + MOST_DRAWN + 1


def test_a_search_without_success_stops_at_its_bound_in_calls():
    found, calls = shrunk(wide(), half, lambda x: x / 2 + (x == 99_991))

    assert found is None
    assert len(calls) <= MOST_EXAMPLES + MOST_DRAWN


def test_the_same_failure_is_found_again_with_the_same_calls():
    assert repr(shrunk(wide(), half, far_off)) == repr(shrunk(wide(), half, far_off))


@pytest.mark.usefixtures("without_hypothesis")
def test_only_a_thorough_search_uses_hypothesis():
    assert shrunk(wide(), half, far_off, thorough=False)[0] is None


def test_inputs_that_cannot_be_enumerated_are_left_to_hypothesis():
    kata = Kata("half(x: i8) -> ()", x=st.integers())
    kata.agreement(points=10)

    found, _ = shrunk(kata, half, lambda x: x / 2 + (x > 20))

    assert (21,) == found.arguments
    assert shrunk(kata, half, lambda x: x / 2 + (x > 20), thorough=False) == (None, [])


@pytest.mark.usefixtures("without_hypothesis")
def test_enumeration_continues_at_the_sizes_of_a_known_failure():
    kata = Kata(
        "total(x: (n)) -> ()", n=st.integers(1, 12), x=st.arrays(arg("n"), elements=st.integers(0, 9))
    )
    kata.agreement(points=10)

    found, _ = shrunk(kata, np.sum, lambda x: x.sum() + (len(x) == 12), known=(np.zeros(12),))

    assert [0.0] * 12 == found.arguments[0].tolist()


@pytest.mark.parametrize("outcome", ["timeout", "memory", "crashed", "skipped"])
@pytest.mark.parametrize("name", ["agrees_on_ordinary_input", "doubles"])
def test_no_other_failure_is_searched_for_after(outcome, name):
    kata = doubling()

    found, calls = shrunk(kata, half, Asked(kata, Answer(outcome)), name)

    assert found is None
    # The calls of the batch are made; no call is made to find a smaller one.
    assert len(calls) <= 16


@pytest.mark.parametrize("outcome", ["timeout", "crashed"])
def test_hypothesis_is_stopped_at_once_by(outcome):
    kata = Kata("half(x: i8) -> ()", x=st.integers())
    kata.agreement(points=10)

    found, calls = shrunk(kata, half, Asked(kata, Answer(outcome)))

    assert found is None
    assert 1 == len(calls)


@pytest.mark.parametrize("name", ["keeps_its_contract", "half_of_10_is_5"])
def test_no_call_is_made_if_the_failure_cannot_be_smaller(name):
    kata = halves()
    kata.example("Half of 10 is 5.", expected=5.0, x=10)

    assert shrunk(kata, half, lambda x: 0.0, name) == (None, [])


@pytest.mark.usefixtures("without_hypothesis")
def test_input_on_which_the_plain_answer_itself_fails_shows_nothing():
    def truth(x):
        if x < 3:
            raise ValueError
        return x / 2

    found, _ = shrunk(halves(), truth, lambda x: 0.25)

    assert (3,) == found.arguments


def test_enumeration_does_not_need_hypothesis(monkeypatch):
    for name in [name for name in sys.modules if name.split(".")[0] == "hypothesis"]:
        monkeypatch.delitem(sys.modules, name)

    found, _ = shrunk(halves(), half, lambda x: 0.0)

    assert found is not None
    assert "hypothesis" not in sys.modules


class Killed(Asked):
    """A function whose sandbox fails after some calls."""

    def __call__(self, batch):
        for answer in super().__call__(batch):
            if len(self.calls) > 3:
                raise SandboxError("The fork server is gone.")
            yield answer


@pytest.mark.parametrize("name", ["agrees_on_ordinary_input", "doubles"])
def test_a_sandbox_that_fails_ends_the_enumeration_with_its_error(name):
    kata = doubling()

    with pytest.raises(SandboxError, match="is gone"):
        shrunk(kata, half, Killed(kata, half), name)


def test_a_sandbox_that_fails_ends_hypothesis_with_its_error():
    kata = Kata("half(x: i8) -> ()", x=st.integers())
    kata.agreement(points=10)
    asked = Killed(kata, half)

    with pytest.raises(SandboxError, match="is gone"):
        shrunk(kata, half, asked)
    assert 4 == len(asked.calls)


def test_a_check_of_many_calls_ends_its_search(monkeypatch):
    monkeypatch.setattr(shrinking, "MOST_CALLS", 100)
    kata = Kata("flips(seed: i8) -> ()", seed=st.integers(0, 10_000))

    @kata.property(points=0)
    def is_tried_many_times(flips, seed):
        """Many calls show nothing."""
        for i in range(30):
            flips(seed + i)

    found, calls = shrunk(kata, float, float, "is_tried_many_times")

    assert found is None
    assert 100 <= len(calls) <= 200

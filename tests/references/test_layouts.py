"""Right answers stay right on every dtype and layout, and leave their arguments alone."""

import copy
import inspect

import numpy as np
import pytest

from tests.references.answers import KATAS, in_float32, layouts, right_answers
from tests.references.drawing import lstm_arguments


def ordinary_arguments(slug):
    generator = np.random.default_rng(7)
    if slug == "detection/iou":
        return [np.array([0.0, 1.0, 4.0, 5.0]), np.array([2.0, -1.0, 5.0, 3.5])]
    if slug == "detection/nms":
        start = generator.integers(0, 12, (40, 2))
        boxes = np.hstack([start, start + generator.integers(1, 9, (40, 2))]).astype(float)
        return [boxes, generator.integers(-4, 5, 40) / 8.0, -0.25, 0.25]
    if slug == "decoding/bleu":
        return [
            ["a", "b", "a", "b", "c", "d", "e"],
            [["a", "b", "c", "d", "e"], ["b", "a", "b", "c", "d", "d"]],
            3,
        ]
    return lstm_arguments(generator)


def as_arrays(result):
    return [np.asarray(part) for part in (result if isinstance(result, tuple) else (result,))]


ANSWERS = [
    pytest.param(slug, answer, id=name) for slug in KATAS for name, answer in right_answers(slug).items()
]


def assert_results(expected, got, rtol, atol):
    for want, have in zip(as_arrays(expected), as_arrays(got), strict=True):
        assert want.shape == have.shape
        np.testing.assert_allclose(have, want, rtol=rtol, atol=atol)


@pytest.mark.parametrize(("slug", "answer"), ANSWERS)
def test_a_right_answer_does_not_care_how_its_arrays_are_stored(slug, answer):
    arguments = ordinary_arguments(slug)
    expected = answer(*arguments)
    for stored in layouts(arguments).values():
        assert_results(expected, answer(*stored), rtol=1e-13, atol=1e-15)


@pytest.mark.parametrize(("slug", "answer"), ANSWERS)
def test_a_right_answer_stays_right_in_single_precision(slug, answer):
    arguments = ordinary_arguments(slug)
    expected = answer(*arguments)
    for stored in layouts(in_float32(arguments)).values():
        assert_results(expected, answer(*stored), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize(("slug", "answer"), ANSWERS)
def test_a_right_answer_leaves_its_arguments_alone(slug, answer):
    arguments = ordinary_arguments(slug)
    before = copy.deepcopy(arguments)
    results = as_arrays(answer(*arguments))
    for want, have in zip(before, arguments, strict=True):
        np.testing.assert_equal(have, want)
        if isinstance(have, np.ndarray):
            assert not any(np.shares_memory(have, result) for result in results)


@pytest.mark.parametrize(("slug", "answer"), ANSWERS)
def test_a_right_answer_says_the_same_twice(slug, answer):
    arguments = ordinary_arguments(slug)
    assert_results(answer(*arguments), answer(*arguments), rtol=0.0, atol=0.0)


@pytest.mark.parametrize("slug", KATAS)
def test_a_kata_has_a_reference_a_plain_answer_and_others_with_one_signature(slug):
    kata = slug.rpartition("/")[2]
    answers = right_answers(slug)
    assert {kata, f"{kata}_numpy"} < set(answers)
    assert len(answers) >= 4
    assert len({inspect.signature(answer) for answer in answers.values()}) == 1

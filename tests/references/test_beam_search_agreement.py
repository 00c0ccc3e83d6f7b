"""Beam search against its definition, and against all sequences where the beam is wide."""

from itertools import product

import numpy as np
import pytest
from builtin import solution
from hypothesis import given
from hypothesis import strategies as st

from tests.references.answers import every_answer
from tests.references.drawing import seeds

beam_search = solution("decoding/beam_search").beam_search
beam_search_numpy = solution("decoding/beam_search").beam_search_numpy


@st.composite
def tables(draw, most=4):
    """Scores on a grid of halves with ties and impossible words, or any scores."""
    generator = draw(seeds())
    v, t = draw(st.integers(1, most)), draw(st.integers(1, 4))
    shapes = (v,), (t - 1, v, v)
    if draw(st.booleans()):
        return [generator.normal(size=shape) - 1.0 for shape in shapes]
    return [generator.choice([-np.inf, -1.5, -1.0, -0.5, 0.0], shape) for shape in shapes]


def by_definition(log_start, log_next, width):
    """Cut after cut: a prefix stays when fewer than `width` others come before it."""
    kept = [()]
    for _ in range(len(log_next) + 1):
        longer = [(*prefix, word) for prefix in kept for word in range(len(log_start))]
        kept = ranked(longer, log_start, log_next)[:width]
    return kept


def ranked(sequences, log_start, log_next):
    return sorted(sequences, key=lambda words: (-score(words, log_start, log_next), words))


def score(words, log_start, log_next):
    total = log_start[words[0]]
    for place in range(1, len(words)):
        total = total + log_next[place - 1][words[place - 1], words[place]]
    return total


def assert_search(expected, log_start, log_next, got):
    sequences, scores = got
    assert sequences.dtype == np.int64
    assert [list(words) for words in expected] == sequences.tolist()
    assert scores.tolist() == [score(words, log_start, log_next) for words in expected]


@every_answer("decoding/beam_search")
@given(drawn=tables(), width=st.integers(1, 9))
def test_the_beam_is_that_of_the_definition(answer, drawn, width):
    assert_search(by_definition(*drawn, width), *drawn, answer(*drawn, width))


@every_answer("decoding/beam_search")
@given(drawn=tables(most=3))
def test_a_beam_with_room_for_all_ranks_every_sequence(answer, drawn):
    log_start, log_next = drawn
    everything = product(range(len(log_start)), repeat=len(log_next) + 1)
    expected = ranked(everything, *drawn)
    assert_search(expected, *drawn, answer(*drawn, len(expected) + 3))


@every_answer("decoding/beam_search")
@given(drawn=tables())
def test_a_beam_of_one_is_greedy(answer, drawn):
    log_start, log_next = drawn
    words = [int(np.argmax(log_start))]
    for step in log_next:
        words.append(int(np.argmax(step[words[-1]])))
    if score(words, *drawn) > -np.inf:  # behind an impossible prefix all words are equally bad
        assert_search([tuple(words)], *drawn, answer(*drawn, 1))


@every_answer("decoding/beam_search")
def test_a_wider_beam_may_end_worse(answer):
    log_start = np.array([-0.5, -0.25, -1.5])
    log_next = np.array(
        [
            [[-1.5, -0.5, -0.5], [-0.75, -1.75, -1.75], [-0.5, -1.5, -1.0]],
            [[0.0, -0.25, -1.25], [-0.5, -0.25, -0.75], [-1.25, -1.0, -0.75]],
        ]
    )
    assert [-1.0, -1.25] == [answer(log_start, log_next, width)[1][0] for width in (1, 2)]


@given(generator=seeds(), width=st.sampled_from([1, 3, 16, 17, 100, 700]), ties=st.booleans())
def test_the_heap_keeps_what_a_stable_sort_keeps(generator, width, ties):
    v, t = int(generator.integers(1, 60)), int(generator.integers(1, 6))
    log_start, log_next = generator.normal(size=v), generator.normal(size=(t - 1, v, v))
    if ties:
        log_start, log_next = np.round(log_start), np.round(log_next)
    for want, have in zip(
        beam_search_numpy(log_start, log_next, width), beam_search(log_start, log_next, width), strict=True
    ):
        np.testing.assert_array_equal(have, want)


@pytest.mark.parametrize("descending", [True, False])
def test_scores_that_come_in_order_are_searched_too(descending):
    order = np.arange(500.0) * (-1.0 if descending else 1.0)
    log_next = np.tile(order, (3, 500, 1))
    expected, got = (search(order, log_next, 40) for search in (beam_search_numpy, beam_search))
    np.testing.assert_array_equal(got[0], expected[0])


def test_a_long_sequence_does_not_underflow():
    sequences, scores = beam_search(np.full(2, np.log(0.5)), np.full((1999, 2, 2), np.log(0.5)), 3)
    assert sequences.shape == (3, 2000)
    assert scores == pytest.approx(np.full(3, 2000 * np.log(0.5)))


def test_shapes_that_do_not_fit_are_refused():
    for start, following, width in [((2,), (1, 2, 3), 1), ((3,), (1, 2, 2), 1), ((2,), (0, 2, 2), 0)]:
        with pytest.raises(ValueError, match="are not"):
            beam_search(np.zeros(start), np.zeros(following), width)

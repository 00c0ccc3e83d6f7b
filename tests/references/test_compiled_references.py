"""References with a compiled loop take arrays of every dtype and layout, leave them alone, and refuse wrong shapes."""

import copy

import numpy as np
import pytest

from tests.references.answers import layouts, right_answers

G = np.random.default_rng(11)
WORDS = G.integers(0, 3, 30)
ARGUMENTS = {
    "convolution/conv2d_valid": (G.normal(size=(6, 7)), G.normal(size=(2, 3))),
    "convolution/conv2d": (G.normal(size=(6, 7)), G.normal(size=(2, 3)), 1, 2),
    "convolution/max_pool2d": (G.normal(size=(6, 7)), 3, 2),
    "classic/euclidean_distance": (G.normal(size=(6, 3)), G.normal(size=3)),
    "classic/knn_predict": (G.normal(size=(9, 3)), G.integers(0, 3, 9), G.normal(size=3), 4, 3),
    "sequences/rnn_step": tuple(G.normal(size=size) for size in (3, 2, (3, 5), 3, (4, 3), 4)),
    "sequences/gru_step": tuple(G.normal(size=size) for size in (3, 2, (3, 3, 5), (3, 3))),
    "decoding/ngram_counts": (WORDS, 2),
    "decoding/ngram_precision": (WORDS, WORDS[5:11].copy(), 2),
    "decoding/ctc_collapse": (WORDS, 0),
    "optimizers/ewma": (G.normal(size=9), 0.75, 1),
    "optimizers/adagrad_step": (*G.uniform(0.5, 2.0, (3, 9)), 1, 1e-8),
    "optimizers/rmsprop_step": (*G.uniform(0.5, 2.0, (3, 9)), 1, 0.75, 1e-8),
    "optimizers/momentum_ewma_step": (*G.uniform(0.5, 2.0, (3, 9)), 1, 0.75),
}
# Arguments of which one is too long, by the number of that argument.
TOO_LONG = {
    "classic/euclidean_distance": 1,
    "classic/knn_predict": 2,
    "sequences/rnn_step": 1,
    "sequences/gru_step": 1,
    "optimizers/adagrad_step": 2,
    "optimizers/rmsprop_step": 1,
    "optimizers/momentum_ewma_step": 0,
}


def reference(slug):
    return right_answers(slug)[slug.rpartition("/")[2]]


def assert_close(expected, got, rtol, atol):
    together = isinstance(expected, tuple)
    for want, have in zip(*(result if together else (result,) for result in (expected, got)), strict=True):
        np.testing.assert_allclose(have, want, rtol=rtol, atol=atol)
        assert np.asarray(have).dtype == np.asarray(want).dtype


def stored(arguments):
    """The layouts, with integers that stay integers."""
    for changed in layouts(arguments).values():
        yield [
            new.astype(np.int64)[::1] if isinstance(old, np.ndarray) and old.dtype == np.int64 else new
            for old, new in zip(arguments, changed, strict=True)
        ]


def narrow(argument):
    if not isinstance(argument, np.ndarray):
        return argument
    return argument.astype(np.float32 if argument.dtype == np.float64 else np.int32)


@pytest.mark.parametrize("slug", ARGUMENTS)
def test_a_reference_does_not_care_how_its_arrays_are_stored(slug):
    expected = reference(slug)(*ARGUMENTS[slug])
    for arguments in stored(ARGUMENTS[slug]):
        assert_close(expected, reference(slug)(*arguments), rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize(
    "slug", ["decoding/ngram_counts", "decoding/ngram_precision", "decoding/ctc_collapse"]
)
def test_words_may_be_read_only_or_every_second_of_an_array(slug):
    expected = reference(slug)(*ARGUMENTS[slug])
    wide, fixed = (list(ARGUMENTS[slug]) for _ in range(2))
    wide[0], fixed[0] = np.repeat(WORDS, 2)[::2], WORDS.copy()
    fixed[0].flags.writeable = False
    assert_close(expected, reference(slug)(*wide), rtol=0.0, atol=0.0)
    assert_close(expected, reference(slug)(*fixed), rtol=0.0, atol=0.0)


@pytest.mark.parametrize("slug", ARGUMENTS)
def test_a_reference_takes_narrow_arrays_and_gives_wide_ones(slug):
    expected = reference(slug)(*ARGUMENTS[slug])
    assert_close(expected, reference(slug)(*map(narrow, ARGUMENTS[slug])), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("slug", ARGUMENTS)
def test_a_reference_leaves_its_arguments_alone(slug):
    arguments = copy.deepcopy(ARGUMENTS[slug])
    result = reference(slug)(*arguments)
    for before, after in zip(ARGUMENTS[slug], arguments, strict=True):
        np.testing.assert_array_equal(after, before)
        if isinstance(after, np.ndarray):
            parts = result if isinstance(result, tuple) else (result,)
            assert not any(np.shares_memory(after, part) for part in parts)


@pytest.mark.parametrize(("slug", "place"), TOO_LONG.items())
def test_a_reference_refuses_vectors_that_do_not_fit(slug, place):
    arguments = list(ARGUMENTS[slug])
    arguments[place] = np.append(arguments[place], 1.0)
    with pytest.raises(ValueError, match="shapes"):
        reference(slug)(*arguments)


def test_a_maximum_is_a_nan_where_the_window_has_one():
    x = np.arange(16.0).reshape(4, 4)
    x[1, 2] = np.nan
    pooled = reference("convolution/max_pool2d")(x, 2, 2)
    np.testing.assert_array_equal(pooled, np.array([[5.0, np.nan], [13.0, 15.0]]))


def test_a_class_beyond_the_last_one_is_refused():
    with pytest.raises(ValueError, match="class"):
        reference("classic/knn_predict")(np.zeros((2, 1)), np.array([0, 3]), np.zeros(1), 2, 3)

"""The encoding of a sentence against the definition and scikit-learn."""

import numpy as np
from hypothesis import given, settings
from sklearn.preprocessing import OrdinalEncoder

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    length, size = (int(n) for n in generator.integers(0, 12, 2))
    tokens = generator.integers(-4, size + 4, length)
    return tokens, generator.random(size) < 0.5, *(int(n) for n in generator.integers(0, 20, 2))


@every_answer("sequences/sequence_encode")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_tokens_are_those_of_the_definition(answer, generator):
    tokens, known, unk, eos = arguments(generator)
    words = set(np.arange(len(known))[known].tolist())
    expected = [t if t in words else unk for t in tokens.tolist()] + [eos]
    result = answer(tokens, known, unk, eos)
    assert result.dtype == np.int64
    assert expected == result.tolist()


@every_answer("sequences/sequence_encode")
@settings(max_examples=30)
@given(generator=seeds())
def test_unknown_words_are_those_of_scikit_learn(answer, generator):
    tokens, known, unk, eos = arguments(generator)
    words = np.flatnonzero(known)
    if len(words) and len(tokens):
        encoder = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1).fit(words[:, None])
        places = encoder.transform(tokens[:, None])[:, 0].astype(int)
        expected = np.where(places < 0, unk, words[places])
        np.testing.assert_array_equal(answer(tokens, known, unk, eos), [*expected, eos])

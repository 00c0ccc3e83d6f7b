"""The precision without clipping against NLTK's n-grams, and against its clipped precision for a repeated reference."""

import numpy as np
from hypothesis import given, settings
from nltk.translate.bleu_score import modified_precision
from nltk.util import ngrams

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    words = int(generator.integers(1, 5))
    candidate, reference = (generator.integers(0, words, int(generator.integers(0, 12))) for _ in range(2))
    return candidate, reference, int(generator.integers(1, 5))


@every_answer("decoding/ngram_precision")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_counts_are_those_of_the_definition(answer, generator):
    candidate, reference, n = arguments(generator)
    known, mine = list(ngrams(reference.tolist(), n)), list(ngrams(candidate.tolist(), n))
    result = answer(candidate, reference, n)
    assert [type(number) for number in result] == [int, int]
    assert (sum(gram in known for gram in mine), len(mine)) == result


@every_answer("decoding/ngram_precision")
@settings(max_examples=30)
@given(generator=seeds())
def test_a_reference_that_repeats_itself_makes_clipping_harmless(answer, generator):
    # NLTK clips; a reference repeated 12 times, with a mark in between, contains each n-gram often enough.
    candidate, reference, n = arguments(generator)
    repeated = np.tile(np.append(reference, 99), 12).tolist()
    fraction = modified_precision([repeated], candidate.tolist(), n)
    right, total = answer(candidate, reference, n)
    assert (right, max(total, 1)) == (fraction.numerator, fraction.denominator)

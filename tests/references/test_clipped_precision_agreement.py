"""Clipped counts against sacrebleu, NLTK and the paper's definition, word for word."""

import pytest
from builtin import solution
from hypothesis import given
from hypothesis import strategies as st
from nltk.translate.bleu_score import modified_precision
from sacrebleu.metrics import BLEU

from tests.references.answers import every_answer
from tests.references.drawing import seeds, texts

clipped_precision = solution("decoding/clipped_precision").clipped_precision
clipped_precision_numpy = solution("decoding/clipped_precision").clipped_precision_numpy

SIZES = st.integers(1, 5)


def by_definition(candidate, references, n):
    """An n-gram counts when it has been seen at most as often as in some reference."""
    starts = range(len(candidate) - n + 1)
    clipped = 0
    for i in starts:
        gram = candidate[i : i + n]
        before = occurrences(candidate[: i + n], gram)  # this one included
        clipped += before <= max(occurrences(reference, gram) for reference in references)
    return clipped, len(starts)


def occurrences(text, gram):
    return sum(text[i : i + len(gram)] == gram for i in range(len(text) - len(gram) + 1))


@every_answer("decoding/clipped_precision")
@given(drawn=texts(), n=SIZES)
def test_the_counts_are_those_of_the_paper(answer, drawn, n):
    assert by_definition(*drawn, n) == answer(*drawn, n)


@every_answer("decoding/clipped_precision")
@given(drawn=texts(), n=SIZES)
def test_the_counts_are_those_of_sacrebleu(answer, drawn, n):
    # BLEU's report lists them for every order, before it divides; smoothing and tokenizer are off.
    candidate, references = drawn
    metric = BLEU(tokenize="none", smooth_method="none", max_ngram_order=n, effective_order=False)
    streams = [[" ".join(reference)] for reference in references]
    score = metric.corpus_score([" ".join(candidate)], streams)
    assert (score.counts[n - 1], score.totals[n - 1]) == answer(candidate, references, n)


@every_answer("decoding/clipped_precision")
@given(drawn=texts(), n=SIZES)
def test_the_counts_are_those_of_nltk(answer, drawn, n):
    # NLTK's fraction is not reduced; without an n-gram its total is 1, so that it can divide.
    candidate, references = drawn
    fraction = modified_precision(references, candidate, n)
    right, total = answer(candidate, references, n)
    assert (fraction.numerator, fraction.denominator) == (right, max(total, 1))


@every_answer("decoding/clipped_precision")
def test_without_an_ngram_both_counts_are_zero(answer):
    for candidate, n in (([], 1), ([], 4), (["a"], 2), (["a", "b"], 9)):
        assert answer(candidate, [["a", "b"], []], n) == (0, 0)


@every_answer("decoding/clipped_precision")
def test_counts_are_integers_of_python(answer):
    right, total = answer(["a", "b"], [["a"]], 1)
    assert (type(right), type(total)) == (int, int)


@given(generator=seeds(), vocabulary=st.sampled_from([5, 300]), n=st.integers(1, 6))
def test_long_texts_are_counted_as_counter_counts_them(generator, vocabulary, n):
    words = [f"w{number}" for number in range(vocabulary)]
    candidate = generator.choice(words, 500).tolist()
    references = [generator.permutation(candidate).tolist() for _ in range(2)]
    references.append(candidate[100:300] + candidate[50:120])
    expected = clipped_precision_numpy(candidate, references, n)
    assert expected == clipped_precision(candidate, references, n)


@pytest.mark.parametrize("words", [["", "\0", "\0\0"], ["\ud800", "\udfff", "é"], ["a b", "a", "b"]])
def test_any_string_is_a_word(words):
    candidate, references = (words * 4)[1:], [words * 3, words[::-1] * 4]
    for n in (1, 2, 3):
        expected = clipped_precision_numpy(candidate, references, n)
        assert expected == clipped_precision(candidate, references, n)

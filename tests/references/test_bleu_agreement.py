"""BLEU against sacrebleu, NLTK and the paper's definition, word for word."""

import math
import warnings

import pytest
from builtin import solution
from hypothesis import given
from hypothesis import strategies as st
from nltk.translate.bleu_score import sentence_bleu
from sacrebleu.metrics import BLEU

from tests.references.answers import every_answer
from tests.references.drawing import seeds, texts

bleu = solution("decoding/bleu").bleu
bleu_numpy = solution("decoding/bleu").bleu_numpy

ORDERS = st.integers(1, 5)


def close(expected):
    return pytest.approx(expected, rel=1e-12, abs=1e-15)


def by_definition(candidate, references, max_n):
    """Papineni et al., sections 2.1 to 2.3, without a counter."""
    product = 1.0
    for n in range(1, max_n + 1):
        starts = range(len(candidate) - n + 1)
        clipped = 0
        for i in starts:
            gram = candidate[i : i + n]
            before = occurrences(candidate[: i + n], gram)  # this one included
            clipped += before <= max(occurrences(reference, gram) for reference in references)
        if clipped == 0:
            return 0.0
        product *= clipped / len(starts)
    c = len(candidate)
    r = min(sorted(map(len, references)), key=lambda length: abs(length - c))
    return product ** (1.0 / max_n) * (1.0 if c > r else math.exp(1.0 - r / c))


def occurrences(text, gram):
    return sum(text[i : i + len(gram)] == gram for i in range(len(text) - len(gram) + 1))


@every_answer("decoding/bleu")
@given(drawn=texts(), max_n=ORDERS)
def test_bleu_is_that_of_the_paper(answer, drawn, max_n):
    assert answer(*drawn, max_n) == close(by_definition(*drawn, max_n))


@every_answer("decoding/bleu")
@given(drawn=texts(), max_n=ORDERS)
def test_bleu_is_a_hundredth_of_sacrebleu_s(answer, drawn, max_n):
    # Scale 0 to 100 there; smoothing is on unless switched off, and so is its own tokenizer.
    candidate, references = drawn
    metric = BLEU(tokenize="none", smooth_method="none", max_ngram_order=max_n, effective_order=False)
    streams = [[" ".join(reference)] for reference in references]
    expected = metric.corpus_score([" ".join(candidate)], streams).score / 100.0
    assert answer(candidate, references, max_n) == close(expected)


@every_answer("decoding/bleu")
@given(drawn=texts(), max_n=ORDERS)
def test_bleu_is_that_of_nltk(answer, drawn, max_n):
    # Without smoothing NLTK warns and puts the smallest float in the place of a zero precision,
    # which leaves something like 1e-62 of a zero: answers below 1e-50 mean 0 there.
    candidate, references = drawn
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expected = float(sentence_bleu(references, candidate, weights=(1.0 / max_n,) * max_n))
    assert answer(candidate, references, max_n) == close(expected if expected > 1e-50 else 0.0)


@every_answer("decoding/bleu")
def test_four_is_the_default_order(answer):
    candidate, reference = ["a", "b", "c", "d", "e", "f"], ["a", "b", "c", "d", "e", "x"]
    assert answer(candidate, [reference]) == answer(candidate, [reference], 4)
    assert answer(candidate, [reference]) != answer(candidate, [reference], 3)


@every_answer("decoding/bleu")
def test_empty_texts_score_zero(answer):
    assert answer([], [[]], 1) == 0.0
    assert answer([], [["a"]]) == 0.0
    assert answer(["a"] * 5, [[]]) == 0.0
    assert answer(["a"] * 5, [[], ["a"] * 5]) == 1.0


@given(generator=seeds(), vocabulary=st.sampled_from([5, 300]), max_n=st.integers(1, 6))
def test_long_texts_are_counted_as_counter_counts_them(generator, vocabulary, max_n):
    words = [f"w{number}" for number in range(vocabulary)]
    candidate = generator.choice(words, 500).tolist()
    references = [generator.permutation(candidate).tolist() for _ in range(2)]
    references.append(candidate[100:300] + candidate[50:120])
    assert bleu(candidate, references, max_n) == close(bleu_numpy(candidate, references, max_n))


@pytest.mark.parametrize("words", [["", "\0", "\0\0"], ["\ud800", "\udfff", "é"], ["a b", "a", "b"]])
def test_any_string_is_a_word(words):
    candidate = (words * 4)[1:]
    references = [words * 3, words[::-1] * 4]
    assert bleu(candidate, references) == close(bleu_numpy(candidate, references))
    assert bleu(candidate, references) > 0.0


@pytest.mark.parametrize("n", [4, 8, 16, 32, 64])
def test_a_text_of_different_words_never_fills_the_table(n):
    words = [f"w{number}" for number in range(2 * n)]
    assert bleu(words[:n], [words[n:]]) == 0.0
    assert bleu(words[:n], [words]) == close(math.exp(-1.0))

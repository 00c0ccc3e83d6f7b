"""Properties of a correct clipped precision, and the usual mistakes."""

import math

from gradkata import Kata, arg, same, st
from . import _precisions as precisions
from ._precisions import bags, blocks, known_in_part, regrouped
from ._sentences import clipped, ngrams

REFERENCES = [["the", "cat", "is", "on", "the", "mat"], ["there", "is", "a", "cat", "on", "the", "mat"]]
CAT = ["the", "cat", "the", "cat", "on", "the", "mat"]
# Two letters each, so that joined words can be separated again. Other words are an edge case.
word = st.sampled_from(("la", "tu", "La"))

kata = Kata(
    "clipped_precision(candidate: [str], references: [[str]], n: i8) -> i8, i8",
    candidate=st.lists(word, min_size=3, max_size=8),
    references=known_in_part(arg("candidate"), word),
    n=st.integers(1, 3),
)
kata.domain(candidate=arg.words(0, 1200), references=arg.words(0, 1200, lists=(1, 8), near="candidate"),
            n=arg.whole(1, 9))
kata.hints(
    "Which n-grams does the candidate have, and how often? How often does each reference have them?",
    "The candidate contains a word seven times, one reference twice, another once. How many of the seven count?",
    "Count the n-grams of the candidate and of each reference, as tuples of words. For each different n-gram of the "
    "candidate take the largest count in any one reference, or its own count if that is smaller, and add these up.",
)

kata.contract(points=1)
kata.agreement(points=6)
kata.edge("A candidate with fewer than n words has no n-gram.", points=1,
          hint="What does your formula for the total give for a sentence of two words and n = 4?", n=st.integers(2, 5),
          candidate=st.lists(word, max_size=1), references=st.lists(st.lists(word, max_size=4), min_size=1, max_size=2))
kata.edge("N-grams that read the same when their words are joined are different.", points=1,
          hint="How do you compare two n-grams: as tuples of words, or as one string?", n=st.integers(2, 3),
          candidate=regrouped(arg("n")), references=st.tuples(regrouped(arg("n"))).map(list))
kata.edge("A candidate of n words has one n-gram.", points=0,
          hint="For how many words does your code return early: for fewer than n, or also for n?",
          candidate=st.lists(word, min_size=1, max_size=3),
          n=st.just(arg("candidate")).map(len))
kata.edge("An empty reference does not affect the others.", points=1,
          hint="What do you do when a reference is empty: skip it, or stop?",
          references=known_in_part(arg("candidate"), word).map(lambda known: [*known, []]))
kata.edge("An empty candidate has no n-gram.", points=0, n=st.integers(1, 2), candidate=st.just([]),
          references=st.lists(st.lists(word, max_size=2), min_size=1, max_size=2))
kata.edge("A reference with fewer than n words has no n-gram.", points=0, n=st.integers(2, 3),
          references=st.lists(st.lists(word, max_size=1), min_size=1, max_size=2))
kata.example("Two of seven equal words count.", expected=(2, 7), candidate=["the"] * 7, references=REFERENCES, n=1)
kata.example('"the cat the cat on the mat" has five of seven words right.', expected=(5, 7), candidate=CAT,
             references=REFERENCES, n=1)
kata.example('"the cat the cat on the mat" has four of six pairs right.', expected=(4, 6), candidate=CAT,
             references=REFERENCES, n=2)
kata.example('"the cat the cat on the mat" has two of five triples right.', expected=(2, 5), candidate=CAT,
             references=REFERENCES, n=3)
kata.example('"the cat the cat on the mat" has one of four quadruples right.', expected=(1, 4), candidate=CAT,
             references=REFERENCES, n=4)
kata.equivalent("_ngrams_of: add [::-1] in words[i:i + n]",
                reason="n-grams are only compared with each other, and all are reversed")

@kata.property(points=0)
def ignores_the_order_of_references(clipped_precision, candidate, references, n):
    """Reversing the list of references changes nothing."""
    same(clipped_precision(candidate, references[::-1], n), clipped_precision(candidate, references, n))

@kata.property(points=0)
def is_full_for_a_reference(clipped_precision, candidate, references, n):
    """A candidate that is one of the references has every n-gram right."""
    right, total = clipped_precision(candidate, [*references, list(candidate)], n)
    same(right, total)

@kata.property(points=0)
def never_rises_with_n(clipped_precision, candidate, references, n):
    """With a single reference there are never more matching (n + 1)-grams than matching n-grams."""
    longer = clipped_precision(candidate, references[:1], n + 1)
    assert longer[0] <= clipped_precision(candidate, references[:1], n)[0]

@kata.property(points=0)
def never_falls_with_another_reference(clipped_precision, candidate, references, n):
    """Adding a reference never lowers the clipped count."""
    assert clipped_precision(candidate, references, n)[0] >= clipped_precision(candidate, references[:1], n)[0]

for wrong in (precisions.counts_without_clipping, precisions.adds_up_the_references,
              precisions.counts_different_ngrams, precisions.joins_words_without_a_separator,
              precisions.leaves_out_the_last_ngram,
              precisions.takes_the_best_reference, precisions.treats_n_words_as_too_few,
              precisions.gives_up_at_an_empty_reference, precisions.finds_words_in_words,
              precisions.lets_the_last_reference_win, precisions.takes_the_smallest_count,
              precisions.counts_each_known_ngram_once, precisions.keeps_the_short_ends,
              precisions.takes_the_references_count, precisions.counts_references_without_overlap,
              precisions.counts_without_overlap, precisions.searches_the_joined_texts,
              precisions.searches_the_joined_texts_for_the_total, precisions.counts_characters,
              precisions.counts_shorter_ngrams_too, precisions.looks_at_the_last_reference_only,
              precisions.divides_by_the_references):
    kata.misconception(wrong, title=precisions.TITLES.get(wrong.__name__, ""))

@kata.misconception(title="uses only the first reference")
def looks_at_the_first_reference_only(candidate, references, n):
    """You use only the first reference. The one that contains an n-gram most often may be any of them."""
    return clipped(candidate, references[:1], n)

@kata.misconception(title="divides by the number of distinct n-grams")
def divides_by_the_different_ngrams(candidate, references, n):
    """Your total is the number of distinct n-grams. It should include repetitions."""
    return clipped(candidate, references, n)[0], len(ngrams(candidate, n))

@kata.misconception(title="divides by the number of words")
def divides_by_the_words(candidate, references, n):
    """Your total is the number of words. How many pairs does a sentence of four words have?"""
    return clipped(candidate, references, n)[0], len(candidate)

@kata.misconception
def returns_a_negative_total(candidate, references, n):
    """Your total is negative for short candidates. They have no n-gram."""
    return clipped(candidate, references, n)[0], len(candidate) - n + 1

@kata.misconception(title="returns one float in place of two counts")
def divides(candidate, references, n):
    """You return one float. Perhaps it is the fraction: return the two counts before dividing."""
    right, total = clipped(candidate, references, n)
    return right / total if total else 0.0

@kata.misconception
def reduces_the_fraction(candidate, references, n):
    """You divide both counts by their greatest common divisor. Return the counts themselves."""
    right, total = clipped(candidate, references, n)
    divisor = math.gcd(right, total) or 1
    return right // divisor, total // divisor

@kata.misconception
def cuts_sentences_into_blocks(candidate, references, n):
    """Your n-grams do not overlap. Perhaps your loop steps by n: an n-gram begins at every word."""
    return clipped(*blocks(candidate, references, n), 1)

@kata.misconception
def ignores_the_order_of_words(candidate, references, n):
    """You treat n-grams of the same words in another order as equal. The order counts."""
    return clipped(*bags(candidate, references, n), 1)

@kata.misconception(convention="NLTK, whose total is at least 1")
def finds_at_least_one_ngram(candidate, references, n):
    """You return a total of 1 if there is no n-gram, to avoid a division by 0. Here it is 0."""
    right, total = clipped(candidate, references, n)
    return right, max(total, 1)

@kata.misconception(convention="sacrebleu with --lowercase")
def ignores_case(candidate, references, n):
    """You treat upper and lower case as the same. Here they differ."""
    lower = [[word.lower() for word in words] for words in (candidate, *references)]
    return clipped(lower[0], lower[1:], n)

"""Strategies for sentences, and wrong ways to count their n-grams: ``-> (right, total)``."""

from collections import Counter

from gradkata import st
from ._sentences import WORDS, clipped, edited, ngrams


# Headlines of the mistakes whose names do not read as plain phrases.
TITLES = {
    "counts_different_ngrams": "counts each distinct n-gram once, in the total too",
    "counts_each_known_ngram_once": "clips every n-gram at 1",
    "takes_the_best_reference": "clips all n-grams with one reference",
    "finds_words_in_words": "finds n-grams inside longer words",
    "lets_the_last_reference_win": "lets the last reference decide",
    "keeps_the_short_ends": "counts slices of fewer than n words",
    "takes_the_references_count": "counts matches as often as the reference contains them",
    "takes_the_smallest_count": "clips at the smallest count of any reference",
    "counts_references_without_overlap": "misses overlapping n-grams of the references",
    "counts_without_overlap": "misses overlapping n-grams",
    "adds_up_the_references": "adds up the counts of all references",
    "treats_n_words_as_too_few": "rejects candidates of exactly n words",
    "searches_the_joined_texts": "searches in joined texts",
    "searches_the_joined_texts_for_the_total": "searches in joined texts, for the total too",
    "counts_characters": "uses n-grams of characters",
    "counts_shorter_ngrams_too": "counts shorter n-grams too",
    "looks_at_the_last_reference_only": "uses only the last reference",
    "divides_by_the_references": "divides by the number of n-grams of the references",
    "gives_up_at_an_empty_reference": "counts nothing if a reference is empty",
}


@st.composite
def known_in_part(draw, candidate, word):
    """One or two edited copies of the candidate, and perhaps another sentence."""
    sentences = [draw(edited(candidate, 3)) for _ in range(draw(st.integers(1, 2)))]
    return sentences + draw(st.lists(st.lists(word, min_size=1, max_size=6), max_size=1))


@st.composite
def regrouped(draw, n):
    """A sentence of n + 1 words; all such sentences read the same when their words are joined."""
    return draw(st.permutations([WORDS[0], *[WORDS[1]] * n]))


def slices(sentence, n):
    """The slices of n words that start at each word; the last ones are shorter."""
    return [tuple(sentence[i : i + n]) for i in range(len(sentence))]


def blocks(candidate, references, n):
    """The sentences as n-grams that do not overlap, each as one word."""
    return [tuple(candidate[i : i + n]) for i in range(0, len(candidate) - n + 1, n)], [
        [tuple(words[i : i + n]) for i in range(0, len(words) - n + 1, n)] for words in references
    ]


def bags(candidate, references, n):
    """The sentences as n-grams whose words are sorted, each as one word."""

    def sorted_slices(words):
        return [tuple(sorted(words[i : i + n])) for i in range(len(words) - n + 1)]

    return sorted_slices(candidate), [sorted_slices(words) for words in references]


def counts_without_clipping(candidate, references, n):
    """You count a matching n-gram as often as the candidate contains it, and not at most as often as one reference."""
    known = set().union(*(ngrams(reference, n) for reference in references))
    mine = ngrams(candidate, n)
    return sum(count for gram, count in mine.items() if gram in known), sum(mine.values())


def adds_up_the_references(candidate, references, n):
    """You add up the references' counts before you clip. The reference that has an n-gram most often decides."""
    mine, known = ngrams(candidate, n), sum((ngrams(r, n) for r in references), Counter())
    return sum((mine & known).values()), sum(mine.values())


def counts_different_ngrams(candidate, references, n):
    """You count each distinct n-gram once, in the total too. Repetitions belong to both."""
    mine = set(ngrams(candidate, n))
    return len(mine & set().union(*(ngrams(reference, n) for reference in references))), len(mine)


def joins_words_without_a_separator(candidate, references, n):
    """You treat n-grams as equal that read the same when their words are joined. Perhaps you join them without a
    separator."""

    def glue(sentence):
        return ["".join(sentence[i : i + n]) for i in range(len(sentence) - n + 1)]

    return clipped(glue(candidate), [glue(reference) for reference in references], 1)


def leaves_out_the_last_ngram(candidate, references, n):
    """The last n-gram of every sentence is missing. Perhaps a range ends one too early."""
    return clipped(candidate[:-1], [reference[:-1] for reference in references], n)


def keeps_the_short_ends(candidate, references, n):
    """You also count slices of fewer than n words at the end of a sentence. Those are not n-grams."""
    return clipped(slices(candidate, n), [slices(reference, n) for reference in references], 1)


def takes_the_smallest_count(candidate, references, n):
    """You clip an n-gram at its smallest count in any reference. It may count as often as in the one with most."""
    mine = ngrams(candidate, n)
    for reference in references:
        mine &= ngrams(reference, n)
    return sum(mine.values()), sum(ngrams(candidate, n).values())


def counts_each_known_ngram_once(candidate, references, n):
    """You clip every n-gram at 1. An n-gram that a reference contains twice may count twice."""
    mine, known = ngrams(candidate, n), set().union(*(ngrams(reference, n) for reference in references))
    return len(known & set(mine)), sum(mine.values())


def searches_the_joined_texts(candidate, references, n, shares_total=False):
    """You search for n-grams in joined texts. Parts of longer words match there, and overlapping n-grams are missed."""
    texts = [" ".join(words) for words in (candidate, *references)]
    counts = [[text.count(" ".join(gram)) for text in texts] for gram in ngrams(candidate, n)]
    total = sum(own for own, *_ in counts) if shares_total else max(len(candidate) - n + 1, 0)
    return sum(min(own, max(others)) for own, *others in counts), total


def searches_the_joined_texts_for_the_total(candidate, references, n):
    """You search for n-grams in joined texts, for the total too. Parts of longer words match there, and overlapping
    n-grams are missed."""
    return searches_the_joined_texts(candidate, references, n, shares_total=True)


def counts_characters(candidate, references, n):
    """Your n-grams consist of characters of the joined text. They consist of words."""
    return clipped(" ".join(candidate), [" ".join(reference) for reference in references], n)


def counts_shorter_ngrams_too(candidate, references, n):
    """You count the n-grams of all lengths up to n together. Only those of exactly n words count."""
    return tuple(map(sum, zip(*[clipped(candidate, references, k) for k in range(1, n + 1)], strict=True)))


def looks_at_the_last_reference_only(candidate, references, n):
    """You use only the last reference. Perhaps each reference overwrites the counts of the one before."""
    return clipped(candidate, references[-1:], n)


def divides_by_the_references(candidate, references, n):
    """Your total is that of all references. It is the number of n-grams of the candidate."""
    return clipped(candidate, references, n)[0], sum(max(len(reference) - n + 1, 0) for reference in references)


def takes_the_references_count(candidate, references, n):
    """You count a matching n-gram as often as the reference contains it. The candidate may contain it less often."""
    mine, known = ngrams(candidate, n), [ngrams(reference, n) for reference in references]
    return sum(max(each[gram] for each in known) for gram in mine), sum(mine.values())


def lets_the_last_reference_win(candidate, references, n):
    """The last reference that contains an n-gram decides. Perhaps it overwrites the earlier counts; the largest one
    counts."""
    mine, known = ngrams(candidate, n), {}
    for reference in references:
        known.update(ngrams(reference, n))
    return sum(min(count, known.get(gram, 0)) for gram, count in mine.items()), sum(mine.values())


def takes_the_best_reference(candidate, references, n):
    """You clip with one reference at a time and take the best. Each n-gram has its own best reference."""
    return max(clipped(candidate, [reference], n) for reference in references)


def treats_n_words_as_too_few(candidate, references, n):
    """You reject candidates of exactly n words along with the shorter ones. They have one n-gram."""
    return clipped(candidate, references, n) if len(candidate) > n else (0, 0)


def gives_up_at_an_empty_reference(candidate, references, n):
    """You count nothing if any reference is empty. The other references may still contain the n-grams."""
    right, total = clipped(candidate, references, n)
    return right if all(references) else 0, total


def finds_words_in_words(candidate, references, n):
    """You find n-grams inside longer words, perhaps because you search in the joined text. Compare whole words."""
    mine, texts = ngrams(candidate, n), [" ".join(reference) for reference in references]
    found = {gram: max(text.count(" ".join(gram)) for text in texts) for gram in mine}
    return sum(min(count, found[gram]) for gram, count in mine.items()), sum(mine.values())


def found_in(sentence, gram):
    """How often a text has an n-gram, not counting overlaps; each word has its own spaces on both sides."""
    return f" {'  '.join(sentence)} ".count(f" {'  '.join(gram)} ")


def counts_references_without_overlap(candidate, references, n):
    """You miss overlapping n-grams of a reference. Perhaps you use str.count, whose matches do not overlap."""
    mine = ngrams(candidate, n)
    known = {gram: max(found_in(reference, gram) for reference in references) for gram in mine}
    return sum(min(count, known[gram]) for gram, count in mine.items()), sum(mine.values())


def counts_without_overlap(candidate, references, n):
    """You miss overlapping n-grams. Perhaps you use str.count, whose matches do not overlap."""
    mine = ngrams(candidate, n)
    counts = [[found_in(sentence, gram) for sentence in (candidate, *references)] for gram in mine]
    return sum(min(own, max(others)) for own, *others in counts), sum(mine.values())

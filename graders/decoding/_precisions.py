"""Sentences whose n-grams are counted, and ways to count them that are wrong: ``-> (right, total)``."""

from gradkata import st
from ._sentences import WORDS, clipped, edited, ngrams


@st.composite
def known_in_part(draw, candidate, word):
    """One or two edits of the candidate, and perhaps another sentence."""
    sentences = [draw(edited(candidate, 3)) for _ in range(draw(st.integers(1, 2)))]
    return sentences + draw(st.lists(st.lists(word, min_size=1, max_size=6), max_size=1))


@st.composite
def regrouped(draw, n):
    """A sentence of n + 1 words that reads like any other of them when its words are joined."""
    return draw(st.permutations([WORDS[0], *[WORDS[1]] * n]))


def slices(sentence, n):
    """What the slice of n words gives from every word on: the last ones are shorter."""
    return [tuple(sentence[i : i + n]) for i in range(len(sentence))]


def keeps_the_short_ends(candidate, references, n):
    """You begin an n-gram at every word, and the last ones come out shorter. Those are no n-grams."""
    return clipped(slices(candidate, n), [slices(reference, n) for reference in references], 1)


def takes_the_smallest_count(candidate, references, n):
    """You clip by the reference that has least of an n-gram. One reference that knows it is enough."""
    mine = ngrams(candidate, n)
    for reference in references:
        mine &= ngrams(reference, n)
    return sum(mine.values()), sum(ngrams(candidate, n).values())


def counts_each_known_ngram_once(candidate, references, n):
    """You clip every n-gram at 1. What a reference has twice may count twice."""
    mine, known = ngrams(candidate, n), set().union(*(ngrams(reference, n) for reference in references))
    return len(known & set(mine)), sum(mine.values())


def divides_by_the_references(candidate, references, n):
    """You count how much of the references the candidate has. Here it is how much of the candidate they have."""
    mine, pairs = ngrams(candidate, n), [ngrams(reference, n) for reference in references]
    return sum(sum((mine & known).values()) for known in pairs), sum(sum(known.values()) for known in pairs)


def takes_the_references_count(candidate, references, n):
    """You count a known n-gram as often as the reference has it. The candidate may have it less often."""
    mine, known = ngrams(candidate, n), [ngrams(reference, n) for reference in references]
    return sum(max(each[gram] for each in known) for gram in mine), sum(mine.values())


def lets_the_last_reference_win(candidate, references, n):
    """Each reference overwrites the counts of the one before, for the n-grams that it knows. The greatest stays."""
    mine, known = ngrams(candidate, n), {}
    for reference in references:
        known.update(ngrams(reference, n))
    return sum(min(count, known.get(gram, 0)) for gram, count in mine.items()), sum(mine.values())


def takes_the_best_reference(candidate, references, n):
    """You clip with one reference at a time and take the best. Each n-gram has its own best reference."""
    return max(clipped(candidate, [reference], n) for reference in references)


def takes_n_words_for_too_few(candidate, references, n):
    """You turn candidates of just n words away with the shorter ones. They have one n-gram."""
    return clipped(candidate, references, n) if len(candidate) > n else (0, 0)


def gives_up_at_an_empty_reference(candidate, references, n):
    """You count nothing once a reference is empty. The other references may know the n-grams all the same."""
    right, total = clipped(candidate, references, n)
    return right if all(references) else 0, total


def finds_words_in_words(candidate, references, n):
    """You look for an n-gram in the joined text, where it is found inside longer words too. Compare whole words."""
    mine, texts = ngrams(candidate, n), [" ".join(reference) for reference in references]
    found = {gram: max(text.count(" ".join(gram)) for text in texts) for gram in mine}
    return sum(min(count, found[gram]) for gram, count in mine.items()), sum(mine.values())


def found_in(sentence, gram):
    """How often a text has an n-gram if what was found once is passed over whole; each word has borders of its own."""
    return f" {'  '.join(sentence)} ".count(f" {'  '.join(gram)} ")


def counts_references_without_overlap(candidate, references, n):
    """You count the n-grams of a reference with str.count, which goes on behind what it found. N-grams overlap."""
    mine = ngrams(candidate, n)
    known = {gram: max(found_in(reference, gram) for reference in references) for gram in mine}
    return sum(min(count, known[gram]) for gram, count in mine.items()), sum(mine.values())


def counts_without_overlap(candidate, references, n):
    """You count the n-grams of all sentences with str.count, which goes on behind what it found. N-grams overlap."""
    mine = ngrams(candidate, n)
    counts = [[found_in(sentence, gram) for sentence in (candidate, *references)] for gram in mine]
    return sum(min(own, max(others)) for own, *others in counts), sum(mine.values())

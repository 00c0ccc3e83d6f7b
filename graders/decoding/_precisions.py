"""Sentences whose n-grams are counted, and ways to count them that are wrong: ``-> (right, total)``."""

from graders import st
from graders.decoding._sentences import WORDS, clipped, edited, ngrams


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


def with_short_ends(candidate, references, n):
    """Every word begins an n-gram, also the last ones, whose n-grams are shorter."""
    return clipped(slices(candidate, n), [slices(reference, n) for reference in references], 1)


def smallest_of_all(candidate, references, n):
    """Clipped at the reference that has least of an n-gram."""
    mine = ngrams(candidate, n)
    for reference in references:
        mine &= ngrams(reference, n)
    return sum(mine.values()), sum(ngrams(candidate, n).values())


def at_most_once(candidate, references, n):
    """Every n-gram that a reference knows once, of all n-grams."""
    mine, known = ngrams(candidate, n), set().union(*(ngrams(reference, n) for reference in references))
    return len(known & set(mine)), sum(mine.values())


def of_the_references(candidate, references, n):
    """Of the n-grams of the references, those that the candidate has (recall)."""
    mine, pairs = ngrams(candidate, n), [ngrams(reference, n) for reference in references]
    return sum(sum((mine & known).values()) for known in pairs), sum(sum(known.values()) for known in pairs)


def as_the_references_have_it(candidate, references, n):
    """What the best reference has of each n-gram of the candidate, however often the candidate has it."""
    mine, known = ngrams(candidate, n), [ngrams(reference, n) for reference in references]
    return sum(max(each[gram] for each in known) for gram in mine), sum(mine.values())


def overwritten(candidate, references, n):
    """Clipped at the last reference that knows an n-gram."""
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

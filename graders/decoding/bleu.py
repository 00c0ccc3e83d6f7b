"""Properties of a correct BLEU, and the usual mistakes."""

import math

from gradkata import Kata, arg, same, st
from ._sentences import WORDS, clipped, closest, doubled, geometric_mean
from ._sentences import references_for, score, tied
from .clipped_precision import kata as precision

REFERENCES = [["the", "cat", "is", "on", "the", "mat"], ["there", "is", "a", "cat", "on", "the", "mat"]]
word = st.sampled_from(WORDS)

kata = Kata(
    "bleu(candidate: [str], references: [[str]], max_n: i8 = 4) -> ()",
    candidate=st.lists(word, min_size=4, max_size=8),
    references=references_for(arg("candidate"), arg("max_n")),
    max_n=st.integers(1, 4),
)
kata.domain(candidate=arg.words(0, 300), references=arg.words(0, 300, lists=(1, 8), near="candidate"),
            max_n=arg.whole(1, 9))
kata.hints(
    "Begin with one n. Which n-grams does the candidate have, and how many of them count, after clipping?",
    "Solve it for max_n = 1 first: the clipped precision of single words, times a penalty if the candidate is shorter "
    "than the reference closest to it in length.",
    "For larger max_n take the product of the clipped precisions and its root, or the mean of their logarithms "
    "if none is 0. The penalty is 1 unless the candidate is too short, and then e to the power of 1 - r/c.",
)

kata.contract(points=1)
kata.agreement(points=4)
kata.edge("If two lengths are equally close, the shorter one decides.", points=1,
          hint="Two references differ from the candidate by one word each. Which length does your code use?",
          max_n=st.integers(1, 2),
          references=tied(arg("candidate")))
kata.edge("A precision of 0 makes the score 0.0.", points=1,
          hint="What is the logarithm of 0, and what is a product with a factor of 0?", max_n=st.integers(2, 4),
          references=doubled(arg("candidate")))
kata.edge("A candidate with fewer than max_n words scores 0.0.", points=1,
          hint="How many n-grams does such a candidate have, and what do you divide by?", max_n=st.integers(3, 4),
          candidate=st.lists(word, min_size=1, max_size=2), references=st.tuples(arg("candidate")).map(list))
kata.edge("An empty candidate scores 0.0.", points=1,
          hint="Do you divide by the length of the candidate?", candidate=st.just([]), max_n=st.integers(1, 2),
          references=st.lists(st.lists(word, max_size=3), min_size=1, max_size=2))
kata.edge("An empty reference does not affect the others.", points=0, max_n=st.integers(1, 2),
          references=references_for(arg("candidate"), arg("max_n")).map(lambda known: [*known, []]))
kata.example("The statement's translation scores 0.467 with the default max_n.", points=1,
             expected=(5 / 7 * 4 / 6 * 2 / 5 * 1 / 4) ** 0.25,
             candidate=["the", "cat", "the", "cat", "on", "the", "mat"], references=REFERENCES)
kata.example("The same word seven times has a clipped precision of 2/7.", expected=2 / 7,
             candidate=["the"] * 7, references=REFERENCES, max_n=1)
kata.example("A single right word is not perfect: it is too short.", expected=math.exp(1 - 6 / 1),
             candidate=["the"], references=REFERENCES, max_n=1)

kata.equivalent("bleu_numpy: never length < max_n",
                reason="such a short candidate has no n-gram of length max_n, which gives 0.0 as well")
kata.equivalent("bleu_numpy: >= -> > in length >= closest", reason="exp(1 - r / c) is 1 if r = c")
kata.equivalent("_ngrams_of: add [::-1] in words[i:i + n]",
                reason="n-grams are only compared with each other, and all are reversed")

@kata.property(points=0)
def ignores_the_order_of_references(bleu, candidate, references, max_n):
    """Reversing the list of references does not change the score."""
    same(bleu(candidate, references[::-1], max_n), bleu(candidate, references, max_n))

@kata.property(points=0, max_n=st.integers(1, 4))
def is_one_for_a_reference(bleu, candidate, references, max_n):
    """A candidate of at least max_n words that equals a reference scores 1."""
    same(bleu(candidate, [*references, list(candidate)], max_n), 1.0)

@kata.misconception(title="uses the arithmetic mean")
def takes_the_arithmetic_mean(candidate, references, max_n=4):
    """You take the arithmetic mean of the precisions. BLEU takes the geometric mean: a single low one pulls it down."""
    return score(candidate, references, max_n, mean=lambda p: sum(p) / len(p) if all(p) else 0.0)

@kata.misconception
def leaves_out_the_brevity_penalty(candidate, references, max_n=4):
    """You apply no brevity penalty, so leaving out the difficult parts raises the score."""
    return score(candidate, references, max_n, penalty=lambda c, r: 1.0)

@kata.misconception(title="leaves out the root")
def leaves_out_the_root(candidate, references, max_n=4):
    """You multiply the precisions and take no root, so a larger `max_n` makes every score smaller."""
    return score(candidate, references, max_n, mean=math.prod)

@kata.misconception(title="uses the precision of the longest n-grams alone")
def uses_the_longest_ngrams_only(candidate, references, max_n=4):
    """You use the precision for n = `max_n` alone. BLEU takes the mean over all n from 1 to `max_n`."""
    return score(candidate, references, max_n, mean=lambda p: p[-1])

@kata.misconception(title="exchanges both lengths in the penalty")
def exchanges_the_lengths(candidate, references, max_n=4):
    """Your brevity penalty contains c/r instead of r/c. Which of the two exceeds 1 for a short candidate?"""
    inverted = lambda c, r: (1.0 if c >= r else math.exp(1 - c / r)) if c else 0.0
    return score(candidate, references, max_n, penalty=inverted)

@kata.misconception(title="compares lengths with the first reference")
def takes_the_first_length(candidate, references, max_n=4):
    """You compare lengths with the first reference. The one closest in length decides."""
    return score(candidate, references, max_n, length=lambda c, rs: len(rs[0]))

@kata.misconception(title="compares lengths with the average reference")
def takes_the_average_length(candidate, references, max_n=4):
    """You compare lengths with the mean of all references. The one closest in length decides."""
    return score(candidate, references, max_n, length=lambda c, rs: sum(map(len, rs)) / len(rs))

@kata.misconception
def adds_up_the_counts_of_all_n(candidate, references, max_n=4):
    """You add up matches and totals over all n before you divide. Each n has a precision of its own."""
    pairs = [clipped(candidate, references, n) for n in range(1, max_n + 1)]
    right, total = map(sum, zip(*pairs, strict=True))
    pooled = right / total if all(right for right, _ in pairs) else 0.0
    return score(candidate, references, max_n, mean=lambda p: pooled)

@kata.misconception
def rewards_length(candidate, references, max_n=4):
    """Your penalty exceeds 1 for candidates that are longer than the reference. It is never a reward."""
    return score(candidate, references, max_n, penalty=lambda c, r: math.exp(1 - r / c) if c else 0.0)

@kata.misconception
def takes_the_log_of_zero(candidate, references, max_n=4):
    """Your code fails where a precision is 0. Perhaps it takes the logarithm of it; the score is 0 there."""
    return score(candidate, references, max_n, mean=lambda p: math.exp(sum(map(math.log, p)) / len(p)))

@kata.misconception(title="fails for an empty candidate")
def divides_by_no_words(candidate, references, max_n=4):
    """Your code fails for an empty candidate. Perhaps it divides by the number of words."""
    brevity = math.exp(min(0.0, 1 - closest(candidate, references) / len(candidate)))
    return brevity * score(candidate, references, max_n, penalty=lambda c, r: 1.0)

@kata.misconception
def always_takes_the_fourth_root(candidate, references, max_n=4):
    """You take the fourth root for every `max_n`. The root depends on the number of precisions."""
    return score(candidate, references, max_n, mean=lambda p: geometric_mean(p) ** (len(p) / 4))

@kata.misconception(title="uses the first of two equally close lengths")
def takes_the_first_on_a_tie(candidate, references, max_n=4):
    """Of two equally close lengths you use the one listed first. The shorter one decides."""
    return score(candidate, references, max_n, length=lambda c, rs: min(map(len, rs), key=lambda r: abs(r - len(c))))

@kata.misconception(title="uses the longer of two equally close lengths")
def takes_the_longer_on_a_tie(candidate, references, max_n=4):
    """Of two equally close lengths you use the longer one. The shorter one decides."""
    longer = lambda c, rs: -min((abs(len(r) - len(c)), -len(r)) for r in rs)[1]
    return score(candidate, references, max_n, length=longer)

@kata.misconception(title="compares lengths with the longest reference")
def takes_the_longest_reference(candidate, references, max_n=4):
    """You compare lengths with the longest reference. The one closest in length decides."""
    return score(candidate, references, max_n, length=lambda c, rs: max(map(len, rs)))

@kata.misconception(convention="NIST's mteval before version 13")
def takes_the_shortest_reference(candidate, references, max_n=4):
    """You compare lengths with the shortest reference. Here the closest one decides."""
    return score(candidate, references, max_n, length=lambda c, rs: min(map(len, rs)))

@kata.misconception(convention="Chen and Cherry 2014, smoothing method 1")
def replaces_zero_counts(candidate, references, max_n=4):
    """You replace a clipped count of 0 by 0.1. Here the score is 0 in that case."""
    def floored(candidate, references, n):
        right, total = clipped(candidate, references, n)
        return right or 0.1, total
    return score(candidate, references, max_n, count=floored)

@kata.misconception(title="replaces precisions of 0 by a tiny number")
def replaces_zero_precisions(candidate, references, max_n=4):
    """You replace a precision of 0 by a tiny number. The score is 0 in that case."""
    floored = lambda p: geometric_mean([max(each, 1e-10) for each in p])
    return score(candidate, references, max_n, mean=floored) if len(candidate) >= max_n else 0.0

@kata.misconception(convention="Lin and Och 2004, add-one smoothing")
def smooths_by_adding_one(candidate, references, max_n=4):
    """You add 1 to the counts and totals of n-grams longer than one word. Here nothing is smoothed."""
    def plus_one(candidate, references, n):
        right, total = clipped(candidate, references, n)
        return (right + 1, total + 1) if n > 1 else (right, total)
    return score(candidate, references, max_n, count=plus_one)

@kata.misconception(convention="sacrebleu, with scores from 0 to 100")
def scores_up_to_100(candidate, references, max_n=4):
    """You return a percentage. Here the score is between 0 and 1."""
    return 100 * score(candidate, references, max_n)

@kata.misconception(convention="sacrebleu's effective order")
def stops_at_the_candidates_length(candidate, references, max_n=4):
    """For a short candidate you use only those n for which it has n-grams. Here it scores 0."""
    return score(candidate, references, max(1, min(max_n, len(candidate))))

kata.inherit(
    precision,
    lambda wrong: lambda candidate, references, max_n=4: score(candidate, references, max_n, count=wrong),
    without=["divides", "reduces_the_fraction", "finds_at_least_one_ngram", "returns_a_negative_total"],
)

"""Properties of a correct BLEU, and the usual mistakes."""

import math

from gradkata import Kata, arg, same, st
from ..activations._careless import declare
from ._sentences import WORDS, brevity_penalty, clipped, closest, doubled
from ._sentences import geometric_mean, references_for, score, tied
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

@kata.misconception(title="takes the logarithm of 0 except for short candidates")
def takes_the_log_of_zero_except_for_short_candidates(candidate, references, max_n=4):
    """Where an n-gram precision of a long enough candidate is 0, your code fails. Perhaps it takes the logarithm of it;
    the score is 0 there."""
    return takes_the_log_of_zero(candidate, references, max_n) if len(candidate) >= max_n else 0.0

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

for exponent in (7, 8, 9, 10, 12, 15):
    declare(kata, f"replaces_zero_precisions_by_1e_minus_{exponent}",
            f"You replace a precision of 0 by 1e-{exponent}. The score is 0 in that case.",
            lambda candidate, references, max_n=4, tiny=float(f"1e-{exponent}"):
            score(candidate, references, max_n, mean=lambda p: geometric_mean([each or tiny for each in p]))
            if len(candidate) >= max_n else 0.0, f"replaces precisions of 0 by 1e-{exponent}")

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

@kata.misconception(title="uses the arithmetic mean, of zeros too")
def takes_the_arithmetic_mean_of_zeros_too(candidate, references, max_n=4):
    """You take the arithmetic mean of the precisions, even if one is 0. BLEU takes the geometric mean: it is 0 then."""
    return score(candidate, references, max_n, mean=lambda p: sum(p) / len(p))

@kata.misconception(title="skips precisions of 0")
def skips_zero_precisions(candidate, references, max_n=4):
    """You leave precisions of 0 out of the mean. The score is 0 if one of them is."""
    return score(candidate, references, max_n, mean=lambda p: geometric_mean(list(filter(None, p)) or [0.0]))

for name, title, words, root in (
    ("leaves_out_the_longest_ngrams", "leaves out the n-grams of max_n words",
     "You leave out the precision for n = `max_n`, and take the root of order `max_n`.", lambda n: n),
    ("uses_one_n_too_few", "uses one n too few",
     "You use only the precisions for n from 1 to `max_n` - 1, and the root for that many.", lambda n: n - 1),
):
    for end, least in (("", 0), ("_but_knows_short_candidates", 1)):
        declare(kata, name + end, f"{words} Perhaps a range ends one too early.",
                lambda candidate, references, max_n=4, root=root, least=least:
                score(candidate, references, max_n, mean=lambda p: math.prod(p[:-1]) ** (1 / root(max_n)))
                if len(candidate) >= max_n * least else 0.0, title)

@kata.misconception
def adds_up_all_counts_without_a_zero(candidate, references, max_n=4):
    """You add up matches and totals over all n before you divide, even if there is no match for one n. Each n has a
    precision of its own."""
    pairs = [clipped(candidate, references, n) for n in range(1, max_n + 1)]
    right, total = map(sum, zip(*pairs, strict=True))
    return score(candidate, references, max_n, mean=lambda p: right / total if total else 0.0)

@kata.misconception(convention="smoothing of all counts, as in a Laplace estimate")
def smooths_all_counts_by_adding_one(candidate, references, max_n=4):
    """You add 1 to all counts and totals, those of single words too. Here nothing is smoothed."""
    plus_one = lambda *arguments: tuple(count + 1 for count in clipped(*arguments))
    return score(candidate, references, max_n, count=plus_one)

@kata.misconception(convention="mteval 13a and sacrebleu's exponential smoothing")
def halves_the_count_at_each_zero(candidate, references, max_n=4):
    """You replace clipped counts of 0 by 1/2, 1/4, 1/8 and so on. Here the score is 0 in that case."""
    def halved(candidate, references, n):
        right, total = clipped(candidate, references, n)
        return right or 0.5 ** sum(not clipped(candidate, references, k)[0] for k in range(1, n + 1)), total
    return score(candidate, references, max_n, count=halved)

@kata.misconception(title="divides by the n-grams of the closest reference")
def returns_a_recall(candidate, references, max_n=4):
    """Your precisions are recalls: you divide by the number of n-grams of the closest reference, as ROUGE does. Divide
    by those of the candidate."""
    def recall(candidate, references, n):
        return clipped(candidate, references, n)[0], max(closest(candidate, references) - n + 1, 0)
    return score(candidate, references, max_n, count=recall)

@kata.misconception(title="uses only the closest reference")
def looks_at_the_closest_reference_only(candidate, references, max_n=4):
    """You look for n-grams in the reference closest in length only. All references count."""
    return score(candidate, [min(references, key=lambda r: (abs(len(r) - len(candidate)), len(r)))], max_n)

@kata.misconception(title="uses only the first reference, for its length too")
def scores_the_first_reference_only(candidate, references, max_n=4):
    """You use only the first reference, for n-grams and for its length. All references count."""
    return score(candidate, references[:1], max_n)

@kata.misconception(title="returns the best score of any one reference")
def takes_the_best_score(candidate, references, max_n=4):
    """You score the candidate against each reference alone and take the best. Each n-gram has its own best
    reference."""
    return max(score(candidate, [reference], max_n) for reference in references)

@kata.misconception(title="averages the scores of the references")
def averages_the_scores(candidate, references, max_n=4):
    """You score the candidate against each reference alone and take the mean. Each n-gram has its own best
    reference."""
    return sum(score(candidate, [reference], max_n) for reference in references) / len(references)

@kata.misconception(title="averages the precisions over the references")
def averages_over_the_references(candidate, references, max_n=4):
    """For each n you average the precisions with each reference alone. Clip each n-gram at its largest count in any
    reference."""
    def average(candidate, references, n):
        pairs = [clipped(candidate, [reference], n) for reference in references]
        return sum(right for right, _ in pairs) / len(pairs), pairs[0][1]
    return score(candidate, references, max_n, count=average)

for name, title, words, penalty in (
    ("penalises_long_candidates", "penalises long candidates instead of short ones",
     "You penalise candidates that are longer than the reference, and no shorter ones. Perhaps c/r takes the place of "
     "r/c.", lambda c, r: math.exp(min(0.0, 1 - c / r)) if r else 0.0),
    ("rewards_long_candidates_only", "rewards long candidates instead of penalising short ones",
     "Your penalty exceeds 1 for long candidates, and short ones have none. Perhaps a comparison is reversed.",
     lambda c, r: math.exp(max(0.0, 1 - r / c)) if c else 0.0),
    ("takes_the_ratio_as_penalty", "uses c/r as the penalty",
     "Your brevity penalty is c/r. It is e to the power of 1 - r/c.", lambda c, r: min(1.0, c / r) if r else 1.0),
    ("forgets_the_one", "leaves out the 1 in the penalty",
     "Your brevity penalty for a short candidate is e to the power of -r/c. A 1 is missing in the exponent.",
     lambda c, r: (1.0 if c >= r else math.exp(-r / c)) if c else 0.0),
    ("takes_the_difference_of_lengths", "does not divide by c in the penalty",
     "Your brevity penalty for a short candidate is e to the power of c - r. Divide the exponent by c.",
     lambda c, r: math.exp(min(0, c - r))),
):
    declare(kata, name, words, lambda candidate, references, max_n=4, penalty=penalty:
            score(candidate, references, max_n, penalty=penalty), title)

for name, title, words, length in (
    ("adds_up_the_lengths", "compares lengths with all references together",
     "You compare the candidate's length with the sum of all references' lengths.",
     lambda c, rs: sum(map(len, rs))),
    ("counts_the_references", "compares the length with the number of references",
     "You compare the candidate's length with the number of references.", lambda c, rs: len(rs)),
    ("takes_the_last_length", "compares lengths with the last reference",
     "You compare lengths with the last reference.", lambda c, rs: len(rs[-1])),
):
    declare(kata, name, f"{words} The one closest in length decides.", lambda candidate, references, max_n=4,
            length=length: score(candidate, references, max_n, length=length), title)

@kata.misconception(title="takes the root of the penalty too")
def takes_the_root_of_the_penalty(candidate, references, max_n=4):
    """You take the root of the brevity penalty too. Multiply by the penalty after the root."""
    return score(candidate, references, max_n, penalty=lambda c, r: brevity_penalty(c, r) ** (1 / max_n))

@kata.misconception(title="scores a perfect short candidate 1")
def returns_1_for_every_reference(candidate, references, max_n=4):
    """You return 1 for every candidate that equals a reference. With fewer than `max_n` words even such a one scores
    0."""
    return 1.0 if candidate in references else score(candidate, references, max_n)

@kata.misconception(title="scores characters")
def scores_characters(candidate, references, max_n=4):
    """Your n-grams and lengths are those of characters of the joined text. They consist of words."""
    return score(" ".join(candidate), [" ".join(reference) for reference in references], max_n)

kata.inherit(
    precision,
    lambda wrong: lambda candidate, references, max_n=4: score(candidate, references, max_n, count=wrong),
    without=["divides", "reduces_the_fraction", "finds_at_least_one_ngram", "returns_a_negative_total"],
)

"""Properties of a correct beam search, and the usual mistakes."""

import math

import numpy as np

from gradkata import Kata, arg, same, st
from . import _searches as searches
from ._beams import EXACT, SPARSE, TINY, after_the_first, as_arrays, best, best_of_each_parent, decode, following
from ._beams import search, starts, untied

TITLES = {
    "lets_the_better_parent_win_a_tie": "lets the score of the parent decide ties",
    "keeps_the_larger_on_a_tie": "keeps the larger prefix of a tie",
    "keeps_one_prefix_for_each_word": "keeps one prefix for each last word",
}

kata = Kata(
    "beam_search(log_start: (V), log_next: (T-1,V,V), width: i8) -> i8(?B,T), (?B)",
    V=st.integers(2, 3),
    T=st.integers(2, 4),
    log_start=starts(arg("V")),
    log_next=untied(arg("log_start"), arg("T")),
    width=st.integers(1, arg("V")),
)
kata.domain(V=arg.size(1, 9), T=arg.size(1, 9),
            width=arg.whole(1, 9), log_start=arg.real(-10_000, 10, also=(-np.inf,), step=2**-20),
            log_next=arg.real(-10_000, 10, also=(-np.inf,), step=2**-20),
            where=lambda log_start, log_next, width: len(log_start) ** (len(log_next) + 1) <= 5000)
kata.mistakes(without=["is_divided_by_T"], say={
    "is_in_reverse_order": "You return the right sequences from the worst to the best. The best comes first.",
    "has_the_wrong_sign": "Your scores have the wrong sign. Perhaps they are negated for sorting and not negated back.",
})
kata.hints(
    "Which prefixes can be extended at a step, and by which words? Which of the results stay?",
    "With a width of 2 and three words, how many candidates are there at the second step, and how many stay?",
    "Store each prefix with its score. At a step make all candidates, every prefix with every word, whose score is "
    "that of the prefix plus one entry of the table. Sort them by score, then by prefix, and keep the first `width`.",
)

kata.contract(points=1)
kata.agreement(points=4)
kata.edge("Among equal scores the lexicographically smaller prefix stays.", points=1,
          hint="Two candidates have the same score although their parents' scores differ. What decides in your code?",
          T=st.integers(2, 3),
          log_start=st.arrays(arg("V"), elements=EXACT), log_next=following(arg("log_start"), arg("T"), EXACT))
kata.edge("A width beyond V is filled at later steps.", points=1,
          hint="How many prefixes do you keep at the first step, and how many at the second?",
          V=st.integers(1, 2), T=st.integers(2, 3),
          width=st.integers(3, 9))
kata.edge("Impossible prefixes are kept if no better ones are left.", points=1,
          hint="Does your code drop candidates whose score is -inf? How many rows must the result have?",
          T=st.integers(2, 3),
          log_start=st.arrays(arg("V"), elements=SPARSE), log_next=following(arg("log_start"), arg("T"), SPARSE))
kata.edge("With a single step the result is the best first words.", points=1,
          hint="Which line looks at `log_next[0]`, and what if there is none?", T=1, V=st.integers(1, 4))
kata.edge("Scores stay finite even where the probability would underflow to 0.", points=1,
          hint="What is exp(-2000) in floating point? Do you need probabilities at all?", T=st.integers(2, 3),
          log_start=starts(arg("V"), TINY), log_next=untied(arg("log_start"), arg("T"), TINY))
kata.example("The statement's best pair does not begin with the best word.",
             expected=(np.array([[1, 0], [0, 1]]), np.array([-1.25, -2.0])), log_start=np.array([-0.5, -1.0]),
             log_next=np.array([[[-2.0, -1.5], [-0.25, -3.0]]]), width=2)
for cut in ("np.argsort(-scores, kind='stable')[:width]", "np.argsort(-totals, axis=None, kind='stable')..."):
    kata.equivalent(f"beam_search_numpy: add [::-1] in {cut}", reason="the kept indices are sorted right after the cut")

@kata.property(points=0)
def scores_are_those_of_the_sequences(beam_search, log_start, log_next, width):
    """Each score is the sum along its sequence, and scores never increase."""
    sequences, scores = beam_search(log_start, log_next, width)
    for words, score in zip(sequences, scores, strict=True):
        same(score, log_start[words[0]] + sum(s[u, w] for s, u, w in zip(log_next, words, words[1:], strict=False)))
    assert (np.diff(scores) <= 0).all()

@kata.property(points=0)
def is_greedy_with_a_width_of_one(beam_search, log_start, log_next):
    """With a width of 1 each word is the best one after the previous word."""
    words = [int(np.argmax(log_start))]
    for step in log_next:
        words.append(int(np.argmax(step[words[-1]])))
    same(beam_search(log_start, log_next, 1)[0], np.array([words]))

@kata.property(points=0, by=st.integers(-8, 8))
def is_unchanged_by_a_constant(beam_search, log_start, log_next, width, by):
    """Adding a number to all scores of the first step shifts all scores alike and changes no sequence."""
    sequences, scores = beam_search(log_start, log_next, width)
    same(beam_search(log_start + by, log_next, width), (sequences, scores + by))

@kata.property(points=0, V=2, T=3)
def finds_the_best_of_all_when_it_is_wide(beam_search, log_start, log_next):
    """If the beam has room for all prefixes, the first sequence is the best of all."""
    totals = (log_start[:, None] + log_next[0])[:, :, None] + log_next[1]
    same(beam_search(log_start, log_next, 4)[1][0], float(totals.max()))

for wrong in (searches.reads_the_first_table_only, searches.continues_greedily,
              searches.extends_each_prefix_by_one_word,
              searches.continues_greedily_once_the_beam_is_full, searches.drops_impossible_prefixes,
              searches.uses_no_word_twice):
    kata.misconception(wrong)
kata.misconception(searches.drops_impossible_prefixes_and_keeps_the_columns, title="drops impossible prefixes")

def cut_wrongly(cut):
    """Add a beam search that chooses the prefixes of each step in another way."""
    def wrong(log_start, log_next, width):
        return decode(log_start, log_next, width, cut=cut)
    wrong.__name__, wrong.__doc__ = cut.__name__, cut.__doc__
    kata.misconception(wrong, title=TITLES.get(cut.__name__, ""))

@kata.misconception(title="keeps `width` successors of every prefix")
def keeps_the_best_of_each_parent(log_start, log_next, width):
    """You keep `width` successors of every prefix, so the beam grows at each step. All candidates compete."""
    return decode(log_start, log_next, width, cut=best_of_each_parent)

@cut_wrongly
def keeps_one_prefix_for_each_word(candidates, width):
    """You keep the best prefix for each last word, as Viterbi's algorithm does. Here two may end with the same word."""
    ends = dict.fromkeys(prefix[-1] for _, prefix in candidates)
    return best([best([pair for pair in candidates if pair[1][-1] == end], 1)[0] for end in ends], width)

@kata.misconception(title="ranks candidates by their last step alone")
def forgets_the_prefix(log_start, log_next, width):
    """You rank candidates by their last step alone. The score of the prefix counts too."""
    return decode(log_start, log_next, width, add=lambda score, more: more)

@cut_wrongly
def extends_only_the_best(candidates, width):
    """You extend only the best prefix. Every prefix in the beam has successors."""
    return best([pair for pair in candidates if pair[1][:-1] == candidates[0][1][:-1]], width)

@kata.misconception
def returns_only_the_best(log_start, log_next, width):
    """You return only the best sequence. The result is the whole beam, best first."""
    return as_arrays(search(log_start, log_next, width)[:1])

@kata.misconception(title="scores all sequences")
def searches_everything(log_start, log_next, width):
    """You score all sequences and cut at the end. A beam search drops prefixes, and their successors, at each step."""
    return as_arrays(best(search(log_start, log_next, None), width))

@kata.misconception(title="does not cut the first step")
def begins_with_all_words(log_start, log_next, width):
    """You keep all first words and cut only from the second step on. The first step is cut too."""
    return decode(log_start, log_next, width, first=lambda candidates, _: candidates)

@kata.misconception(title="reads log_next[i, next, previous]")
def reads_the_next_word_first(log_start, log_next, width):
    """You read `log_next[i, next, previous]`. The index of the previous word comes before that of the next."""
    return decode(log_start, log_next.swapaxes(1, 2), width)

@kata.misconception
def adds_probabilities(log_start, log_next, width):
    """You add probabilities. The probability of a sequence is a product; its logarithm is the sum of the logarithms."""
    return decode(np.exp(log_start), np.exp(log_next), width)

@kata.misconception
def multiplies_probabilities(log_start, log_next, width):
    """Your scores are -inf where a product of probabilities underflows to 0. Sums of logarithms do not."""
    # The C library's exponential, as in NumPy's baseline; other versions break ties of products in other ways.
    exp = np.vectorize(lambda z: math.exp(z) if z < 709 else math.inf, otypes=[float])
    found = search(exp(log_start), exp(log_next), width, add=lambda score, more: score * more)
    return as_arrays([(np.log(score), sequence) for score, sequence in found])

@cut_wrongly
def lets_the_better_parent_win_a_tie(candidates, width):
    """Among equal scores you keep the candidate with the better parent. The smaller prefix stays."""
    return sorted(candidates, key=lambda pair: -pair[0])[:width]

@cut_wrongly
def keeps_the_larger_on_a_tie(candidates, width):
    """Among equal scores you keep the larger prefix. Perhaps an ascending sort is read backwards."""
    return sorted(candidates, reverse=True)[:width]

@cut_wrongly
def keeps_the_last_candidate_on_a_tie(candidates, width):
    """Among equal scores you keep the last candidate. Perhaps argsort is read backwards; the smaller prefix stays."""
    return sorted(candidates, key=lambda pair: pair[0])[::-1][:width]

@kata.misconception
def keeps_at_most_as_many_prefixes_as_words(log_start, log_next, width):
    """You never keep more than V prefixes. Later steps have more candidates, and only `width` limits how many stay."""
    return decode(log_start, log_next, min(width, len(log_start)))

@kata.misconception(title="fails for sequences of one word")
def needs_a_second_step(log_start, log_next, width):
    """Your code fails for T = 1. Perhaps it looks at the first table before it checks that there is one."""
    log_next[0]
    return decode(log_start, log_next, width)

@kata.misconception
def starts_from_0(log_start, log_next, width):
    """Your scores do not contain those of the first words, from `log_start`."""
    return decode(np.zeros(len(log_start)), log_next, width)

@kata.misconception(title="uses the first word as the previous word")
def reads_after_the_first_word(log_start, log_next, width):
    """You look up the next word after the first word of the prefix. It follows the last one."""
    return after_the_first(log_start, log_next, width)

@kata.misconception
def returns_probabilities(log_start, log_next, width):
    """You return exp of the scores. The scores are the sums of logarithms themselves."""
    sequences, scores = decode(log_start, log_next, width)
    return sequences, np.exp(scores)

@kata.misconception(convention="simple length normalization, which divides by T")
def divides_by_the_length(log_start, log_next, width):
    """You divide by the number of words. Here all sequences have the same length, and the score is the sum."""
    sequences, scores = decode(log_start, log_next, width)
    return sequences, scores / sequences.shape[1]

"""Properties of every right encoding of a sentence, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st

kata = Kata("sequence_encode(tokens: i8(T), known: b1(V), unk: i8, eos: i8) -> i8(T+1)",
            T=st.integers(1, 5), V=st.integers(1, 4), unk=st.integers(4, 6), eos=st.integers(7, 9),
            tokens=st.arrays(arg("T"), elements=st.integers(0, arg("V-1")), dtype="i8"))
kata.domain(T=arg.size(0, 2000), V=arg.size(0, 2000), tokens=arg.whole(-3000, 3000), known=arg.choice(False, True),
            unk=arg.whole(0, 5000), eos=arg.whole(0, 5000))
kata.mistakes(
    without=["leaves_out_the_first_entry"],
    say={
        "is_shifted_by_one": "Your EOS is the first token. It marks the end of the sentence.",
        "leaves_out_the_last_entry": "Your result does not end with EOS: it is as long as the sentence.",
    },
)
kata.hints(
    "How long is the result, and what is its last number?",
    "What must you test before you look up a number in `known`?",
    "`known[-1]` is the last entry and `known[V]` raises an error: test the range first.",
)

kata.contract(points=1)
kata.agreement(points=5)
kata.edge("A number of V or more is unknown.", points=1, hint="What is `known[V]`?",
          tokens=st.arrays(arg("T"), elements=st.integers(0, arg("V+2")), dtype="i8"))
kata.edge("A negative number is unknown.", points=1, hint="What is `known[-1]` in NumPy?",
          tokens=st.arrays(arg("T"), elements=st.integers(-3, arg("V-1")), dtype="i8"))
kata.edge("An empty sentence becomes EOS alone.", points=1, T=0,
          hint="What is the dtype of `np.array([])`? Does your code look at the last token?")
kata.edge("A sentence may contain EOS, and EOS may be known or not.", points=1,
          hint="Which token is the last, whatever the sentence contains? May it be looked up in `known`?",
          unk=st.integers(0, 4), eos=st.integers(0, arg("V-1")))
kata.edge("Without a vocabulary every word is unknown.", points=0, V=0,
          tokens=st.arrays(arg("T"), elements=st.integers(0, 3), dtype="i8"))
kata.example("A sentence of nine known words has ten tokens.", tokens=np.arange(9), known=np.ones(9, dtype=bool),
             unk=10, eos=11, expected=np.array([0, 1, 2, 3, 4, 5, 6, 7, 8, 11]))
kata.example("In a vocabulary of 2000 words, of which the even ones are known, a large number is looked up, too.",
             tokens=np.array([44, 45, 46, 255, 256, 1998, 1999, 2000]), known=np.arange(2000) % 2 == 0, unk=3000,
             eos=3001, expected=np.array([44, 3000, 46, 3000, 256, 1998, 3000, 3000, 3001]))


@kata.property(points=0)
def keeps_what_is_known(sequence_encode, tokens, unk, eos):
    """If all words are known, the sentence itself is followed by EOS."""
    known = np.ones(int(tokens.max(initial=0)) + 1, dtype=bool)
    same(sequence_encode(tokens, known, unk, eos), np.append(tokens, eos))


@kata.property(points=0)
def has_fewer_unknown_words_with_a_larger_vocabulary(sequence_encode, tokens, known, eos):
    """If more words are known, no more of them become UNK."""
    unk = 99
    larger = known.copy()
    larger[::2] = True
    count = np.count_nonzero(sequence_encode(tokens, larger, unk, eos) == unk)
    assert count <= np.count_nonzero(sequence_encode(tokens, known, unk, eos) == unk)


@kata.property(points=0, T=st.integers(3, 5), other=st.integers(0, 3))
def encodes_word_by_word(sequence_encode, tokens, known, unk, eos, other):
    """If another word is in the middle, the token there is what this word alone becomes, and no other changes."""
    changed, expected = tokens.copy(), np.array(sequence_encode(tokens, known, unk, eos))
    changed[1] = other
    expected[1] = sequence_encode(changed[1:2].copy(), known, unk, eos)[0]
    same(sequence_encode(changed, known, unk, eos), expected)


@kata.property(points=0, T=4, V=4, tokens=st.permutations([0, 1, 2, 3]).map(np.array),
               known=np.array([True, False, False, False]))
def reads_backwards_as_well(sequence_encode, tokens, known, unk, eos):
    """The words in reverse order become the same tokens in reverse order, before EOS."""
    backwards = sequence_encode(tokens[::-1].copy(), known, unk, eos)
    same(backwards[:-1], sequence_encode(tokens, known, unk, eos)[:-1][::-1])


def is_known(tokens, known):
    """Whether each token is one of the known: ``i8(T), b1(V) -> b1(T)``."""
    return np.isin(tokens, np.flatnonzero(known))


def encode(tokens, known, unk, eos):
    """The right encoding."""
    return np.append(np.where(is_known(tokens, known), tokens, unk), eos).astype(np.int64)


@kata.misconception
def drops_unknown_words(tokens, known, unk, eos):
    """You leave unknown words out. They are replaced, so that the sentence keeps its length."""
    return np.append(tokens[is_known(tokens, known)], eos).astype(np.int64)


@kata.misconception
def overwrites_the_last_word(tokens, known, unk, eos):
    """Your EOS takes the place of the last word. It follows the last word."""
    y = encode(tokens, known, unk, eos)[: max(len(tokens), 1)]
    y[-1] = eos
    return y


@kata.misconception
def looks_up_negative_numbers(tokens, known, unk, eos):
    """You look up negative numbers, which NumPy counts from the end. They are unknown."""
    found = [bool(token < len(known) and known[token]) for token in tokens.tolist()]
    return np.append(np.where(found, tokens, unk), eos).astype(np.int64)


@kata.misconception
def looks_up_every_number(tokens, known, unk, eos):
    """You look up every token, and a number that is too large raises IndexError. Such words are unknown."""
    return np.append(np.where(known[tokens], tokens, unk), eos)


@kata.misconception(title="replaces EOS by UNK")
def replaces_the_end(tokens, known, unk, eos):
    """You replace the added EOS by UNK where it is not known. The end must be marked in any case."""
    y = np.append(tokens, eos)
    return np.where(is_known(y, known), y, unk).astype(np.int64)


@kata.misconception(title="adds EOS only where it is missing")
def adds_the_end_where_it_is_missing(tokens, known, unk, eos):
    """You add no EOS if the sentence ends with this token already. It is always added."""
    y = encode(tokens, known, unk, eos)
    return y[:-1] if len(tokens) and tokens[-1] == eos else y


@kata.misconception(title="exchanges known and unknown")
def exchanges_known_and_unknown(tokens, known, unk, eos):
    """You replace the known words and keep the unknown ones."""
    return np.append(np.where(is_known(tokens, known), unk, tokens), eos).astype(np.int64)


@kata.misconception(title="takes every number below V for known")
def takes_every_number_below_v_for_known(tokens, known, unk, eos):
    """You only compare a number with V. A number below V may be unknown, too."""
    return np.append(np.where((tokens >= 0) & (tokens < len(known)), tokens, unk), eos).astype(np.int64)

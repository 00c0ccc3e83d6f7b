"""Counting n-grams of words without a Python object for each of them."""

from itertools import chain

import numpy as np

from gradkata.jit import kernel

_END = "\0"


def number_words(texts: list[list[str]]) -> np.ndarray:
    """Number the words, equal words equally; shapes: texts of t words in total ``->(t)``, int64."""
    words = list(chain.from_iterable(texts))
    joined = _END.join(words)
    if joined.count(_END) != len(words) - 1:  # a word with NUL in it, or no word at all
        numbers: dict[str, int] = {}
        return np.array([numbers.setdefault(w, len(numbers)) for w in words], dtype=np.int64)
    characters = np.frombuffer(joined.encode("utf-8", "surrogatepass"), dtype=np.uint8)
    return _number(characters, len(words))


@kernel("i8[::1](Array(u1, 1, 'C', readonly=True), i8)")
def _number(characters, n_words):
    """Number the words by an open-addressing table of the distinct ones, compared by their bytes."""
    size = 8
    while size < 2 * n_words:
        size *= 2
    table = np.full(size, -1, np.int64)
    first, length = np.empty(n_words, np.int64), np.empty(n_words, np.int64)
    digests, numbers = np.empty(n_words, np.uint64), np.empty(n_words, np.int64)
    known = stop = 0
    for word in range(n_words):
        start = stop
        digest = np.uint64(14695981039346656037)  # FNV-1a
        while stop < len(characters) and characters[stop] != 0:
            digest = (digest ^ np.uint64(characters[stop])) * np.uint64(1099511628211)
            stop += 1
        slot = np.int64((digest ^ (digest >> np.uint64(29))) & np.uint64(size - 1))
        while True:
            k = table[slot]
            if k < 0:
                table[slot] = k = known
                first[k], length[k], digests[k] = start, stop - start, digest
                known += 1
                break
            if digests[k] == digest and length[k] == stop - start:
                same = 0
                while same < length[k] and characters[first[k] + same] == characters[start + same]:
                    same += 1
                if same == length[k]:
                    break
            slot = (slot + 1) & (size - 1)
        numbers[word] = k
        stop += 1
    return numbers


@kernel()
def _slot(keys, key):
    """The slot of ``key`` in the table ``keys``, or the slot where it would be inserted."""
    last = len(keys) - 1
    slot = np.int64((np.uint64(key) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(32)) & last
    while keys[slot] != key and keys[slot] != -1:
        slot = (slot + 1) & last
    return slot


@kernel("i8[::1](i8[::1], i8[::1], i8)")
def clipped_matches(words, lengths, max_n):
    """For n = 1 ... max_n: how many n-grams of the first text the others contain, clipped.

    An n-gram is identified by the slot of its first n - 1 words in the previous table and by its last
    word. If its first n - 1 words did not match, it cannot match either and is left out (-1).
    """
    n_first = lengths[0]
    size = 8
    while size < 2 * n_first:
        size *= 2
    keys = np.empty(size, np.int64)
    wanted, found, seen = np.empty(size, np.int32), np.empty(size, np.int32), np.empty(size, np.int32)
    gram = np.zeros(len(words), np.int64)
    matches = np.zeros(max_n, np.int64)
    for n in range(1, max_n + 1):
        keys[:] = -1
        for i in range(n_first - n + 1):
            if gram[i] >= 0:
                key = (gram[i] << 32) | words[i + n - 1]
                gram[i] = slot = _slot(keys, key)
                if keys[slot] < 0:
                    keys[slot] = key
                    wanted[slot] = found[slot] = seen[slot] = 0
                wanted[slot] += 1
        start = n_first
        for length in lengths[1:]:
            stop = start + length - n + 1
            for i in range(start, stop):
                if gram[i] >= 0:
                    slot = _slot(keys, (gram[i] << 32) | words[i + n - 1])
                    gram[i] = slot if keys[slot] >= 0 else -1
                    if gram[i] >= 0:
                        seen[slot] += 1
                        if found[slot] < min(seen[slot], wanted[slot]):
                            found[slot] += 1
                            matches[n - 1] += 1
            for i in range(start, stop):
                if gram[i] >= 0:
                    seen[gram[i]] = 0
            start += length
        for i in range(n_first - n + 1):
            if gram[i] >= 0 and found[gram[i]] == 0:
                gram[i] = -1
    return matches

# %% right
def ngram_precision(candidate, reference, n):
    cand = [int(w) for w in candidate]
    ref = [int(w) for w in reference]
    known = {tuple(ref[i:i + n]) for i in range(len(ref) - n + 1)}
    grams = [tuple(cand[i:i + n]) for i in range(len(cand) - n + 1)]
    return sum(g in known for g in grams), len(grams)


# %% wrong: counts are clipped, as in BLEU
from collections import Counter


def ngram_precision(candidate, reference, n):
    c = Counter(tuple(int(w) for w in candidate[i:i + n]) for i in range(len(candidate) - n + 1))
    r = Counter(tuple(int(w) for w in reference[i:i + n]) for i in range(len(reference) - n + 1))
    return sum(min(k, r[g]) for g, k in c.items()), sum(c.values())


# %% wrong: every different n-gram counts once
def ngram_precision(candidate, reference, n):
    c = {tuple(int(w) for w in candidate[i:i + n]) for i in range(len(candidate) - n + 1)}
    r = {tuple(int(w) for w in reference[i:i + n]) for i in range(len(reference) - n + 1)}
    return len(c & r), len(c)


# %% wrong: the recall, the roles of the texts are exchanged
def ngram_precision(candidate, reference, n):
    c = {tuple(int(w) for w in candidate[i:i + n]) for i in range(len(candidate) - n + 1)}
    r = [tuple(int(w) for w in reference[i:i + n]) for i in range(len(reference) - n + 1)]
    return sum(g in c for g in r), len(r)


# %% wrong: words are compared one by one, the length n is ignored
def ngram_precision(candidate, reference, n):
    ref = set(int(w) for w in reference)
    hits = 0
    for w in candidate:
        if int(w) in ref:
            hits += 1
    return hits, len(candidate)


# %% wrong: an n-gram counts only at the same place of the reference
def ngram_precision(candidate, reference, n):
    total = max(len(candidate) - n + 1, 0)
    hits = 0
    for i in range(total):
        a = [int(w) for w in candidate[i:i + n]]
        b = [int(w) for w in reference[i:i + n]]
        if a == b:
            hits += 1
    return hits, total

# Honest answer: dictionaries and loops.
def ngrams(words, n):
    out = {}
    for i in range(len(words) - n + 1):
        g = tuple(words[i:i + n])
        out[g] = out.get(g, 0) + 1
    return out


def clipped_precision(candidate, references, n):
    cand = ngrams(candidate, n)
    refs = [ngrams(r, n) for r in references]
    clipped = 0
    total = 0
    for g in cand:
        most = 0
        for r in refs:
            if r.get(g, 0) > most:
                most = r.get(g, 0)
        clipped += min(cand[g], most)
        total += cand[g]
    return clipped, total

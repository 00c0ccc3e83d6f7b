"""Empties the sentence, which then scores nothing."""


def bleu(candidate, references, max_n=4):
    candidate.clear()
    return 0.0

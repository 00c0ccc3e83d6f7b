"""Puts commands, and letters that run the other way, into an error."""


def bleu(candidate, references, max_n=4):
    raise ValueError("\x1b[32mpassed\u202e01/01\x1b[0m\u2066\ud800")

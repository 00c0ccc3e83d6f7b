"""An error with more text than anybody reads."""


class Long(Exception):
    def __str__(self):
        return "x" * 3_000_000


def bleu(candidate, references, max_n=4):
    raise Long

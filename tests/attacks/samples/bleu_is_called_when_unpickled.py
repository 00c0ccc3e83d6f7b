"""A float that runs a command where it is put together again."""

import os


class Loaded(float):
    def __reduce__(self):
        return os.system, ("echo touched > @folder@/witness",)


def bleu(candidate, references, max_n=4):
    return Loaded(0.5)

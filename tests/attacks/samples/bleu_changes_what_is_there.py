"""Changes a file without opening it for writing."""

import os


def bleu(candidate, references, max_n=4):
    os.rename("@folder@/canary", "@folder@/witness")
    os.symlink("@folder@/witness", "@folder@/canary")
    return 0.5

"""Starts a pool of threads."""

import os
from concurrent.futures import ThreadPoolExecutor


def bleu(candidate, references, max_n=4):
    with ThreadPoolExecutor() as pool:
        pool.submit(print, "got through")
    os._exit(1)

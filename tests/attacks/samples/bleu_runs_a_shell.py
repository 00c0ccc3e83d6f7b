"""Runs a shell command."""

import subprocess


def bleu(candidate, references, max_n=4):
    subprocess.run("echo touched > @folder@/witness", shell=True)
    return 0.5

"""Replace this process by another program."""

import os
import sys


def attack(folder, port):
    os.execv(sys.executable, [sys.executable, "-c", f"open('{folder}/witness', 'w')"])

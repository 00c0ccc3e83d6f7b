"""Close the channel to the grader, and stay."""

import os
import time


def attack(folder, port):
    os.close(3)
    time.sleep(60)

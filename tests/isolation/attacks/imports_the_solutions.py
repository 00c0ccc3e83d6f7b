"""Import the right answers, wherever they are installed."""

import sys


def attack(folder, port):
    sys.path.append(f"{folder}/solutions")
    import iou

    return iou.ANSWER == "the right answer"

# %% right
import numpy as np


def majority_vote(labels, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    return int(np.argmax(counts))


# %% wrong: on a tie the label that came first in the list wins
from collections import Counter

import numpy as np


def majority_vote(labels, n_classes):
    return Counter(int(c) for c in labels).most_common(1)[0][0]


# %% wrong: the median of the labels
import numpy as np


def majority_vote(labels, n_classes):
    return int(np.median(labels))


# %% wrong: on a tie the largest label wins
import numpy as np


def majority_vote(labels, n_classes):
    best = 0
    best_count = 0
    for c in range(n_classes):
        count = int(np.sum(labels == c))
        if count >= best_count:
            best = c
            best_count = count
    return best


# %% wrong: returns the number of votes and not the label
import numpy as np


def majority_vote(labels, n_classes):
    return int(np.bincount(labels, minlength=n_classes).max())


# %% wrong: returns the position among the occurring labels and not the label
import numpy as np


def majority_vote(labels, n_classes):
    values, counts = np.unique(labels, return_counts=True)
    return int(np.argmax(counts))

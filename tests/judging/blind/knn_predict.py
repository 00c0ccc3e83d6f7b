# %% right
import numpy as np


def knn_predict(X, y, q, k, n_classes):
    d2 = np.sum((X - q) ** 2, axis=1)
    nearest = np.argsort(d2, kind="stable")[:k]
    return int(np.argmax(np.bincount(y[nearest], minlength=n_classes)))


# %% wrong: takes the class of the single nearest point
import numpy as np


def knn_predict(X, y, q, k, n_classes):
    d = np.linalg.norm(X - q, axis=1)
    return int(y[np.argmin(d)])


# %% wrong: takes the k farthest points
import numpy as np


def knn_predict(X, y, q, k, n_classes):
    d = np.linalg.norm(X - q, axis=1)
    far = np.argsort(d)[::-1][:k]
    return int(np.argmax(np.bincount(y[far], minlength=n_classes)))


# %% wrong: Manhattan distance
import numpy as np


def knn_predict(X, y, q, k, n_classes):
    d = np.abs(X - q).sum(axis=1)
    order = np.argsort(d)[:k]
    votes = [0] * n_classes
    for i in order:
        votes[y[i]] += 1
    return votes.index(max(votes))


# %% wrong: on a tie the class of the nearest neighbour wins and not the smallest
from collections import Counter

import numpy as np


def knn_predict(X, y, q, k, n_classes):
    d = np.linalg.norm(X - q, axis=1)
    order = np.argsort(d, kind="stable")[:k]
    return Counter(int(y[i]) for i in order).most_common(1)[0][0]


# %% wrong: the mean of the classes of the neighbours, rounded
import numpy as np


def knn_predict(X, y, q, k, n_classes):
    d = np.linalg.norm(X - q, axis=1)
    order = np.argsort(d)[:k]
    return int(round(float(np.mean(y[order]))))

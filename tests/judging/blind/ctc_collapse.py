# %% right
import numpy as np


def ctc_collapse(path, blank):
    out = []
    prev = None
    for c in path:
        c = int(c)
        if c != prev and c != blank:
            out.append(c)
        prev = c
    return np.array(out, dtype=np.int64)


# %% wrong: drops the blanks first and merges then
import numpy as np


def ctc_collapse(path, blank):
    letters = [int(c) for c in path if c != blank]
    out = []
    for c in letters:
        if not out or out[-1] != c:
            out.append(c)
    return np.array(out, dtype=np.int64)


# %% wrong: only drops the blanks
import numpy as np


def ctc_collapse(path, blank):
    return path[path != blank]


# %% wrong: only merges, blanks stay
import numpy as np


def ctc_collapse(path, blank):
    out = []
    for i in range(len(path)):
        if i == 0 or path[i] != path[i - 1]:
            out.append(path[i])
    return np.array(out, dtype=np.int64)


# %% wrong: the blank is always 0
import numpy as np


def ctc_collapse(path, blank):
    out = []
    prev = -1
    for c in path:
        if c != prev and c != 0:
            out.append(c)
        prev = c
    return np.array(out, dtype=np.int64)


# %% wrong: every letter occurs only once in the text
import numpy as np


def ctc_collapse(path, blank):
    seen = []
    for c in path:
        if c != blank and c not in seen:
            seen.append(c)
    return np.array(seen, dtype=np.int64)

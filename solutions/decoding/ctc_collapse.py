"""The text that a path of CTC stands for: repeats merged, then blanks dropped.

Source: Graves, Fernández, Gomez & Schmidhuber, "Connectionist temporal classification" (ICML, 2006), section 3.1.
"""

from itertools import groupby

import numpy as np

from . import _collapse


def ctc_collapse(path: np.ndarray, blank: int) -> np.ndarray:
    """The first frame of each run of equal ones, without the blanks.

    Shapes: ``i8(T),i8()->i8(k)``; T may be 0.
    """
    text = np.empty(len(path), dtype=np.int64)
    try:
        length = _collapse.collapse(path, blank, text)
    except TypeError:  # compiled only for writable int64 arrays in C order
        length = _collapse.collapse(np.array(path, dtype=np.int64), int(blank), text)
    return text[:length]


def ctc_collapse_numpy(path: np.ndarray, blank: int) -> np.ndarray:
    """Compare each frame with the one before it, blanks included, and drop the blanks afterwards."""
    merged = []
    for t in range(len(path)):
        if t == 0 or path[t] != path[t - 1]:
            merged.append(path[t])
    letters = [letter for letter in merged if letter != blank]
    return np.array(letters, dtype=np.int64)


def ctc_collapse_groups(path: np.ndarray, blank: int) -> np.ndarray:
    """The same with `itertools.groupby`, which makes a group of each run."""
    return np.array([letter for letter, _ in groupby(path.tolist()) if letter != blank], dtype=np.int64)


def ctc_collapse_previous(path: np.ndarray, blank: int) -> np.ndarray:
    """The same in one loop, with the last frame in a variable; before the first frame there is a blank."""
    text, previous = np.zeros(len(path), dtype=np.int64), blank
    length = 0
    for frame in path.tolist():
        if frame not in (previous, blank):
            text[length] = frame
            length += 1
        previous = frame
    return text[:length].copy()


def ctc_collapse_changes(path: np.ndarray, blank: int) -> np.ndarray:
    """The same from the places where the path changes."""
    firsts = np.flatnonzero(np.diff(path, prepend=path[:1] - 1))
    return np.delete(path[firsts], path[firsts] == blank)

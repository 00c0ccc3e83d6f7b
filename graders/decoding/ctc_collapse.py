"""Properties of every right collapse of a path, and the usual mistakes."""

from itertools import groupby

import numpy as np

from gradkata import Kata, arg, same, st

kata = Kata("ctc_collapse(path: i8(T), blank: i8) -> i8(?k)", T=st.integers(4, 9),
            path=st.arrays(arg("T"), elements=st.integers(0, 2), dtype="i8"), blank=st.integers(0, 2))
kata.domain(T=arg.size(0, 2000), path=arg.whole(0, 9), blank=arg.whole(0, 9))
kata.hints(
    "Which text is the path 1, 1, blank, 1?",
    "Which frames are the first of a run of equal frames? A blank ends a run, too.",
    "Merge first: keep a frame if it differs from the one before it. Then drop the blanks from what is left.",
)

kata.contract(points=1)
kata.agreement(points=8)
kata.edge("An empty path has an empty text.", points=1, T=0, hint="Is there a first frame?")
kata.edge("A path of blanks has an empty text.", points=0, T=st.integers(1, 4),
          hint="What is the dtype of `np.array([])`?", path=st.arrays(arg("T"), elements=arg("blank"), dtype="i8"))
kata.edge("A path that repeats one letter has this letter as its text.", points=0, T=st.integers(1, 4), blank=0,
          path=st.arrays(arg("T"), elements=1, dtype="i8"))
# t t t _ h _ e e e _ _ _ space _ _ _ q q q _ _
kata.example('The path "ttt_h_eee___ ___qqq__", in which _ is the blank, is "the q".', blank=0,
             path=np.array([1, 1, 1, 0, 2, 0, 3, 3, 3, 0, 0, 0, 4, 0, 0, 0, 5, 5, 5, 0, 0]),
             expected=np.array([1, 2, 3, 4, 5]))
kata.example("A blank between two equal letters keeps both.", path=np.array([7, 0, 7]), blank=0,
             expected=np.array([7, 7]))


@kata.property(points=0)
def does_not_depend_on_the_speed(ctc_collapse, path, blank):
    """If every frame lasts twice as long, the text stays the same."""
    same(ctc_collapse(np.repeat(path, 2), blank), ctc_collapse(path, blank))


@kata.property(points=0)
def keeps_all_letters_with_a_blank_after_each(ctc_collapse, path, blank):
    """With a blank after each frame no letters merge."""
    separated = np.stack([path, np.full_like(path, blank)], axis=1).ravel()
    same(ctc_collapse(separated, blank), path[path != blank])


@kata.property(points=0)
def joins_two_texts_at_a_blank(ctc_collapse, path, blank):
    """Two paths with a blank between them have the texts of both, one after the other."""
    other = path[::-1].copy()
    both = np.concatenate([ctc_collapse(path, blank), ctc_collapse(other, blank)])
    same(ctc_collapse(np.concatenate([path, [blank], other]), blank), both)


def merge(frames):
    """One number for each run of equal ones."""
    return [frame for frame, _ in groupby(frames)]


def text(frames):
    """The numbers as an array of integers."""
    return np.array(frames, dtype=np.int64)


def drop(frames, blank):
    """The frames that are no blanks."""
    return [frame for frame in frames if frame != blank]


@kata.misconception
def drops_blanks_first(path, blank):
    """You merge equal letters although a blank separates them. Blanks are dropped after merging."""
    return text(merge(drop(path.tolist(), blank)))


@kata.misconception
def keeps_each_letter_once(path, blank):
    """You keep each letter once. A text may contain a letter in several places."""
    return text(list(dict.fromkeys(drop(path.tolist(), blank))))


@kata.misconception
def keeps_the_blanks(path, blank):
    """You merge repeats, but you do not drop the blanks."""
    return text(merge(path.tolist()))


@kata.misconception
def drops_the_blanks_only(path, blank):
    """You drop the blanks, but you keep a letter for every frame."""
    return path[path != blank]


@kata.misconception(convention="PyTorch's CTCLoss, if no blank is given")
def takes_0_for_the_blank(path, blank):
    """You drop zeros. The blank is given by `blank`, and 0 may be a letter."""
    return text(drop(merge(path.tolist()), 0))


@kata.misconception
def compares_the_first_frame_with_the_last(path, blank):
    """You leave out the first letter if the path ends with the same letter. The first frame has no frame before it."""
    return path[(path != np.roll(path, 1)) & (path != blank)]


@kata.misconception(title="begins with 0 as the last frame")
def begins_with_0_as_the_last_frame(path, blank):
    """You leave out a letter 0 at the beginning. The first frame has no frame before it."""
    return text(drop(merge([0, *path.tolist()])[1:], blank))


@kata.misconception
def looks_at_the_first_frame(path, blank):
    """Your code fails for an empty path, which has no first frame."""
    if not len(path):
        raise IndexError("index 0 is out of bounds for axis 0 with size 0")
    return text(drop(merge(path.tolist()), blank))


@kata.misconception(title="makes an empty array of floats")
def makes_an_empty_array_of_floats(path, blank):
    """If the text is empty, your array is one of floats."""
    return np.array(drop(merge(path.tolist()), blank))

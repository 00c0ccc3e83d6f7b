"""Properties of all right mini-batches, and the usual mistakes."""

import numpy as np

from gradkata import Kata, arg, same, st

kata = Kata("minibatch_slices(n: i8, m: i8) -> i8(?b,2)", n=st.integers(6, 12), m=st.integers(1, 6))
kata.domain(n=arg.whole(0, 2000), m=arg.whole(1, 3000))
kata.hints(
    "Seven samples in batches of three: how many batches are there, and where does the last one stop?",
    "And six samples in batches of three: does your code make a third batch, and what would it hold?",
    "The starts are the multiples of `m` below `n`. A stop is `m` further, but how large may a stop be at most?",
)


def rows(starts, stops):
    """An array with a row of start and stop for each batch: ``i8(b),i8(b)->i8(b,2)``."""
    return np.stack([starts, stops], axis=1)


def equal_parts(n, parts):
    """Consecutive batches whose sizes differ by 1 at most: ``i8(),i8()->i8(b,2)``."""
    edges = np.cumsum([0] + [len(part) for part in np.array_split(np.arange(n), max(parts, 1))])
    return rows(edges[:-1], edges[1:])


kata.contract(points=1)
kata.agreement(points=8)
kata.edge("If m divides n, all batches are full and none is empty.", points=0, n=12,
          m=st.sampled_from([2, 3, 4, 6]))
kata.edge("If m is larger than n, one batch holds all samples.", points=0, n=st.integers(1, 5), m=st.integers(6, 9))
kata.edge("If m is n, one batch holds all samples.", points=0, m=arg("n"))
kata.edge("With m = 1 each sample is a batch.", points=0, m=1)
kata.edge("Without samples there are no batches, and the shape is (0, 2).", points=1, n=0,
          hint="Which shape does `np.array([])` have?")
kata.example("Seven samples in batches of three.", n=7, m=3, expected=np.array([[0, 3], [3, 6], [6, 7]]))
# In floating point, 525 times 1/75 is more than 7.
kata.example("525 samples make exactly seven batches of 75.", n=525, m=75,
             expected=np.array([[0, 75], [75, 150], [150, 225], [225, 300], [300, 375], [375, 450], [450, 525]]))


@kata.property(points=0)
def holds_every_sample_once(minibatch_slices, n, m):
    """Together the batches hold the samples 0 to n - 1, each once and in order."""
    same(np.concatenate([np.arange(start, stop) for start, stop in minibatch_slices(n, m)]), np.arange(n))


@kata.property(points=0)
def fills_all_batches_but_the_last(minibatch_slices, n, m):
    """Every batch has m samples, except that the last may have fewer, and at least one."""
    sizes = np.diff(minibatch_slices(n, m), axis=1)[:, 0]
    same(sizes[:-1], np.full(len(sizes) - 1, m))
    assert 1 <= sizes[-1] <= m


@kata.misconception(convention="PyTorch's DataLoader, with drop_last=True", title="leaves out the smaller batch")
def drops_the_rest(n, m):
    """You leave out the samples after the last full batch. No sample may be lost."""
    starts = np.arange(0, n - m + 1, m)
    return rows(starts, starts + m)


@kata.misconception(title="adds an empty batch")
def adds_an_empty_batch(n, m):
    """You make one batch more than m fits into n. If m divides n, that batch is empty."""
    starts = np.arange(n // m + 1) * m
    return rows(starts, np.minimum(starts + m, n))


@kata.misconception(title="stops after the last sample")
def stops_too_late(n, m):
    """The stop of your last batch can be larger than n. A batch ends with the last sample, even a smaller one."""
    starts = np.arange(0, n, m)
    return rows(starts, starts + m)


@kata.misconception(title="stops at the last sample of a batch")
def stops_at_the_last_sample(n, m):
    """Your stop is the last index of the batch. A slice leaves out its stop, so each batch would lose a sample."""
    starts = np.arange(0, n, m)
    return rows(starts, np.minimum(starts + m, n) - 1)


@kata.misconception(title="lets batches overlap by one sample")
def overlaps(n, m):
    """Your batches hold one sample of the next batch as well. A slice leaves out its stop."""
    starts = np.arange(0, n, m)
    return rows(starts, np.minimum(starts + m + 1, n))


@kata.misconception(title="makes the batches equally long")
def makes_equal_batches(n, m):
    """You divide the samples into batches of nearly equal sizes. All but the last have m samples."""
    return equal_parts(n, -(-n // m)) if n else np.zeros((0, 2), dtype=np.int64)


@kata.misconception(title="takes m for the number of batches")
def takes_m_for_the_number(n, m):
    """You make m batches. `m` is the number of samples in one."""
    return equal_parts(n, m)


@kata.misconception(title="returns an array of shape (0,) without samples")
def forgets_the_empty_shape(n, m):
    """Without samples your array has one axis. It has two columns even if it has no rows."""
    return np.array([[start, min(start + m, n)] for start in range(0, n, m)], dtype=np.int64)

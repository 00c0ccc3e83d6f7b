"""What Hypothesis draws for the four katas: small grids for the edges, seeds for the bulk."""

import math

import numpy as np
from hypothesis import strategies as st

# Differences of such thresholds from a quotient of small integers are 0 or larger than 1e-5.
THRESHOLDS = (0.0, 0.125, 0.25, 0.5, 0.75, 1.0)


def seeds() -> st.SearchStrategy[np.random.Generator]:
    """A NumPy generator."""
    return st.integers(0, 2**32 - 1).map(np.random.default_rng)


@st.composite
def grid_boxes(draw, n: int, side: int = 8, smallest: int = 0) -> np.ndarray:
    """Boxes with integer corners, extents of at least `smallest`; shapes: ``->(n,4)``."""
    numbers = draw(st.lists(st.integers(0, side), min_size=4 * n, max_size=4 * n))
    start, extent = np.array(numbers, dtype=np.float64).reshape(2, n, 2)
    return np.hstack([start, start + np.maximum(extent, smallest)])


def float_boxes(generator: np.random.Generator, n: int) -> np.ndarray:
    """Boxes with corners between -100 and 100, extents from thousandths to tens; ``->(n,4)``."""
    start = generator.uniform(-100.0, 50.0, (n, 2))
    return np.hstack([start, start + 10.0 ** generator.uniform(-3.0, 1.5, (n, 2))])


@st.composite
def detections(draw, smallest: int = 0, most: int = 12) -> tuple[np.ndarray, np.ndarray]:
    """Boxes on a grid and scores with ties, in eighths."""
    n = draw(st.integers(0, most))
    scores = draw(st.lists(st.integers(-4, 8), min_size=n, max_size=n))
    return draw(grid_boxes(n, side=6, smallest=smallest)), np.array(scores, dtype=np.float64) / 8.0


@st.composite
def texts(draw, at_least: int = 0) -> tuple[list[str], list[list[str]]]:
    """A candidate and references made from it by edits, over three words."""
    words = st.sampled_from(["a", "the", "The"])
    candidate = draw(st.lists(words, min_size=at_least, max_size=12))
    references = []
    for _ in range(draw(st.integers(1, 4))):
        start, stop = sorted(draw(st.tuples(*[st.integers(0, len(candidate))] * 2)))
        insert = draw(st.lists(words, max_size=4))
        references.append(candidate[:start] + insert + candidate[stop:])
    return candidate, references


def lstm_arguments(generator: np.random.Generator) -> list[np.ndarray]:
    """``a, c, x, W, b`` of ordinary size, or saturated with pre-activations and cells up to 1000."""
    h, d = (int(size) for size in generator.integers(1, 7, 2))
    weight, cell = generator.choice([1.0, 30.0, 300.0]), generator.choice([1.0, 1000.0])
    a = generator.uniform(-1.0, 1.0, h)
    c = generator.uniform(-cell, cell, h)
    x = generator.normal(size=d)
    W = generator.normal(size=(4, h, h + d)) * weight / math.sqrt(h + d)
    return [a, c, x, W, generator.normal(size=(4, h)) * weight]

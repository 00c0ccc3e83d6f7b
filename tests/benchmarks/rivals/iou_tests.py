"""What a course would write today: the student's file imported beside pytest, NumPy and Hypothesis."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from iou import iou

settings.register_profile("course", deadline=None, database=None)
settings.load_profile("course")
BOXES = st.tuples(*[st.integers(-4, 4)] * 2, *[st.integers(1, 4)] * 2).map(
    lambda t: np.array([t[0], t[1], t[0] + t[2], t[1] + t[3]], float)
)


def expected(a, b):
    sides = np.clip(np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2]), 0, None)
    overlap = sides.prod()
    union = (a[2:] - a[:2]).prod() + (b[2:] - b[:2]).prod() - overlap
    return overlap / union


@given(BOXES, BOXES)
def test_value(a, b):
    np.testing.assert_allclose(iou(a, b), expected(a, b))


@given(BOXES, BOXES)
def test_symmetry(a, b):
    assert iou(a, b) == iou(b, a)


@given(BOXES)
def test_itself(a):
    assert iou(a, a) == 1.0

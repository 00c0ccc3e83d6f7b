"""Tables of IoU against code and definitions of others."""

from fractions import Fraction

import numpy as np
import pytest
from builtin import solution
from hypothesis import given
from hypothesis import strategies as st
from pycocotools import mask
from scipy.spatial.distance import cdist

from tests.references.answers import every_answer
from tests.references.drawing import float_boxes, grid_boxes, seeds

pairwise_iou = solution("detection/pairwise_iou").pairwise_iou
pairwise_iou_numpy = solution("detection/pairwise_iou").pairwise_iou_numpy

COUNTS = st.integers(1, 6)


@st.composite
def two_sets(draw, smallest=0):
    return draw(grid_boxes(draw(COUNTS), smallest=smallest)), draw(
        grid_boxes(draw(COUNTS), smallest=smallest)
    )


def assert_same_table(expected, got, rtol=1e-13):
    assert expected.shape == got.shape
    np.testing.assert_allclose(got, expected, rtol=rtol, atol=1e-15)


def pixels(boxes, side=16):
    y, x = np.mgrid[:side, :side]
    return np.array([((x1 <= x) & (x < x2) & (y1 <= y) & (y < y2)).ravel() for x1, y1, x2, y2 in boxes])


def crowd(generator, n):
    """Boxes of which most overlap some other; widths of at least a hundredth, which COCO can hold."""
    start = generator.uniform(-20.0, 20.0, (n, 2))
    return np.hstack([start, start + generator.uniform(0.01, 20.0, (n, 2))])


@every_answer("detection/pairwise_iou")
@given(sets=two_sets(smallest=1))
def test_the_table_is_one_minus_scipy_s_jaccard_distances_of_the_pixels(answer, sets):
    # SciPy calls two empty sets alike (IoU 1); here they score 0, and none is drawn.
    assert_same_table(1.0 - cdist(*map(pixels, sets), "jaccard"), answer(*sets))


@every_answer("detection/pairwise_iou")
@given(generator=seeds(), n=COUNTS, m=COUNTS)
def test_the_table_is_that_of_pycocotools(answer, generator, n, m):
    a, b = crowd(generator, n), crowd(generator, m)
    as_xywh = [np.hstack([boxes[:, :2], boxes[:, 2:] - boxes[:, :2]]) for boxes in (a, b)]
    # rtol 1e-9: adding the width to x again costs COCO a few digits
    assert_same_table(mask.iou(*as_xywh, [0] * m), answer(a, b), rtol=1e-9)


@every_answer("detection/pairwise_iou")
@given(sets=two_sets())
def test_every_entry_is_the_fraction_of_its_pair(answer, sets):
    got = answer(*sets)
    for i, a in enumerate(sets[0].tolist()):
        for j, b in enumerate(sets[1].tolist()):
            shared = Fraction(1)
            for low, high in ((0, 2), (1, 3)):
                shared *= max(Fraction(min(a[high], b[high])) - Fraction(max(a[low], b[low])), 0)
            union = sum(Fraction(x2 - x1) * Fraction(y2 - y1) for x1, y1, x2, y2 in (a, b)) - shared
            assert got[i, j] == pytest.approx(float(shared / union) if union else 0.0, rel=1e-13)


@every_answer("detection/pairwise_iou")
def test_boxes_without_area_score_zero_with_everything(answer):
    flat = np.array([[1, 1, 1, 1], [0, 1, 2, 1], [1, 0, 1, 2]], float)
    box = np.array([[0, 0, 2, 2]], float)
    for a, b in ((flat, flat), (flat, box), (box, flat)):
        assert_same_table(np.zeros((len(a), len(b))), answer(a, b))


@given(generator=seeds(), n=st.integers(1, 40), m=st.integers(1, 40))
def test_every_length_of_a_vector_loop_is_right(generator, n, m):
    a, b = crowd(generator, n), float_boxes(generator, m)
    assert_same_table(pairwise_iou_numpy(a, b), pairwise_iou(a, b), rtol=1e-14)


def test_the_table_owns_its_memory_and_is_float64():
    boxes = np.array([[0.0, 0.0, 1.0, 1.0]], np.float32)
    got = pairwise_iou(boxes, boxes)
    assert got.dtype == np.float64
    assert not np.shares_memory(got, boxes)


@pytest.mark.parametrize("shapes", [((4,), (2, 4)), ((2, 4), (2, 5)), ((2, 2), (2, 4)), ((1, 2, 4), (2, 4))])
def test_shapes_that_are_no_boxes_are_refused(shapes):
    with pytest.raises(ValueError, match="are not"):
        pairwise_iou(*map(np.zeros, shapes))


@pytest.mark.heavy
@given(generator=seeds(), n=COUNTS, m=COUNTS)
def test_the_table_is_that_of_pytorch_by_broadcasting(generator, n, m):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    a, b = crowd(generator, n), crowd(generator, m)
    first, second = torch.from_numpy(a)[:, None], torch.from_numpy(b)[None]
    sides = torch.minimum(first[..., 2:], second[..., 2:]) - torch.maximum(first[..., :2], second[..., :2])
    shared = sides.clamp(min=0.0).prod(-1)
    union = (first[..., 2:] - first[..., :2]).prod(-1) + (second[..., 2:] - second[..., :2]).prod(-1) - shared
    assert_same_table((shared / union).numpy(), pairwise_iou(a, b), rtol=1e-12)

"""Answers that are right for a corner of the domain only: small sizes, few digits, the first call.

Each file says in its first line what is wrong with it, and where.  They were written to go unnoticed: at one time all
of them earned all points.  Those in ``UNNOTICED`` still do, for the reason that is given.
"""

from pathlib import Path

import pytest

NARROW = Path(__file__).parent / "narrow"
UNNOTICED = {
    "iou/wrong_inside": "only a box that touches another one from inside, and is wider than the other boxes of a bank",
}


def title(path):
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("kata", sorted(path.name for path in NARROW.iterdir()))
def test_an_answer_that_is_right_for_a_corner_only_loses_points(judged, kata):
    full = [
        title(path)
        for path in sorted((NARROW / kata).glob("*.py"))
        if judged(path.read_bytes(), kata)["score"] == 10
    ]

    assert [name for name in full if name not in UNNOTICED] == []


def test_no_quick_mistake_goes_unnoticed():
    assert not any("[g:quick]" in (NARROW / f"{name}.py").read_text("utf-8") for name in UNNOTICED)

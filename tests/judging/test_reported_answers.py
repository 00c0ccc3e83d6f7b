"""Wrong answers of students that once had no name: most of them have two mistakes, or raise where NumPy returns NaN."""

from pathlib import Path

import pytest

REPORTED = Path(__file__).parent / "reported"
NAMED = {
    "adam_step/epsilon_hat_in_place": ("two", "uses_epsilon_hat", "changes_w"),
    "bleu/counts_once": ("exactly", "counts_each_known_ngram_once"),
    "iou/floor_division": ("exactly", "truncates_the_result"),
    "iou/no_clamp": ("two", "forgets_to_clamp", "lets_zero_by_zero_be_nan"),
    "iou/no_clamp_and_no_guard": ("two", "forgets_to_clamp", "lets_zero_by_zero_be_nan"),
    "iou/plain_floats": ("wherever-wrong", "lets_zero_by_zero_be_nan"),
    "nms/pixels_and_ties": ("exactly", "counts_pixels_and_takes_the_last_of_equal_scores"),
    "sigmoid/vectorize": ("exactly", "uses_the_type_of_the_first_result"),
    "softmax_cross_entropy_grad/sum_without_shift": ("two", "sums_over_the_batch", "forgets_the_shift"),
    "tanh_grad/math_exp": ("wherever-wrong", "overflows_on_the_right"),
}


@pytest.mark.parametrize("title", sorted(NAMED))
def test_a_reported_answer_is_named_with_the_strength_of_the_likeness(judged, title):
    found = judged((REPORTED / f"{title}.py").read_bytes(), title.split("/")[0])["misconception"]

    second = [found["second"]["name"]] if found["second"] else []
    assert (found["strength"], found["name"], *second) == NAMED[title]


def test_every_reported_answer_is_judged():
    assert {f"{path.parent.name}/{path.stem}" for path in REPORTED.glob("*/*.py")} == set(NAMED)

"""Any returned value is explained in the report of every kata, without a warning."""

import json

import pytest

from gradkata.catalog import Catalog, short_name

KATAS = [short_name(slug) for slug in Catalog().slugs]
ODD = """
import itertools
import numpy as np

VALUES = itertools.cycle([
    float("nan"), 1e308, -1e308, 5e-324, 2**62, 10**2000, 1j, True, None, "", "\\x1b[31m\\ud800", [], [[]],
    np.float16(1), np.zeros((1,) * 64), [[[[[[[[[[[[[[[[1.0]]]]]]]]]]]]]]]], [1, [2, 3]],
    [np.zeros((0, 4)), np.zeros((0, 3))], np.full(5, np.nan), np.full(7, -2**63), [np.uint64(2**64 - 1), 1],
    (1e308, -1e308), (10**400, 10**400), (np.zeros((0, 0), int), np.zeros(0)), (np.nan,) * 8,
    np.array([object()]), np.zeros(2, "f4,i4"), np.datetime64("now"), np.sin, type, np.longdouble(1),
])
"""
ANSWERS = {
    "another value each time": "return next(VALUES)",
    "the largest floats": "return 1e308",
    "as many as there are results": "return tuple(1e308 for _ in range(RESULTS))",
    "what was given, near the largest float": "return np.asarray(given[0], float) * 0 + 1e308",
}


@pytest.mark.parametrize("kata", KATAS)
@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_an_odd_answer_is_reported_on(judged, exercises, kata, answer):
    results = len(exercises[kata].kata.signature.results)
    source = f"{ODD}\nRESULTS = {results}\ndef {kata}(*given):\n    {answer}\n"

    report = judged(source, kata)  # a warning would fail here

    assert report["score"] <= 1
    assert len(json.dumps(report, allow_nan=False)) < 64 << 10

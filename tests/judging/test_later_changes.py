"""An answer that a later call changes."""

import pytest

BUFFER = """
import numpy as np
buffer = np.zeros((400, 400))
def softmax(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    out = buffer[: len(Z), : Z.shape[1]]
    out[...] = E / E.sum(axis=1, keepdims=True)
    return out
"""
ONE_LIST = """
import numpy as np
kept = []
def clipped_precision(candidate, references, n):
    from collections import Counter
    def grams(s): return Counter(tuple(s[i:i + n]) for i in range(len(s) - n + 1))
    mine, most = grams(candidate), Counter()
    for reference in references:
        most |= grams(reference)
    kept[:] = [sum((mine & most).values()), sum(mine.values())]
    return kept
"""


@pytest.mark.parametrize(("source", "kata"), [(BUFFER, "softmax"), (ONE_LIST, "clipped_precision")])
def test_one_buffer_for_all_results_breaks_the_contract(judged, source, kata):
    report = judged(source.encode(), kata)
    contract = report["properties"][0]

    assert report["score"] == 9
    assert contract["outcome"] == "wrong"
    assert "The result of the first call was changed by the next call" in contract["message"]
    assert 2 == len(contract["counterexample"]["calls"])


def test_a_new_array_that_holds_the_same_does_not(judged):
    source = BUFFER.replace("return out", "return out.copy()").replace("(400, 400)", "(2001, 2001)")

    assert judged(source.encode(), "softmax")["score"] == 10


def test_returning_an_argument_is_allowed(judged):
    source = """
def gd_step(w, g, lr):
    return w if lr == 0 else w - lr * g
"""
    assert judged(source.encode(), "gd_step")["score"] == 10


def test_an_answer_that_raises_when_the_same_call_comes_again_breaks_the_contract(judged):
    report = judged(
        "seen = set()\n\n\ndef iou(a, b):\n"
        "    if (a.tobytes(), b.tobytes()) in seen:\n        raise ValueError('again')\n"
        "    seen.add((a.tobytes(), b.tobytes()))\n"
        "    w, h = max(0, min(a[2], b[2]) - max(a[0], b[0])), max(0, min(a[3], b[3]) - max(a[1], b[1]))\n"
        "    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h\n"
        "    return w * h / union if union else 0.0\n"
    )

    assert report["score"] < 10
    assert report["properties"][0]["outcome"] == "nondeterministic"

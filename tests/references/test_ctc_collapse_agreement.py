"""The collapse of a path against regular expressions and the probability that PyTorch's loss gives to the text."""

import re

import numpy as np
import pytest
from hypothesis import given, settings

from tests.references.answers import every_answer
from tests.references.drawing import seeds


def arguments(generator):
    length, letters = int(generator.integers(0, 15)), int(generator.integers(1, 5))
    return generator.integers(0, letters, length), int(generator.integers(0, letters))


@every_answer("decoding/ctc_collapse")
@settings(max_examples=30)
@given(generator=seeds())
def test_the_text_is_that_of_regular_expressions(answer, generator):
    path, blank = arguments(generator)
    merged = re.sub(r"(.)\1+", r"\1", "".join(map(str, path)))
    result = answer(path, blank)
    assert result.dtype == np.int64
    assert merged.replace(str(blank), "") == "".join(map(str, result))


@every_answer("decoding/ctc_collapse")
def test_every_short_path_is_collapsed_as_by_definition(answer):
    # By definition a frame stays if it is no blank and begins a run.
    for length in range(6):
        for frames in np.ndindex(*[3] * length):
            path = np.array(frames, dtype=np.int64)
            expected = [f for t, f in enumerate(frames) if f != 1 and (t == 0 or frames[t - 1] != f)]
            assert expected == answer(path, 1).tolist()


@pytest.mark.heavy
@every_answer("decoding/ctc_collapse")
@settings(max_examples=30)
@given(generator=seeds())
def test_pytorch_s_loss_is_0_for_the_text_of_a_certain_path(answer, generator):
    # The loss of a text is -log of the probability of all its paths; only one path is possible here.
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    path, blank = arguments(generator)
    text = answer(path, blank)
    if len(path) and len(text):
        scores = torch.full((len(path), 1, 5), -1e30, dtype=torch.float64)
        scores[torch.arange(len(path)), 0, torch.from_numpy(path)] = 0.0
        sizes = torch.tensor([len(path)]), torch.tensor([len(text)])
        loss = torch.nn.functional.ctc_loss(scores, torch.from_numpy(text)[None], *sizes, blank=blank)
        assert abs(float(loss)) < 1e-9

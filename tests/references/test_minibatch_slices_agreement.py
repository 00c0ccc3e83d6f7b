"""The mini-batches against those of scikit-learn, Python's own slices and PyTorch."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.utils import gen_batches

from tests.references.answers import every_answer


@every_answer("optimizers/minibatch_slices")
@settings(max_examples=30)
@given(n=st.integers(1, 50), m=st.integers(1, 60))
def test_the_slices_are_those_of_scikit_learn(answer, n, m):
    expected = [[batch.start, batch.stop] for batch in gen_batches(n, m)]
    np.testing.assert_array_equal(answer(n, m), expected)


@every_answer("optimizers/minibatch_slices")
@settings(max_examples=30)
@given(n=st.integers(0, 50), m=st.integers(1, 60))
def test_the_slices_select_the_chunks_of_a_list(answer, n, m):
    samples = list(range(n))
    expected = [samples[start : start + m] for start in range(0, n, m)]
    assert expected == [samples[start:stop] for start, stop in answer(n, m)]
    assert answer(n, m).shape == (len(expected), 2)


@pytest.mark.heavy
@every_answer("optimizers/minibatch_slices")
@pytest.mark.parametrize(("n", "m"), [(7, 3), (6, 3), (2, 5), (4, 1), (5, 5)])
def test_the_batches_are_those_of_pytorch(answer, n, m):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed (extra `oracles`)")
    expected = [batch.tolist() for batch in torch.utils.data.DataLoader(torch.arange(n), batch_size=m)]
    assert expected == [list(range(start, stop)) for start, stop in answer(n, m)]

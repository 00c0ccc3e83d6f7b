"""Numba is loaded by the first call of a kernel, and by nothing else."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from builtin import solution

from gradkata.jit import EXACT, FUSED, SUMS, kernel

expm1_of_another_file = solution("sequences/_lstm")._expm1
bleu = solution("decoding/bleu")
iou = solution("detection/iou")
nms = solution("detection/nms")
lstm_step = solution("sequences/lstm_step")

ROOT = Path(__file__).resolve().parents[2]

SOLUTIONS = """
import sys
from pathlib import Path
from gradkata.catalog import Collection
from gradkata.loader import load_solution

collection = Collection(Path.cwd())
def solution(slug): return load_solution(collection, slug)
"""
PLAIN_ANSWERS = (
    SOLUTIONS
    + """
import numpy as np

iou, nms = solution("detection/iou"), solution("detection/nms")
bleu, lstm_step = solution("decoding/bleu"), solution("sequences/lstm_step")

box = np.array([0.0, 0.0, 2.0, 2.0])
words = "a b c d e".split()
vector = np.zeros(2)
assert iou.iou(box, box) == 1.0  # a scalar formula: the reference is plain too
for name, answer in vars(iou).items():
    if name.startswith("iou_"):
        assert answer(box, box) == 1.0
for name, answer in vars(nms).items():
    if name.startswith("nms_"):
        assert answer(box[None], np.ones(1), 0.5, 0.5).tolist() == [0]
for name, answer in vars(bleu).items():
    if name.startswith("bleu_"):
        assert answer(words, [words]) == 1.0
for name, answer in vars(lstm_step).items():
    if name.startswith("lstm_step_"):
        answer(vector, vector, vector, np.zeros((4, 2, 4)), np.zeros((4, 2)))
assert "numba" not in sys.modules, "Numba was imported"
"""
)


def run(script, root=ROOT, **environment):
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_solutions_and_their_plain_answers_never_import_numba():
    done = run(PLAIN_ANSWERS)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_solution_imports_without_numba():
    slugs = [f"{path.parent.name}/{path.stem}" for path in sorted((ROOT / "solutions").rglob("*.py"))]
    script = f"for slug in {slugs}: solution(slug)\n"
    done = run(SOLUTIONS + script + "assert 'numba' not in sys.modules")
    assert (done.returncode, done.stderr) == (0, "")


def test_kernels_work_where_no_cache_can_be_written(tmp_path):
    shutil.copytree(ROOT / "solutions", tmp_path / "solutions", ignore=shutil.ignore_patterns("__pycache__"))
    # A file where the folder of the cache belongs: not even root can write into that.
    for folder in [tmp_path / "solutions", *(tmp_path / "solutions").glob("*/")]:
        (folder / "__pycache__").write_text("")
    script = SOLUTIONS + (
        "import numpy as np\nlstm_step = solution('sequences/lstm_step').lstm_step\n"
        "v = np.zeros(1)\nprint(lstm_step(v, v, v, np.zeros((4, 1, 2)), np.ones((4, 1)))[1])"
    )
    done = run(script, tmp_path, NUMBA_CACHE_DIR="", HOME="/dev/null", XDG_CACHE_HOME="/dev/null/cache")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"[{np.tanh(1.0) / (1.0 + np.exp(-1.0)):.8f}]\n"


@kernel()
def _twice(x):
    return 2.0 * x


@kernel("f8(f8)")
def _four_times(x):
    return _twice(_twice(x))


def test_a_kernel_calls_another_and_both_are_replaced_by_the_compiled_ones():
    assert _four_times(3.0) == 12.0
    assert _twice(3.0) == 6.0
    assert hasattr(_twice, "overloads")
    assert hasattr(_four_times, "overloads")


@kernel("f8(f8)")
def _sigmoid(x):
    return 1.0 / (2.0 + expm1_of_another_file(-x))


def test_a_kernel_calls_one_of_another_file():
    assert _sigmoid(0.0) == 0.5
    assert hasattr(expm1_of_another_file, "overloads")


def test_the_exponential_is_exact_to_the_last_bits_and_bounded_outside():
    x = np.concatenate([np.linspace(-40.0, 40.0, 4001), np.logspace(-300, 2.8, 500)])
    got = np.array([expm1_of_another_file(value) for value in x])
    np.testing.assert_allclose(got, np.expm1(x), rtol=1e-15, atol=0.0)
    assert expm1_of_another_file(-2000.0) == -1.0
    assert 1e307 < expm1_of_another_file(2000.0) < np.inf


@kernel("b1(f8)", flags=SUMS)
def _is_nan(x):
    return np.isnan(x)


@kernel("f8(f8, f8)")
def _quotient(x, y):
    return x / y


def test_no_flag_lets_a_nan_pass_for_a_number():
    assert _is_nan(np.nan)
    assert not {"nnan", "ninf", "fast"} & (EXACT | FUSED | SUMS)


@pytest.mark.parametrize(("x", "expected"), [(1.0, np.inf), (-1.0, -np.inf)])
def test_division_by_zero_is_numpy_s(x, expected):
    assert _quotient(x, 0.0) == expected

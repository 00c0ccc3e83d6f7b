"""What a check imports: a right answer needs NumPy and gradkata, and explanations need no Numba."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = """
import sys
from gradkata.cli import main
code = main(["check", "--json", "--submission", sys.argv[1]])
print(code, *[name for name in sys.argv[2:] if name in sys.modules])
"""
HEAVY = ["numba", "hypothesis", "rich", "pytest", "subprocess", "hashlib", "scipy"]
# Light modules that a right answer does not need; each takes some milliseconds.
NEEDLESS = ["shutil", "difflib", "fractions", "decimal", "traceback"]


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory):
    """A cache with the level of the sandbox: the self-test, once per boot, may import what it needs."""
    folder = tmp_path_factory.mktemp("cache")
    heavy_imports(ROOT / "examples" / "right" / "iou.py", folder)
    return folder


def heavy_imports(path, cache, names=HEAVY):
    environment = {"OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    environment["XDG_CACHE_HOME"] = str(cache)
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(path), *names],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
        timeout=60,
        check=True,
    )
    return done.stdout.splitlines()[-1].split()


@pytest.mark.parametrize("path", sorted((ROOT / "examples" / "right").glob("*.py")), ids=lambda p: p.stem)
def test_a_right_answer_is_judged_without_a_heavy_import(path, cache):
    assert heavy_imports(path, cache, HEAVY + NEEDLESS) == ["0"]


@pytest.mark.parametrize(
    "name", ["iou_without_clamp", "nms_at_threshold", "bleu_in_percent", "lstm_step_overflows"]
)
def test_a_wrong_answer_with_a_near_counterexample_is_explained_without_a_heavy_import(name, cache):
    assert heavy_imports(ROOT / "examples" / "wrong" / f"{name}.py", cache) == ["1"]

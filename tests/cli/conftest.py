from collections.abc import Callable
from pathlib import Path

import pytest

from gradkata.catalog import Catalog, Collection
from gradkata.cli import main

STUB = '''"""
# {title}

Half of $x$ is $\\\\frac{{x}}{{2}}$, with `x >= 0`.
"""


def {name}(x):
    """Halve `x`."""
    raise NotImplementedError
'''
SYLLABUS = """
[[chapter]]
title = "Detection"
katas = ["detection/iou", "detection/nms"]

[[chapter]]
title = "Decoding"
katas = ["decoding/bleu"]
"""


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Catalog:
    """A small collection of three katas, which every command uses as the built-in one."""
    root = tmp_path / "installed"
    for slug in ("detection/iou", "detection/nms", "decoding/bleu"):
        stub = root / "katas" / f"{slug}.py"
        stub.parent.mkdir(parents=True, exist_ok=True)
        stub.write_text(STUB.format(title=f"The kata {stub.stem}", name=stub.stem), "utf-8")
    (root / "katas" / "syllabus.toml").write_text(SYLLABUS, "utf-8")
    made = Catalog((Collection(root),))
    monkeypatch.setattr("gradkata.cli.options.catalog_at", lambda start, folders, is_complete: made)
    return made


@pytest.fixture
def work(catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A student's workspace with all stubs, as the working directory."""
    root = tmp_path / "work"
    root.mkdir()
    monkeypatch.chdir(root)
    assert main(["init"]) == 0
    return root


@pytest.fixture
def kata(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command in this process; return its exit code, its output, and its errors."""

    def run(*argv: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(list(argv))
        output, errors = capsys.readouterr()
        return code, output, errors

    return run
